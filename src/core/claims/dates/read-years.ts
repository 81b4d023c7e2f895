import { isoMonth, isoYear } from '../../text/calendar.ts';
import { edgeOfYear, endsWithWord } from './read-calendar.ts';
import { readDayOfMonth } from './read-number.ts';
import { unitAt } from './read-relative.ts';
import { NOT_A_DATE, numberOf, type Reader, type ReadingContext, unresolved, wordOf } from './reading-context.ts';

/** "2008", "early 2026". A bare number is a year only in a frame of time: "2000 troops" is none. */
export const readYear: Reader = (context) => {
  const year = numberOf(context, 'year')!;
  const edge = wordOf(context, 'edge');
  if (edge === null && context.groups.yearword === undefined) {
    if (year < 1500 || /[$€£№#]\s*$/.test(context.before) || /^(?:[%°]|[.,]\d|\/\d|:\d)/.test(context.after))
      return NOT_A_DATE;
    if (/[/\-–\d.]$/.test(context.before)) return NOT_A_DATE;
    const next = /^\s+(\p{L}+)/u.exec(context.after)?.[1] ?? '';
    if (context.lexicon.has('year-not', next) || /^\s?-\s?\d/.test(context.after)) return NOT_A_DATE;
    const framed =
      endsWithWord(context, 'year-frame') ||
      /[(,]\s*$/.test(context.before) ||
      /^\s*[).,;:?!]|^\s*$/.test(context.after);
    // "2000 pieces": a count, though a year may stand before a plural too ("in 2000 prices")
    if (!framed && (year < 1900 || /^\p{Ll}{3,}s$/u.test(/^\s+(\p{L}+)/u.exec(context.after)?.[1] ?? '')))
      return NOT_A_DATE;
  }
  return { value: edgeOfYear(year, edge) };
};

/** "1981-1989", "from 2014 to 2018". */
export const readYearRange: Reader = (context) => {
  const first = numberOf(context, 'year')!;
  const last = numberOf(context, 'year2')!;
  if (first >= last || last - first > 300 || /[\d\-–/]$/.test(context.before) || /^[-–/]\d/.test(context.after))
    return NOT_A_DATE;
  return { value: `${isoYear(first)}/${isoYear(last)}` };
};

/** "the 1990s", "the late 1980s", "the nineties" (of the century of speaking or before it). */
export const readDecade: Reader = (context) => {
  const tens = numberOf(context, 'tens');
  if (tens !== null) return { value: `${isoYear(tens).slice(0, 3)}X` };
  const decade = context.groups.yy === undefined ? Number(wordOf(context, 'decade')) : Number(context.groups.yy) / 10;
  if (!context.anchor) return unresolved;
  const now = Math.floor(context.anchor.year / 10);
  let made = Math.floor(now / 10) * 10 + decade;
  if (made > now) made -= 10;
  return { value: `${made}X` };
};

/** "the twentieth century": 19XX. */
export const readCentury: Reader = (context) => {
  const n =
    context.groups.dom === undefined
      ? Number(wordOf(context, 'roman') ?? wordOf(context, 'century'))
      : readDayOfMonth(context.groups.dom, context.lexicon);
  return n === null || n < 2 ? NOT_A_DATE : { value: `${String(n - 1).padStart(2, '0')}XX` };
};

function yearMeant(context: ReadingContext): number | null {
  const printed = numberOf(context, 'year');
  if (printed !== null) return printed;
  if (!context.anchor) return null;
  return context.anchor.year + (context.groups.shift === undefined ? 0 : Number(wordOf(context, 'shift')));
}

/** "the third quarter of 2021", "Q1 2022", "the first half of this year". */
export const readQuarter: Reader = (context) => {
  const half = context.groups.half !== undefined;
  // "last quarter" without a year is the one before this, not the fourth
  if (
    !half &&
    context.groups.year === undefined &&
    context.groups.shift === undefined &&
    wordOf(context, 'ordinal') === '-1'
  )
    return { value: unitAt(context, 'Q', -1) };
  let n = numberOf(context, 'qnum') ?? Number(wordOf(context, 'ordinal'));
  if (n < 0) n = half ? 2 : 4;
  const year = yearMeant(context);
  if (year === null) return unresolved;
  if (half) return n > 2 ? NOT_A_DATE : { value: `${isoMonth(year, n * 6 - 5)}/${isoMonth(year, n * 6)}` };
  return { value: `${isoYear(year)}-Q${n}` };
};

/** "fiscal year 2021": FY2021 (TimeML); whose fiscal year, and so which days, is not printed. */
export const readFiscalYear: Reader = (context) => {
  const year = context.groups.yy === undefined ? yearMeant(context) : 2000 + Number(context.groups.yy);
  return year === null ? unresolved : { value: `FY${isoYear(year)}` };
};

/** "last fall", "the spring of 2014", "in the summer": 2014-SP (TimeML). */
export const readSeason: Reader = (context) => {
  const season = wordOf(context, 'season') ?? wordOf(context, 'season_in', 'season-in')!;
  const printed = numberOf(context, 'year');
  if (printed !== null) return { value: `${isoYear(printed)}-${season}` };
  const { anchor, direction } = context;
  if (!anchor || anchor.month === null) return unresolved;
  const first = { SP: 3, SU: 6, FA: 9, WI: 12 }[season]!;
  const shift = context.groups.shift === undefined ? null : Number(wordOf(context, 'shift'));
  if (shift === 0) return { value: `${isoYear(anchor.year)}-${season}` };
  if (shift === null && direction === 0) return unresolved;
  const back = shift === null ? direction < 0 : shift < 0;
  const year = back
    ? first + 2 < anchor.month
      ? anchor.year
      : anchor.year - 1
    : first > anchor.month
      ? anchor.year
      : anchor.year + 1;
  return { value: `${isoYear(year)}-${season}` };
};
