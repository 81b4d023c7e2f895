/** Day arithmetic on the proleptic Gregorian calendar; a day is a count of days since 1970-01-01. No clock is read. */
const DAY_MS = 86_400_000;

/** A day, month or year as precise as it is known; month and day count from 1. */
export interface PartialDate {
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
}

/** The first and last day (inclusive) that a value covers. */
export interface DayRange {
  readonly first: number;
  readonly last: number;
}

export const dayNumber = (year: number, month: number, day: number): number => {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return Math.round(date.getTime() / DAY_MS);
};
export const daysInMonth = (year: number, month: number): number =>
  dayNumber(month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1, 1) - dayNumber(year, month, 1);
/** ISO weekday, 1 = Monday. */
export const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;
export const isRealDay = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);

export function dateOf(day: number): { year: number; month: number; day: number } {
  const date = new Date(day * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

const pad = (n: number, width = 2) => String(n).padStart(width, '0');
export const isoYear = (year: number): string => pad(year, 4);
export const isoMonth = (year: number, month: number): string => `${isoYear(year)}-${pad(month)}`;
export const isoDate = (year: number, month: number, day: number): string => `${isoMonth(year, month)}-${pad(day)}`;
export function isoDay(day: number): string {
  const d = dateOf(day);
  return isoDate(d.year, d.month, d.day);
}

/** Whole days from one ISO day to another. */
export const daysApart = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

/** ISO week of a day: `2022-W02`. */
export function isoWeek(day: number): string {
  const thursday = day - weekdayOf(day) + 4;
  const { year } = dateOf(thursday);
  return `${isoYear(year)}-W${pad(Math.floor((thursday - dayNumber(year, 1, 1)) / 7) + 1)}`;
}
export const mondayOf = (day: number): number => day - weekdayOf(day) + 1;

/** Year and month `count` months on. */
export function addMonths(year: number, month: number, count: number): { year: number; month: number } {
  const index = year * 12 + (month - 1) + count;
  return { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 };
}

/** The same day `count` months on, or the month's last day where there is none. */
export function addMonthsToDay(day: number, count: number): number {
  const from = dateOf(day);
  const to = addMonths(from.year, from.month, count);
  return dayNumber(to.year, to.month, Math.min(from.day, daysInMonth(to.year, to.month)));
}

/** Western Easter Sunday as a day number (the anonymous Gregorian computus; Meeus, Astronomical Algorithms, chapter 8). */
export function easterSunday(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return dayNumber(year, Math.floor(f / 31), (f % 31) + 1);
}

/** `2022`, `2022-01` or `2022-01-06` (a time, `~` and `?` are passed over); null for anything vaguer. */
export function parsePartialDate(edtf: string | null): PartialDate | null {
  const m = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T[\d:.Z+-]*)?[~?%]?$/.exec(edtf ?? '');
  if (!m) return null;
  const [year, month, day] = [Number(m[1]), m[2] ? Number(m[2]) : null, m[3] ? Number(m[3]) : null];
  if (month !== null && (month < 1 || month > 12)) return null;
  if (month !== null && day !== null && !isRealDay(year, month, day)) return null;
  return { year, month, day };
}

/** Months in which a season of TIMEX3 begins and ends; a winter may be that of either end of its year. */
const SEASONS: Readonly<Record<string, readonly [number, number]>> = {
  SP: [3, 5],
  SU: [6, 8],
  FA: [9, 11],
  WI: [1, 12],
};

/** First and last day of a year, month, day, week, quarter, season or decade value; null for the rest. */
export function rangeOf(value: string): DayRange | null {
  const v = value.replace(/[~?%]/g, '');
  const p = parsePartialDate(v);
  if (p) {
    if (p.month === null) return { first: dayNumber(p.year, 1, 1), last: dayNumber(p.year, 12, 31) };
    if (p.day === null)
      return { first: dayNumber(p.year, p.month, 1), last: dayNumber(p.year, p.month, daysInMonth(p.year, p.month)) };
    const day = dayNumber(p.year, p.month, p.day);
    return { first: day, last: day };
  }
  const week = /^(\d{4})-W(\d\d)$/.exec(v);
  if (week) {
    const monday = mondayOf(dayNumber(Number(week[1]), 1, 4)) + (Number(week[2]) - 1) * 7;
    return { first: monday, last: monday + 6 };
  }
  const quarter = /^(\d{4})-Q([1-4])$/.exec(v);
  if (quarter) {
    const [year, q] = [Number(quarter[1]), Number(quarter[2])];
    return { first: dayNumber(year, q * 3 - 2, 1), last: dayNumber(year, q * 3, daysInMonth(year, q * 3)) };
  }
  const season = /^(\d{4})-(SP|SU|FA|WI)$/.exec(v);
  if (season) {
    const [year, [from, to]] = [Number(season[1]), SEASONS[season[2]!]!];
    return { first: dayNumber(year, from, 1), last: dayNumber(year, to, daysInMonth(year, to)) };
  }
  const decade = /^(\d{3})X$/.exec(v);
  if (decade)
    return { first: dayNumber(Number(decade[1]) * 10, 1, 1), last: dayNumber(Number(decade[1]) * 10 + 9, 12, 31) };
  return null;
}

/**
 * First and last day that an EDTF or TIMEX3 value reaches, a value or an interval of two (`2022-W02`, `2023-10-21~/2023-10-31`), as
 * ISO days; null at an end that is open, and at both where the value tells no day.
 */
export function extentOf(value: string): { readonly from: string | null; readonly to: string | null } {
  const [first, last = first] = value.split('/');
  const at = (part: string | undefined, end: 'first' | 'last') => {
    const range = part === undefined ? null : rangeOf(part);
    return range && isoDay(range[end]);
  };
  return { from: at(first, 'first'), to: at(last, 'last') };
}

/** As `rangeOf`, and of an interval `A/B` from the first day of A to the last of B; null where an end is open. */
export function spanOf(value: string): DayRange | null {
  const at = value.indexOf('/');
  if (at < 0) return rangeOf(value);
  const [a, b] = [rangeOf(value.slice(0, at)), rangeOf(value.slice(at + 1))];
  return a && b && a.first <= b.last ? { first: a.first, last: b.last } : null;
}
/** The written ends of an interval; both are the value itself where it is none. */
export const endsOf = (value: string): readonly [string, string] => {
  const at = value.indexOf('/');
  return at < 0 ? [value, value] : [value.slice(0, at), value.slice(at + 1)];
};
