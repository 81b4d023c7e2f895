import { isoDay, rangeOf } from '../../text/calendar.ts';
import type { DateLexicon } from '../dates/date-lexicon.ts';
import { foldCase } from '../dates/date-lexicon.ts';
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

/** A day and a time beside each other are one expression: "9 a.m. Tuesday", "6 January 2022 19:47". */
export function joinTimes(text: string, drafts: readonly DateDraft[]): DateDraft[] {
  const joined: DateDraft[] = [];
  for (const d of drafts) {
    const last = joined.at(-1);
    if (last && /^[,\s]*(?:(?:at|on|в)\s)?$/u.test(text.slice(last.end, d.start)) && d.start - last.end <= 5) {
      const [time, day] = last.rule === 'date-clock' ? [last, d] : [d, last];
      if (
        time.rule === 'date-clock' &&
        day.rule !== 'date-clock' &&
        /^\d{4}-\d\d-\d\d(?:T[A-Z]{2})?$/.test(day.value ?? '')
      ) {
        const clock = /T\d\d:\d\d$/.exec(time.value ?? '')?.[0] ?? '';
        joined[joined.length - 1] = {
          start: last.start,
          end: d.end,
          value: day.value!.slice(0, 10) + clock,
          rule: day.rule,
        };
        continue;
      }
    }
    joined.push(d);
  }
  return joined;
}

/** "since 2008" holds from then on, "before January" up to the day before: an open EDTF interval. */
export function openIntervals(text: string, drafts: readonly DateDraft[], lexicon: DateLexicon): DateDraft[] {
  return drafts.map((d) => {
    const before = foldCase(text.slice(Math.max(0, d.start - 16), d.start));
    const found = ['since', 'before', 'until'].flatMap((kind) =>
      lexicon.words(kind).flatMap((word) => {
        const m = endOf(word).exec(before);
        return m ? [{ kind, length: m[0].length }] : [];
      }),
    )[0];
    if (!found || d.value === null || d.value === undefined || d.value.includes('/')) return d;
    const range = rangeOf(d.value);
    if (!range) return d;
    const value =
      found.kind === 'since'
        ? `${d.value}/..`
        : found.kind === 'until'
          ? `../${d.value}`
          : `../${isoDay(range.first - 1)}`;
    return { ...d, start: d.start - found.length, value, rule: `${d.rule}-${found.kind}` };
  });
}

/** One expression a word, however many dates it is asked of. */
const ends = new Map<string, RegExp>();
function endOf(word: string): RegExp {
  const known = ends.get(word) ?? new RegExp(`(?<![\\p{L}\\p{N}])${word}\\s{1,3}(?:the\\s)?$`, 'u');
  ends.set(word, known);
  return known;
}

/** "on the very eve of the New Year, December 30": the exact one of two in apposition gives both their value. */
export function shareAppositions(text: string, drafts: readonly DateDraft[]): DateDraft[] {
  return drafts.map((d, i) => {
    const next = drafts[i + 1];
    if (!next || !d.value?.endsWith('~') || d.value.includes('/') || text.slice(d.end, next.start) !== ', ') return d;
    const [a, b] = [rangeOf(d.value), rangeOf(next.value ?? '')];
    return a && b && b.first === b.last && Math.abs(a.first - b.first) <= 3 ? { ...d, value: next.value } : d;
  });
}

/** "from 2014 to 2018", "between October 2 and November 5", "from June until now": one interval. */
export function joinRanges(
  text: string,
  drafts: readonly DateDraft[],
  lexicon: DateLexicon,
  today: number | null,
): DateDraft[] {
  const meant = (d: DateDraft) => (d.rule === 'date-present' && today !== null ? isoDay(today) : (d.value ?? ''));
  const joined: DateDraft[] = [];
  for (const d of drafts) {
    const last = joined.at(-1);
    if (last && d.start - last.end <= 12) {
      const link = foldCase(text.slice(last.end, d.start)).trim();
      const lead =
        foldCase(text.slice(Math.max(0, last.start - 12), last.start))
          .trim()
          .split(/\s/)
          .at(-1) ?? '';
      const opens =
        (lexicon.has('from', lead) && lexicon.has('to', link)) ||
        (lexicon.has('between', lead) && lexicon.has('and', link));
      const [a, found] = [rangeOf(meant(last)), rangeOf(meant(d))];
      // "from Monday to Friday": the second is the next one after the first
      const week = a && found && found.first < a.first && isWeekdays(last, d) ? 7 : 0;
      const b = found && { first: found.first + week, last: found.last + week };
      if (opens && a && b && a.first < b.first) {
        joined[joined.length - 1] = {
          start: last.start,
          end: d.end,
          value: `${meant(last)}/${week ? isoDay(b.first) : meant(d)}`,
          rule: 'date-range',
        };
        continue;
      }
    }
    joined.push(d);
  }
  return joined;
}
const isWeekdays = (a: DateDraft, b: DateDraft): boolean => a.rule === 'date-weekday' && b.rule === 'date-weekday';
