import {
  addMonths,
  dayNumber,
  daysInMonth,
  isoDate,
  isoMonth,
  isoWeek,
  isoYear,
  isRealDay,
  mondayOf,
  weekdayOf,
} from '../../text/calendar.ts';
import { readDayOfMonth } from './read-number.ts';
import { NOT_A_DATE, numberOf, type Reader, type ReadingContext, unresolved, wordOf } from './reading-context.ts';

/** Days a date may lie against the tense around it. */
const WRONG_WAY = 45;

/**
 * The year of a month, or of a day, that is printed without one. The tense decides where it is clear; else the
 * nearest to the day of speaking. Null without a day of speaking: a year is never guessed (law V3).
 */
export function yearOf(context: ReadingContext, month: number, day: number | null): number | null {
  const { anchor, direction, today } = context;
  if (!anchor) return null;
  if (anchor.month === null) return null;
  if (month === anchor.month && day === null) return anchor.year;
  if (day !== null && today !== null) {
    const distance = (year: number) => dayNumber(year, month, day) - today;
    const same = distance(anchor.year);
    // tense is read off near words and may belong to another verb, so a few weeks the wrong way are let pass
    if (direction < 0) return same > WRONG_WAY ? anchor.year - 1 : anchor.year;
    if (direction > 0) return same < -WRONG_WAY ? anchor.year + 1 : anchor.year;
    if (same > 183) return anchor.year - 1;
    if (same < -183) return anchor.year + 1;
    return anchor.year;
  }
  const same = month - anchor.month;
  if (direction < 0) return same > 0 ? anchor.year - 1 : anchor.year;
  if (direction > 0) return same < 0 ? anchor.year + 1 : anchor.year;
  return same > 6 ? anchor.year - 1 : same < -6 ? anchor.year + 1 : anchor.year;
}

function weekdayIn(context: ReadingContext): number | null {
  const value = wordOf(context, 'weekday') ?? wordOf(context, 'wdayabbr');
  return value === null ? null : Number(value);
}

/** "6 January 2022", "Thursday, January 6", "Thursday, the 6th". */
export const readCalendarDay: Reader = (context) => {
  const day = readDayOfMonth(context.groups.dom!, context.lexicon);
  const weekday = weekdayIn(context);
  if (day === null) return NOT_A_DATE;
  if (context.groups.unit !== undefined) return dayOfShiftedMonth(context, day);
  if (context.groups.month === undefined) {
    if (weekday === null || context.today === null) return unresolved;
    for (const shift of [0, -1, 1, -2, 2]) {
      const m = addMonths(context.anchor!.year, context.anchor!.month!, shift);
      if (isRealDay(m.year, m.month, day) && weekdayOf(dayNumber(m.year, m.month, day)) === weekday)
        return { value: isoDate(m.year, m.month, day) };
    }
    return unresolved;
  }
  const month = Number(wordOf(context, 'month'));
  const printed = numberOf(context, 'year');
  const shift = Number(wordOf(context, 'shift') ?? wordOf(context, 'yearabbr') ?? 0);
  const told: ReadingContext =
    shift === 0 ? context : Object.create(context, { direction: { value: shift < 0 ? -1 : 1 } });
  // "21 December of last year"
  const ofYear =
    (context.groups.yearword ?? context.groups.yearabbr) !== undefined && context.anchor && printed === null
      ? context.anchor.year + shift
      : null;
  let year = printed ?? ofYear ?? yearOf(told, month, day);
  if (printed === null && ofYear === null && weekday !== null && year !== null) {
    const fits = [year, year - 1, year + 1].find(
      (y) => isRealDay(y, month, day) && weekdayOf(dayNumber(y, month, day)) === weekday,
    );
    if (fits !== undefined) year = fits;
  }
  if (year === null)
    return { value: isRealDay(2000, month, day) ? `XXXX-${isoDate(2000, month, day).slice(5)}` : null };
  if (!isRealDay(year, month, day)) {
    context.report('no-such-day', `There is no day ${day} in month ${month} of ${year}.`);
    return unresolved;
  }
  if (weekday !== null && weekdayOf(dayNumber(year, month, day)) !== weekday)
    context.report(
      'weekday-and-date-disagree',
      `${isoDate(year, month, day)} is another day of the week than the one printed.`,
    );
  return { value: isoDate(year, month, day) };
};

