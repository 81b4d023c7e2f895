import { dayNumber, easterSunday, isoDate, isoDay, isRealDay, weekdayOf } from '../../text/calendar.ts';
import { endsWithWord, nthWeekday } from './read-calendar.ts';
import { NOT_A_DATE, numberOf, type Reader, type ReadingContext, unresolved, wordOf } from './reading-context.ts';

const withPart = (day: string, part: string | null): string => (part === null ? day : `${day}T${part}`);

/**
 * "Friday", "last Wednesday", "Friday morning". Without a tense it is the last one, the day of speaking itself
 * included: that is how news is told.
 */
export const readWeekday: Reader = (context) => {
  const part = wordOf(context, 'part');
  const { today, groups } = context;
  if (groups.weekday === undefined) return today === null || part === null ? unresolved : partOfDay(context, part);
  const weekday = Number(wordOf(context, 'weekday'));
  // "среды" is a surrounding, too
  const framed = context.lexicon.valueOf('weekday-framed', groups.weekday);
  if (framed !== null && groups.shift === undefined && !endsWithWord(context, 'weekday-frame')) return NOT_A_DATE;
  if (framed === 'dative' && !endsWithWord(context, 'weekday-dative')) return NOT_A_DATE;
  if (today === null) return { value: `XXXX-WXX-${weekday}` };
  const ahead = (weekday - weekdayOf(today) + 7) % 7;
  let day: number;
  if (groups.weekword !== undefined) day = today - weekdayOf(today) + weekday + 7 * Number(wordOf(context, 'shift'));
  else if (groups.shift !== undefined) {
    const shift = Number(wordOf(context, 'shift'));
    if (shift < 0) day = today - ((weekdayOf(today) - weekday + 7) % 7 || 7);
    else if (shift > 0 && context.lexicon.has('nearest', groups.shift)) day = today + (ahead || 7);
    // said on Monday, "next Friday" is of the next week; this week's is "this Friday"
    else if (shift > 0) day = today - weekdayOf(today) + weekday + 7;
    else day = today - weekdayOf(today) + weekday;
  } else if (ahead === 0) day = today;
  else day = isAhead(context) ? today + ahead : today + ahead - 7;
  return { value: withPart(isoDay(day), part) };
};

/** Where the past is always marked on the verb (Russian), a day without a mark of it is still to come. */
const isAhead = (context: ReadingContext): boolean =>
  context.groups.owner === undefined &&
  (context.direction > 0 || (context.direction === 0 && context.lexicon.words('unmarked-ahead').length > 0));

/** "утром", "the evening of": a part of a day that stands beside it; alone it is no date. */
export const readPart: Reader = (context) => {
  const part = wordOf(context, 'part') ?? wordOf(context, 'eve_part', 'eve-part');
  return part === null ? NOT_A_DATE : { value: `T${part}` };
};

function partOfDay(context: ReadingContext, part: string) {
  if (part === 'EV' && wordOf(context, 'shift') === '-1') return { value: `${isoDay(context.today! - 1)}TEV` };
  if (part === 'NI' && wordOf(context, 'shift') === '-1') return { value: `${isoDay(context.today! - 1)}TNI` };
  // "the next morning" counts from what is told, not from the day of speaking
  return Number(wordOf(context, 'shift')) === 0 ? { value: `${isoDay(context.today!)}T${part}` } : unresolved;
}

/** "today", "yesterday", "the day after tomorrow", "tonight". */
export const readDayShift: Reader = (context) => {
  const night = wordOf(context, 'nightshift');
  if (context.today === null) return unresolved;
  if (night !== null) return { value: `${isoDay(context.today + Number(night))}TNI` };
  // "сегодняшнего дня" is the whole of it
  const part =
    /шн/.test(context.groups.dayshift ?? '') && wordOf(context, 'part') === 'AF' ? null : wordOf(context, 'part');
  return { value: withPart(isoDay(context.today + Number(wordOf(context, 'dayshift'))), part) };
};

