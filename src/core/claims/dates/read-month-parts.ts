import { dateOf, dayNumber, daysInMonth, isoDate, isoDay, isoMonth, isoWeek, mondayOf } from '../../text/calendar.ts';
import { yearOf } from './read-calendar.ts';
import { readDayOfMonth } from './read-number.ts';
import { NOT_A_DATE, numberOf, type Reader, type ReadingContext, unresolved, wordOf } from './reading-context.ts';

/** The year that a month stands with: printed, "of last year", or inferred as for a month alone. */
function yearBeside(context: ReadingContext, month: number): number | null {
  const printed = numberOf(context, 'year');
  if (printed !== null) return printed;
  if (context.groups.yearword !== undefined && context.groups.shift !== undefined)
    return context.anchor ? context.anchor.year + Number(wordOf(context, 'shift')) : null;
  return yearOf(context, month, null);
}

/** "the first half of May", "в последней декаде мая": its days, which the words fix. */
export const readMonthPart: Reader = (context) => {
  const month = Number(wordOf(context, 'month'));
  const parts = Number(wordOf(context, 'monthpart'));
  const year = yearBeside(context, month);
  const nth = Number(wordOf(context, 'ordinal'));
  const part = nth < 0 ? parts : nth;
  if (part > parts) return NOT_A_DATE;
  if (year === null) return unresolved;
  const size = parts === 2 ? 15 : 10;
  const last = part === parts ? daysInMonth(year, month) : part * size;
  return { value: `${isoDate(year, month, (part - 1) * size + 1)}/${isoDate(year, month, last)}` };
};

/** "в первых числах июня", "в двадцатых числах": days that are not told one by one, so approximate. */
export const readMonthDays: Reader = (context) => {
  const month = Number(wordOf(context, 'month'));
  const year = yearBeside(context, month);
  if (year === null) return unresolved;
  const days = daysInMonth(year, month);
  const at = (day: number) => isoDate(year, month, Math.min(day, days));
  const from = Number(wordOf(context, 'monthdays'));
  if (from < 0) return { value: `${at(days - 4)}~/${at(days)}` };
  if (from === 1) return { value: `${at(1)}/${at(5)}~` };
  return { value: `${at(from)}~/${at(from + 9)}~` };
};

/** "January-March 2024", "с марта по июнь", "from November to February": whole months; the year printed is the last one's. */
export const readMonthRange: Reader = (context) => {
  const first = Number(wordOf(context, 'month'));
  const last = Number(wordOf(context, 'month2', 'month'));
  const isWrapped = last < first;
  if (last === first) return NOT_A_DATE;
  const end = numberOf(context, 'year') ?? (context.groups.shift === undefined ? null : yearBeside(context, last));
  const start = end === null ? yearOf(context, first, null) : isWrapped ? end - 1 : end;
  if (start === null) return { value: null };
  return { value: `${isoMonth(start, first)}/${isoMonth(isWrapped ? start + 1 : start, last)}` };
};

/** "week 31", "the last week of 2015": ISO weeks of a year. */
export const readWeekNumber: Reader = (context) => {
  const { anchor } = context;
  const shift = context.groups.shift === undefined ? 0 : Number(wordOf(context, 'shift'));
  const year = numberOf(context, 'year') ?? (anchor ? anchor.year + shift : null);
  if (year === null) return unresolved;
  const weeks = Number(isoWeek(dayNumber(year, 12, 28)).slice(6));
  const nth = numberOf(context, 'n') ?? Number(wordOf(context, 'week_ordinal', 'week-ordinal'));
  const week = nth < 0 ? weeks : nth;
  if (week < 1 || week > weeks) return NOT_A_DATE;
  return { value: isoWeek(mondayOf(dayNumber(year, 1, 4)) + 7 * (week - 1)) };
};

/** "в ночь с 9 на 10 мая": the night that begins on the first of two days. */
export const readNightBetween: Reader = (context) => {
  const month = Number(wordOf(context, 'month2', 'month') ?? wordOf(context, 'month'));
  const [first, next] = [context.groups.dom!, context.groups.dom2!].map((d) => readDayOfMonth(d, context.lexicon));
  const year = numberOf(context, 'year') ?? yearOf(context, month, next ?? null);
  if (first == null || next == null) return NOT_A_DATE;
  if (year === null) return unresolved;
  const morning = dayNumber(year, month, next);
  // "с 31 на 1 мая" begins in the month before
  return dateOf(morning - 1).day === first ? { value: `${isoDay(morning - 1)}TNI` } : unresolved;
};
