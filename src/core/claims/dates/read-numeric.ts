import { isoDate, isoMonth, isRealDay } from '../../text/calendar.ts';
import { endsWithWord, yearOf } from './read-calendar.ts';
import { NOT_A_DATE, numberOf, type Reader, unresolved } from './reading-context.ts';

/** `2022-01-06`, with `T19:47` when a time is printed. */
export const readIsoDate: Reader = (context) => {
  const [year, month, day] = [numberOf(context, 'y'), numberOf(context, 'm'), numberOf(context, 'd')] as [
    number,
    number,
    number,
  ];
  return isRealDay(year, month, day) ? { value: isoDate(year, month, day) } : NOT_A_DATE;
};

/**
 * `06.01.2022`, `06-01-2022`, `1/6/2022`. Dots and hyphens are written day first. With slashes either order is in use:
 * where both are possible the value is EDTF's one-of-a-set, `[2022-01-06,2022-06-01]`, and not a guess.
 */
export const readNumericDate: Reader = (context) => {
  const [a, b, year] = [numberOf(context, 'a'), numberOf(context, 'b'), numberOf(context, 'y')] as [
    number,
    number,
    number,
  ];
  const dayFirst = isRealDay(year, b, a) ? isoDate(year, b, a) : null;
  const monthFirst = isRealDay(year, a, b) ? isoDate(year, a, b) : null;
  if (/[\d./-]$/.test(context.before) && !/\s\d{1,6}-$/.test(` ${context.before}`)) return NOT_A_DATE;
  if (context.groups.sep !== '/') return dayFirst ? { value: dayFirst } : NOT_A_DATE;
  if (dayFirst && monthFirst && dayFirst !== monthFirst)
    return { value: `[${[dayFirst, monthFirst].sort().join(',')}]` };
  const only = dayFirst ?? monthFirst;
  return only ? { value: only } : unresolved;
};

/** `11/2016`, `2016/11`. */
export const readNumericMonth: Reader = (context) => {
  const [year, month] = [
    numberOf(context, 'y') ?? numberOf(context, 'y2'),
    numberOf(context, 'm') ?? numberOf(context, 'm2'),
  ];
  return year === null || month === null ? NOT_A_DATE : { value: isoMonth(year, month) };
};

/** How far ahead of the day of speaking a year of two digits may lie. */
const AHEAD = 10;

/** `15.03.22`, `15.03` behind "до" or a weekday: dots are written day first. Decimals and versions look alike, so both have two digits. */
export const readShortDate: Reader = (context) => {
  const [day, month] = [numberOf(context, 'a')!, numberOf(context, 'b')!];
  const printed = numberOf(context, 'yy');
  const { anchor } = context;
  if (/^\s?(?:%|процент|млн|млрд|тыс|миллион|миллиард|балл|час|кг|км)/u.test(context.after)) return NOT_A_DATE;
  if (printed === null) {
    const isBeforeTime = /^\.? (?:в|во) \d/u.test(context.after);
    if (!isBeforeTime && !endsWithWord(context, 'short-date-frame')) return NOT_A_DATE;
    const year = yearOf(context, month, day);
    if (!isRealDay(2000, month, day)) return NOT_A_DATE;
    return { value: year !== null && isRealDay(year, month, day) ? isoDate(year, month, day) : null };
  }
  if (!anchor) return isRealDay(2000, month, day) ? { value: null } : NOT_A_DATE;
  const year = 2000 + printed > anchor.year + AHEAD ? 1900 + printed : 2000 + printed;
  return isRealDay(year, month, day) ? { value: isoDate(year, month, day) } : NOT_A_DATE;
};