/** "10:35 a.m.", "19:47", "noon": a time of a day that is not said here; a day beside it is joined later. */
export const readClock: Reader = (context) => {
  const noon = wordOf(context, 'noon');
  if (context.groups.clock2 !== undefined) return readClockRange(context);
  const time = noon ?? clockTime(context);
  if (time === null) return NOT_A_DATE;
  return { value: `T${time}` };
};
/** "с 10 до 13 часов", "с 5 до 7 вечера": two times of one day, the part of the day being that of both. */
function readClockRange(context: ReadingContext) {
  const late = ['AF', 'EV'].includes(wordOf(context, 'part') ?? '');
  const hours = [context.groups.clock, context.groups.clock2].map((h) => Number(h) + (late && Number(h) < 12 ? 12 : 0));
  // "с 5 до 10 процентов"
  const isTime = ['part', 'minute', 'minute2', 'hours'].some((name) => context.groups[name] !== undefined);
  if (!isTime || hours[0]! >= hours[1]! || hours[1]! > 24) return NOT_A_DATE;
  const at = (hour: number, minute: string | undefined) => `T${String(hour).padStart(2, '0')}:${minute ?? '00'}`;
  return { value: `${at(hours[0]!, context.groups.minute)}/${at(hours[1]!, context.groups.minute2)}` };
}
function clockTime(context: ReadingContext): string | null {
  let hour = numberOf(context, 'clock') ?? (Number(wordOf(context, 'clockword')) || null);
  if (hour === null) return null;
  const half = wordOf(context, 'meridiem');
  const part = wordOf(context, 'part');
  const isWhole = context.groups.minute === undefined;
  if ((half !== null || (part !== null && isWhole)) && hour > 12) return null;
  // "11 at night" is late, "2 at night" early
  if ((half === 'PM' || part === 'AF' || part === 'EV' || (part === 'NI' && hour > 6)) && hour < 12) hour += 12;
  if (half === 'AM' && hour === 12) hour = 0;
  // "в 24 часа" is a stretch
  if (hour > 24 || (hour === 24 && context.groups.minute === undefined && noHalf(context))) return null;
  return `${String(hour).padStart(2, '0')}:${context.groups.minute ?? '00'}`;
}

const noHalf = (context: ReadingContext): boolean =>
  context.groups.meridiem === undefined && context.groups.part === undefined;

/** "Christmas 2010", "Thanksgiving Day", "the eve of the New Year": the nearest one, or that of the year printed. */
export const readHoliday: Reader = (context) => {
  const rule = wordOf(context, 'holiday') ?? wordOf(context, 'eve');
  if (rule === null) return NOT_A_DATE;
  const dayIn = (year: number): string | null => {
    const nth = /^(\d\d)\/(\d)\/(-?\d)(?:\+(\d+))?$/.exec(rule);
    if (nth) {
      const day = nthWeekday(year, Number(nth[1]), Number(nth[2]), Number(nth[3]));
      return day === null ? null : isoDay(dayNumber(year, Number(nth[1]), day) + Number(nth[4] ?? 0));
    }
    const easter = /^easter([+-]\d+)?$/.exec(rule);
    if (easter) return isoDay(easterSunday(year) + Number(easter[1] ?? 0));
    const [month, day] = rule.replace('~', '').split('-').map(Number) as [number, number];
    return isRealDay(year, month, day) ? isoDate(year, month, day) + (rule.endsWith('~') ? '~' : '') : null;
  };
  const printed = numberOf(context, 'year');
  if (printed !== null) return { value: dayIn(printed) };
  const { today, anchor } = context;
  if (today === null || !anchor) return unresolved;
  if (wordOf(context, 'shift') === '0') return { value: dayIn(anchor.year) };
  const days = [anchor.year - 1, anchor.year, anchor.year + 1].map(dayIn).filter((d) => d !== null);
  const at = (d: string) => dayNumber(Number(d.slice(0, 4)), Number(d.slice(5, 7)), Number(d.slice(8, 10))) - today;
  const fits = days.filter((d) =>
    wordOf(context, 'shift') === '-1' ? at(d) < 0 : wordOf(context, 'shift') === '1' ? at(d) > 0 : true,
  );
  return { value: fits.sort((a, b) => Math.abs(at(a)) - Math.abs(at(b)))[0] ?? null };
};

export const readPresent: Reader = () => ({ value: 'PRESENT_REF' });
export const readPast: Reader = () => ({ value: 'PAST_REF' });
export const readFuture: Reader = () => ({ value: 'FUTURE_REF' });
/** Words that look like a time expression and are none: they keep the others away. */
export const readNothing: Reader = () => NOT_A_DATE;
