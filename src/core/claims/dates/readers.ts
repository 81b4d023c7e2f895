import * as calendar from './read-calendar.ts';
import * as days from './read-days.ts';
import { readDistance, readDuration, readSet } from './read-distance.ts';
import { readMonthDays, readMonthPart, readMonthRange, readNightBetween, readWeekNumber } from './read-month-parts.ts';
import { readIsoDate, readNumericDate, readNumericMonth, readShortDate } from './read-numeric.ts';
import * as relative from './read-relative.ts';
import * as told from './read-told.ts';
import * as years from './read-years.ts';
import type { Reader } from './reading-context.ts';

/** The readers that `read-NAME` keys of data/cues.<lang>.yaml name. */
export const READERS: Readonly<Record<string, Reader>> = {
  'iso-date': readIsoDate,
  'numeric-date': readNumericDate,
  'numeric-month': readNumericMonth,
  'short-date': readShortDate,
  'calendar-day': calendar.readCalendarDay,
  'day-range': calendar.readDayRange,
  month: calendar.readMonth,
  'month-week': calendar.readMonthWeek,
  'month-part': readMonthPart,
  'month-days': readMonthDays,
  'month-range': readMonthRange,
  'week-number': readWeekNumber,
  'night-between': readNightBetween,
  'nth-weekday': calendar.readNthWeekday,
  dom: calendar.readDayOfMonthAlone,
  year: years.readYear,
  'word-year': years.readWordYear,
  'year-range': years.readYearRange,
  decade: years.readDecade,
  century: years.readCentury,
  quarter: years.readQuarter,
  'fiscal-year': years.readFiscalYear,
  season: years.readSeason,
  'relative-unit': relative.readRelativeUnit,
  spell: relative.readSpell,
  distance: readDistance,
  duration: readDuration,
  set: readSet,
  weekday: days.readWeekday,
  dayshift: days.readDayShift,
  clock: days.readClock,
  holiday: days.readHoliday,
  part: days.readPart,
  'eve-part': days.readPart,
  told: told.readTold,
  eve: told.readEve,
  'so-far': told.readSoFar,
  'these-days': told.readTheseDays,
  present: days.readPresent,
  past: days.readPast,
  future: days.readFuture,
  nothing: days.readNothing,
};