/** The month that "next month" or "this month" names; null for another unit, or without a day of speaking. */
function shiftedMonthOf(context: ReadingContext): { year: number; month: number } | null {
  const { anchor } = context;
  if (wordOf(context, 'unit') !== 'M' || !anchor || anchor.month === null) return null;
  return addMonths(anchor.year, anchor.month, Number(wordOf(context, 'shift') ?? 0));
}

/** "the 20th of next month". */
function dayOfShiftedMonth(context: ReadingContext, day: number) {
  if (wordOf(context, 'unit') !== 'M') return NOT_A_DATE;
  const at = shiftedMonthOf(context);
  return at && isRealDay(at.year, at.month, day) ? { value: isoDate(at.year, at.month, day) } : unresolved;
}

/** "November 28-29", "from 4 to 28 January 2022", "from 4 to 22 of this month": first/last day. */
export const readDayRange: Reader = (context) => {
  const first = readDayOfMonth(context.groups.dom!, context.lexicon);
  const last = readDayOfMonth(context.groups.dom2!, context.lexicon);
  if (first === null || last === null) return NOT_A_DATE;
  const isBare = context.groups.month === undefined && context.groups.unit === undefined;
  const shifted = isBare
    ? bareMonth(context, first, last)
    : context.groups.unit === undefined
      ? null
      : shiftedMonthOf(context);
  if (context.groups.unit !== undefined && wordOf(context, 'unit') !== 'M') return NOT_A_DATE;
  const month = shifted?.month ?? Number(wordOf(context, 'month'));
  if (isBare && !shifted) return unresolved;
  const year =
    context.groups.month !== undefined
      ? (numberOf(context, 'year') ?? yearOf(context, month, first))
      : (shifted?.year ?? null);
  if (first >= last) return NOT_A_DATE;
  if (year === null) return { value: null };
  if (!isRealDay(year, month, first) || !isRealDay(year, month, last)) return unresolved;
  return { value: `${isoDate(year, month, first)}/${isoDate(year, month, last)}` };
};

/** "с 11 по 15 числа": of this month, or of the one beside it where the tense says so. */
function bareMonth(context: ReadingContext, first: number, last: number): { year: number; month: number } | null {
  const { anchor, direction } = context;
  if (!anchor || anchor.month === null || anchor.day === null) return null;
  const shift = direction < 0 && first > anchor.day ? -1 : direction > 0 && last < anchor.day ? 1 : 0;
  return addMonths(anchor.year, anchor.month, shift);
}

/** A third of a month, approximate at the inner ends: "late December" is 2021-12-21~/2021-12-31. */
export function edgeOfMonth(year: number, month: number, edge: string | null): string {
  if (edge === 'start') return `${isoDate(year, month, 1)}/${isoDate(year, month, 10)}~`;
  if (edge === 'mid') return `${isoDate(year, month, 11)}~/${isoDate(year, month, 20)}~`;
  if (edge === 'end') return `${isoDate(year, month, 21)}~/${isoDate(year, month, daysInMonth(year, month))}`;
  return isoMonth(year, month);
}
/** A third of a year likewise: "early 2026" is 2026-01/2026-04~. */
export function edgeOfYear(year: number, edge: string | null): string {
  if (edge === 'start') return `${isoMonth(year, 1)}/${isoMonth(year, 4)}~`;
  if (edge === 'mid') return `${isoMonth(year, 5)}~/${isoMonth(year, 8)}~`;
  if (edge === 'end') return `${isoMonth(year, 9)}~/${isoMonth(year, 12)}`;
  return isoYear(year);
}

/** "October", "late December", "the end of October of this year", "last November", "January 1998". */
export const readMonth: Reader = (context) => {
  const { groups, anchor, lexicon } = context;
  const month = Number(wordOf(context, 'month'));
  const edge = wordOf(context, 'edge');
  const moved = wordOf(context, 'shift') ?? wordOf(context, 'yearabbr');
  const shift = moved === null ? null : Number(moved);
  let year = numberOf(context, 'year');
  if (year === null && shift !== null && groups.month !== undefined && anchor) {
    const ofYear = (context.groups.yearword ?? context.groups.yearabbr) !== undefined;
    if (ofYear) year = anchor.year + shift;
    else if (anchor.month !== null) year = shiftedMonth(anchor.year, anchor.month, month, shift);
  }
  if (year === null && shift === null) {
    if (lexicon.has('needs-frame', groups.month!) && !edge && !endsWithWord(context, 'month-frame')) return NOT_A_DATE;
    if (lexicon.has('month-abbr', groups.month!)) return NOT_A_DATE;
    year = yearOf(context, month, null);
  }
  if (year === null) return { value: `XXXX-${String(month).padStart(2, '0')}` };
  return { value: edgeOfMonth(year, month, edge) };
};
const shiftedMonth = (year: number, from: number, month: number, shift: number): number =>
  shift < 0 ? (month < from ? year : year - 1) : shift > 0 ? (month > from ? year : year + 1) : year;

