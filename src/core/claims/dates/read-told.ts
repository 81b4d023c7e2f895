import { isoDay, isoMonth, isoYear } from '../../text/calendar.ts';
import { NOT_A_DATE, type Reader, type ReadingContext, wordOf } from './reading-context.ts';

/** "the next day", "the same year": from the day told before (`D:1`); null until a refiner finds that day. */
export const readTold: Reader = (context) => {
  const told = wordOf(context, 'told');
  // "the day before the summit" counts from the summit
  if (/ before$/.test(context.groups.told ?? '') && !/^\s*(?:[.,;:!?)]|$)/.test(context.after)) return NOT_A_DATE;
  if (told === null) return { value: null };
  const [unit, shift] = told.split(':') as [string, string | undefined];
  return shift === undefined ? { value: null } : { value: null, told: { unit, shift: Number(shift) } };
};

/**
 * "накануне": the day before what is told, or else before the day of speaking. With a noun ("накануне саммита") it is the
 * eve of an event, whose day is not printed here.
 */
export const readEve: Reader = (context) => {
  const next = /^\s*(\p{L}+)/u.exec(context.after)?.[1];
  const standsAlone =
    next === undefined ||
    /^\s*[,.;:!?)—–-]/.test(context.after) ||
    ['dom-after', 'past-cue', 'future-cue'].some((kind) => context.lexicon.has(kind, next)) ||
    (next.length > 4 && context.lexicon.words('past-suffix').some((s) => next.endsWith(s)));
  if (!standsAlone) return { value: null };
  return { value: context.today === null ? null : isoDay(context.today - 1), told: { unit: 'D', shift: -1 } };
};

/** "so far", "to date": up to the day of speaking, as precise as that is known. */
export const readSoFar: Reader = ({ anchor }) => ({ value: anchor ? `../${written(anchor)}` : null });
const written = ({ year, month, day }: NonNullable<ReadingContext['anchor']>): string =>
  month === null
    ? isoYear(year)
    : day === null
      ? isoMonth(year, month)
      : `${isoMonth(year, month)}-${String(day).padStart(2, '0')}`;

/** "на днях": the tense of the clause says on which side of the day of speaking. */
export const readTheseDays: Reader = ({ direction }) => ({
  value: direction < 0 ? 'PAST_REF' : direction > 0 ? 'FUTURE_REF' : null,
});
