import { isoMonth, isoYear } from '../../text/calendar.ts';
import { edgeOfYear, endsWithWord } from './read-calendar.ts';
import { readDayOfMonth } from './read-number.ts';
import { unitAt } from './read-relative.ts';
import { NOT_A_DATE, numberOf, type Reader, type ReadingContext, unresolved, wordOf } from './reading-context.ts';

/** "2008", "early 2026". A bare number is a year only in a frame of time: "2000 troops" is none. */
export const readYear: Reader = (context) => {
  const year = numberOf(context, 'year')!;
  const edge = wordOf(context, 'edge');
  // "1990-х" is a decade
  if (/^-?(?:х|е|ые|ых)(?!\p{L})/u.test(context.after)) return NOT_A_DATE;
  if (edge === null && context.groups.yearword === undefined && context.groups.yearending === undefined) {
    if (year < 1500 || /[$€£№#]\s*$/.test(context.before) || /^(?:[%°]|[.,]\d|\/\d|:\d)/.test(context.after))
      return NOT_A_DATE;
    if (/[/\-–\d.]$/.test(context.before)) return NOT_A_DATE;
    const next = /^\s+(\p{L}+)/u.exec(context.after)?.[1] ?? '';
    if (
      endsWithWord(context, 'year-not-after') ||
      context.lexicon.has('year-not', next) ||
      /^\s?-\s?\d/.test(context.after)
    )
      return NOT_A_DATE;
    const framed =
      endsWithWord(context, 'year-frame') ||
      /[(,]\s*$/.test(context.before) ||
      /^\s*[).,;:?!]|^\s*$/.test(context.after);
    // "2000 pieces": a count, though a year may stand before a plural too ("in 2000 prices")
    const isBare = context.lexicon.words('year-needs-frame').length > 0;
    if (!framed && (isBare || year < 1900 || /^\p{Ll}{3,}s$/u.test(/^\s+(\p{L}+)/u.exec(context.after)?.[1] ?? '')))
      return NOT_A_DATE;
  }
  return { value: edgeOfYear(year, edge) };
};

/** "nineteen ninety-one", "two thousand and fifteen", "the nineteen seventies", «две тысячи двадцать втором году». */
export const readWordYear: Reader = (context) => {
  const base = Number(wordOf(context, 'millennium'));
  const decade = wordOf(context, 'decade');
  if (decade !== null) return { value: `${base / 100}${decade}X` };
  const [tens, units] = [wordOf(context, 'yeartens'), wordOf(context, 'yearunits')];
  if (tens !== null && units !== null && (Number(tens) < 20 || Number(units) > 9)) return NOT_A_DATE;
  const year = base + Number(tens ?? 0) + Number(units ?? 0);
  const month = wordOf(context, 'month');
  // "nineteen people": words for a year stand in a frame of time
  const isFramed = month !== null || context.groups.yearword !== undefined || endsWithWord(context, 'year-frame');
  if (!isFramed) return NOT_A_DATE;
  return { value: month === null ? isoYear(year) : isoMonth(year, Number(month)) };
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
    numberOf(context, 'n') ??
    (context.groups.dom === undefined
      ? Number(wordOf(context, 'roman') ?? wordOf(context, 'century'))
      : readDayOfMonth(context.groups.dom, context.lexicon));
  return n === null || n < 2 || n > 21 ? NOT_A_DATE : { value: `${String(n - 1).padStart(2, '0')}XX` };
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
  let n = numberOf(context, 'qnum') ?? Number(wordOf(context, 'qroman') ?? wordOf(context, 'ordinal'));
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
  if (shift === null && direction === 0)
    return { value: `${isoYear(nearestSeason(anchor.year, anchor.month, first))}-${season}` };
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

/** The year in which a season opens that lies nearest to a month: in May "summer" is the coming one. */
function nearestSeason(year: number, month: number, first: number): number {
  const distance = (y: number) => Math.abs((y - year) * 12 + first + 1 - month);
  return [year, year - 1, year + 1].reduce((best, y) => (distance(y) < distance(best) ? y : best));
}
