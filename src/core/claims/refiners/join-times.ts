import { dayNumber, isoDay } from '../../text/calendar.ts';
import type { DateDraft } from '../detectors/detect-dates.ts';

/** A day, with or without a part of it. */
const DAY = /^\d{4}-\d\d-\d\d(?:T[A-Z]{2})?$/;
/** What may stand between a day and its time: "Friday, at 9", "в понедельник (мск) в 9". */
const BESIDE = /^\.?[,\s]*(?:\([^()]{1,24}\)\s*)?(?:(?:at|on|of|in the|в|во|около|примерно)\s)*$/u;
const NEAR = 34;
/** "there will be a meeting on Thursday at 16:00": a time a few words after the only day of its clause. */
const SAME_CLAUSE = /^[^.,!?;:()]{1,28}$/u;

/**
 * A day and a time or part of the day beside each other are one expression: "9 a.m. Tuesday", "6 January 2022 19:47", "the
 * evening of 5 May". A part of no day is dropped: by itself it is no date.
 */
export function joinTimes(text: string, drafts: readonly DateDraft[]): DateDraft[] {
  const joined: DateDraft[] = [];
  for (const d of drafts) {
    const last = joined.at(-1);
    const made = last && d.start - last.end <= NEAR ? joinPair(text, last, d) : null;
    if (made) joined[joined.length - 1] = made;
    else joined.push(d);
  }
  return joined.filter((d) => !isPart(d)).map((d, i, all) => (isClock(d) ? withDayBefore(text, all[i - 1], d) : d));
}

const isClock = (d: DateDraft): boolean =>
  d.rule === 'date-clock' && /^T\d\d:\d\d(?:\/T\d\d:\d\d)?$/.test(d.value ?? '');
const isPart = (d: DateDraft): boolean => d.rule === 'date-part' || d.rule === 'date-eve-part';

function joinPair(text: string, first: DateDraft, second: DateDraft): DateDraft | null {
  if (!BESIDE.test(text.slice(first.end, second.start))) return null;
  if (isClock(first) && isClock(second)) return null;
  const [time, day] = isClock(first) || isPart(first) ? [first, second] : [second, first];
  if (!(isClock(time) || isPart(time)) || isClock(day) || isPart(day) || !DAY.test(day.value ?? '')) return null;
  const said = day.value!.slice(0, 10);
  // "в ночь на 5 мая" is the night before it
  const on = time.rule === 'date-eve-part' ? dayBefore(said) : said;
  return { start: first.start, end: second.end, value: onDay(on, time.value!), rule: day.rule };
}
/** A time, or both ends of a stretch of times, on a day. */
const onDay = (day: string, time: string): string =>
  time
    .split('/')
    .map((t) => day + t)
    .join('/');
const dayBefore = (day: string): string =>
  isoDay(dayNumber(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))) - 1);

function withDayBefore(text: string, day: DateDraft | undefined, clock: DateDraft): DateDraft {
  if (!day || !DAY.test(day.value ?? '') || !SAME_CLAUSE.test(text.slice(day.end, clock.start))) return clock;
  return { ...clock, value: onDay(day.value!.slice(0, 10), clock.value!) };
}
