import {
  addMonths,
  addMonthsToDay,
  dateOf,
  isoDay,
  isoMonth,
  isoWeek,
  isoYear,
  rangeOf,
  weekdayOf,
} from '../../text/calendar.ts';
import { type DateLexicon, foldCase } from '../dates/date-lexicon.ts';
import type { DateDraft } from '../detectors/detect-dates.ts';

/** How far back the day may stand that "the next day" counts from, in UTF-16 units. */
const REACH = 400;
/** Where "within", "for" are looked for before a distance. */
const STRETCH = 16;

/** "three days before 9 May", "ten days after 24 February 2022": the day that is counted to. */
export function countFrom(text: string, drafts: readonly DateDraft[], lexicon: DateLexicon): DateDraft[] {
  const made: DateDraft[] = [];
  for (const d of drafts) {
    const last = made.at(-1);
    const way = last?.distance ? wayBetween(text, last, d, lexicon) : 0;
    const value = way === 0 ? null : shifted(d.value, last!.distance!, way);
    if (value === null) made.push(d);
    else made[made.length - 1] = { start: last!.start, end: d.end, value, rule: 'date-count' };
  }
  return made;
}

function wayBetween(text: string, distance: DateDraft, day: DateDraft, lexicon: DateLexicon): -1 | 0 | 1 {
  const link = foldCase(text.slice(distance.end, day.start)).trim();
  const way = lexicon.has('count-after', link) ? 1 : lexicon.has('count-before', link) ? -1 : 0;
  if (way === 0) return 0;
  // "within 30 days after 5 May" is a stretch, not its last day
  const words = ` ${foldCase(text.slice(Math.max(0, distance.start - STRETCH), distance.end)).replace(/\s+/g, ' ')} `;
  return lexicon.words('stretch').some((w) => words.includes(` ${w} `)) ? 0 : way;
}

/** A day (or, for months and years, a month) so many units on. */
function shifted(base: string | null | undefined, distance: string, way: -1 | 1): string | null {
  const steps = [...distance.matchAll(/(\d+)([YMWD])/g)].map((m) => [Number(m[1]), m[2]!] as const);
  if (!steps.length || !/^P(?:\d+[YMWD])+$/.test(distance)) return null;
  const isMonth = /^\d{4}-\d\d$/.test(base ?? '');
  if (!isMonth && !/^\d{4}-\d\d-\d\d$/.test(base ?? '')) return null;
  if (isMonth && steps.some(([, unit]) => unit === 'D' || unit === 'W')) return null;
  let day = rangeOf(base!)!.first;
  for (const [count, unit] of steps)
    day =
      unit === 'Y' || unit === 'M'
        ? addMonthsToDay(day, way * count * (unit === 'Y' ? 12 : 1))
        : day + way * count * (unit === 'W' ? 7 : 1);
  const at = dateOf(day);
  return isMonth ? isoMonth(at.year, at.month) : isoDay(day);
}

/** "the next day", "the same year": counts from the day told last before it; null where none is told near. */
export function countFromTold(drafts: readonly DateDraft[]): DateDraft[] {
  const made: DateDraft[] = [];
  for (const d of drafts) {
    const before = d.told ? lastDated(made, d.start - REACH) : undefined;
    made.push(d.told && before ? { ...d, value: fromTold(before, d.told) } : d);
  }
  return made;
}
/** The value of the last dated expression that ends behind `from`. */
function lastDated(drafts: readonly DateDraft[], from: number): string | undefined {
  for (let i = drafts.length - 1; i >= 0 && drafts[i]!.end >= from; i--) {
    const value = (drafts[i]!.value ?? '').slice(0, 10);
    if (rangeOf(value) !== null) return value;
  }
  return undefined;
}
function fromTold(before: string, told: { readonly unit: string; readonly shift: number }): string | null {
  const range = rangeOf(before)!;
  const at = dateOf(range.first);
  const days = range.last - range.first;
  if (told.unit === 'D') return days === 0 ? isoDay(range.first + told.shift) : null;
  if (told.unit === 'W') return days <= 6 ? isoWeek(range.first + 7 * told.shift) : null;
  if (told.unit === 'M') {
    const m = addMonths(at.year, at.month, told.shift);
    return days <= 30 ? isoMonth(m.year, m.month) : null;
  }
  return days <= 365 ? isoYear(at.year + told.shift) : null;
}

/** "next week there will be a meeting on Friday": a weekday later in the clause is of the week that the clause names. */
export function weekdaysOfWeeks(text: string, drafts: readonly DateDraft[]): DateDraft[] {
  return drafts.map((d, i) => {
    const week = drafts[i - 1];
    const isPlain = d.rule === 'date-weekday' && /^\p{L}+$/u.test(text.slice(d.start, d.end));
    if (!isPlain || week?.rule !== 'date-relative-unit' || !/^\d{4}-W\d\d$/.test(week.value ?? '')) return d;
    if (!SAME_CLAUSE.test(text.slice(week.end, d.start))) return d;
    const day = /^\d{4}-\d\d-\d\d$/.test(d.value ?? '') ? rangeOf(d.value!) : null;
    return day ? { ...d, value: isoDay(rangeOf(week.value!)!.first + weekdayOf(day.first) - 1) } : d;
  });
}
const SAME_CLAUSE = /^[^.,!?;:()]{1,40}$/u;
