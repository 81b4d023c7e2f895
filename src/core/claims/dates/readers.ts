import * as calendar from './read-calendar.ts';
import * as days from './read-days.ts';
import { readIsoDate, readNumericDate, readNumericMonth } from './read-numeric.ts';
import * as relative from './read-relative.ts';
import * as years from './read-years.ts';
import type { Reader } from './reading-context.ts';

/** The readers that `read-NAME` keys of data/cues.<lang>.yaml name. */
export const READERS: Readonly<Record<string, Reader>> = {
  'iso-date': readIsoDate,
  'numeric-date': readNumericDate,
  'numeric-month': readNumericMonth,
  'calendar-day': calendar.readCalendarDay,
  'day-range': calendar.readDayRange,
  month: calendar.readMonth,
  'month-week': calendar.readMonthWeek,
  'nth-weekday': calendar.readNthWeekday,
  dom: calendar.readDayOfMonthAlone,
  year: years.readYear,
  'year-range': years.readYearRange,
  decade: years.readDecade,
  century: years.readCentury,
  quarter: years.readQuarter,
  'fiscal-year': years.readFiscalYear,
  season: years.readSeason,
  'relative-unit': relative.readRelativeUnit,
  spell: relative.readSpell,
  distance: relative.readDistance,
  duration: relative.readDuration,
  set: relative.readSet,
  weekday: days.readWeekday,
  dayshift: days.readDayShift,
  clock: days.readClock,
  holiday: days.readHoliday,
  present: days.readPresent,
  past: days.readPast,
  future: days.readFuture,
  nothing: days.readNothing,
};