/** Does the passage before the match end with a cue of this class? */
export function endsWithWord(context: ReadingContext, kind: string): boolean {
  const tail = context.before.trimEnd();
  for (let words = 1, at = tail.length; words <= 4 && at > 0; words++) {
    at = tail.lastIndexOf(' ', at - 1);
    if (context.lexicon.has(kind, tail.slice(at + 1).replace(/[("'«]/g, ''))) return true;
  }
  return false;
}

/** "the second week of March", "the week of March 6". */
export const readMonthWeek: Reader = (context) => {
  const month = Number(wordOf(context, 'month'));
  const day = context.groups.dom === undefined ? null : readDayOfMonth(context.groups.dom, context.lexicon);
  const year = numberOf(context, 'year') ?? yearOf(context, month, day);
  if (year === null) return unresolved;
  if (day !== null) return isRealDay(year, month, day) ? { value: isoWeek(dayNumber(year, month, day)) } : unresolved;
  const nth = Number(wordOf(context, 'ordinal'));
  const last = dayNumber(year, month, daysInMonth(year, month));
  if (nth < 0) return { value: isoWeek(last) };
  return {
    value: isoWeek(
      mondayOf(dayNumber(year, month, 1)) + 7 * (nth - 1) + (weekdayOf(dayNumber(year, month, 1)) > 4 ? 7 : 0),
    ),
  };
};

/** "the first Friday of July". */
export const readNthWeekday: Reader = (context) => {
  const shifted = context.groups.unit === undefined ? null : shiftedMonthOf(context);
  if (context.groups.unit !== undefined && !shifted) return wordOf(context, 'unit') === 'M' ? unresolved : NOT_A_DATE;
  const month = shifted?.month ?? Number(wordOf(context, 'month'));
  const year = shifted?.year ?? numberOf(context, 'year') ?? yearOf(context, month, null);
  const day =
    year === null
      ? null
      : nthWeekday(year, month, Number(wordOf(context, 'weekday')), Number(wordOf(context, 'ordinal')));
  return year === null || day === null ? unresolved : { value: isoDate(year, month, day) };
};
/** Day of the month of its nth weekday (-1: the last). */
export function nthWeekday(year: number, month: number, weekday: number, nth: number): number | null {
  const days = daysInMonth(year, month);
  if (nth < 0) return days - ((weekdayOf(dayNumber(year, month, days)) - weekday + 7) % 7);
  const first = 1 + ((weekday - weekdayOf(dayNumber(year, month, 1)) + 7) % 7);
  return first + 7 * (nth - 1) <= days ? first + 7 * (nth - 1) : null;
}

/** "on the 14th": the nearest such day in the direction of the tense. */
export const readDayOfMonthAlone: Reader = (context) => {
  const day = readDayOfMonth(context.groups.domth!, context.lexicon);
  if (day === null) return NOT_A_DATE;
  if (
    /^\s*[\p{L}]/u.test(context.after) &&
    !context.lexicon.has('dom-after', /^\s*(\p{L}+)/u.exec(context.after)?.[1] ?? '')
  )
    return NOT_A_DATE;
  // "the 2nd" is more often an ordinal; behind "on", "by" it is a day
  if (day < 10 && context.groups.lead !== undefined) return NOT_A_DATE;
  if (context.today === null || !context.anchor) return unresolved;
  const { year, month, day: now } = context.anchor as { year: number; month: number; day: number };
  const shift = context.direction < 0 && day > now ? -1 : context.direction > 0 && day < now ? 1 : 0;
  const at = addMonths(year, month, shift);
  return isRealDay(at.year, at.month, day) ? { value: isoDate(at.year, at.month, day) } : unresolved;
};
