import { dayNumber, rangeOf, weekdayOf } from '../../text/calendar.ts';
import type { DateDraft } from '../detectors/detect-dates.ts';

/** One expression a place: where proposals overlap, the longest stands, then the first template. */
export function settleOverlaps(drafts: readonly DateDraft[]): DateDraft[] {
  const sorted = drafts
    .map((d, i) => ({ d, i }))
    .sort((a, b) => a.d.start - b.d.start || b.d.end - a.d.end || a.i - b.i);
  const kept: DateDraft[] = [];
  for (const { d } of sorted) {
    const last = kept.at(-1);
    if (!last || d.start >= last.end) kept.push(d);
    else if (d.end - d.start > last.end - last.start || (sameSpan(d, last) && d.value === undefined))
      kept[kept.length - 1] = d;
  }
  return kept.filter((d) => d.value !== undefined);
}

const sameSpan = (a: DateDraft, b: DateDraft): boolean => a.start === b.start && a.end === b.end;

/** "on the very eve of the New Year, December 30": the exact one of two in apposition gives both their value. */
export function shareAppositions(text: string, drafts: readonly DateDraft[]): DateDraft[] {
  return drafts.map((d, i) => {
    const next = drafts[i + 1];
    if (!next || !d.value?.endsWith('~') || d.value.includes('/') || text.slice(d.end, next.start) !== ', ') return d;
    const [a, b] = [rangeOf(d.value), rangeOf(next.value ?? '')];
    return a && b && b.first === b.last && Math.abs(a.first - b.first) <= 3 ? { ...d, value: next.value } : d;
  });
}

/** "17 May, on Friday", "Friday (17 May)": a weekday beside its own day says nothing new and belongs to it. */
export function joinWeekdays(text: string, drafts: readonly DateDraft[]): DateDraft[] {
  const joined: DateDraft[] = [];
  for (const d of drafts) {
    const last = joined.at(-1);
    const between = last ? text.slice(last.end, d.start) : '';
    if (last && /^(?:,? ?\(|, ?)(?:(?:on|в|во) )?$/u.test(between)) {
      const [weekday, day] = last.rule === 'date-weekday' ? [last, d] : [d, last];
      const printed = dayIn(day.value);
      const named = dayIn(weekday.value);
      const isItsDay =
        weekday.rule === 'date-weekday' &&
        /^date-(?:calendar-day|short-date|numeric-date|iso-date)$/.test(day.rule) &&
        printed !== null &&
        named !== null &&
        weekdayOf(printed) === weekdayOf(named);
      if (isItsDay) {
        const end = between.includes('(') && text[d.end] === ')' ? d.end + 1 : d.end;
        joined[joined.length - 1] = { ...day, start: last.start, end };
        continue;
      }
    }
    joined.push(d);
  }
  return joined;
}
function dayIn(value: string | null | undefined): number | null {
  const m = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value ?? '');
  return m ? dayNumber(Number(m[1]), Number(m[2]), Number(m[3])) : null;
}
