import { dayNumber, type PartialDate } from '../../text/calendar.ts';
import type { DateLexicon } from './date-lexicon.ts';

/** What a reader knows besides the words it matched. */
export interface ReadingContext {
  readonly lexicon: DateLexicon;
  /** the day that relative expressions count from, as precise as known */
  readonly anchor: PartialDate | null;
  /** the same as a day number, null unless known to the day */
  readonly today: number | null;
  /** tense of the clause: -1 past, 1 future, 0 not clear */
  readonly direction: -1 | 0 | 1;
  /** folded words before and after, for frames */
  readonly before: string;
  readonly after: string;
  readonly groups: Readonly<Record<string, string | undefined>>;
  /** what a person should look at */
  readonly report: (rule: string, why: string) => void;
}

/** A value, null when it cannot be resolved, or `'none'` when the words are no time expression after all. */
export type ReadValue = {
  readonly value: string | null;
  /** how long a distance is, ISO 8601: "three days" of "in three days" */
  readonly distance?: string;
  /** counts from the day told before it ("the next day"), not from the day of speaking */
  readonly told?: { readonly unit: string; readonly shift: number };
} | null;
export type Reader = (context: ReadingContext) => ReadValue;

export const NOT_A_DATE: ReadValue = null;
export const unresolved: ReadValue = { value: null };

export const todayOf = (anchor: PartialDate | null): number | null =>
  anchor && anchor.month !== null && anchor.day !== null ? dayNumber(anchor.year, anchor.month, anchor.day) : null;

/** The value of the word a group matched. */
export function wordOf(context: ReadingContext, group: string, kind = group): string | null {
  const word = context.groups[group];
  return word === undefined ? null : context.lexicon.valueOf(kind, word);
}
export const numberOf = (context: ReadingContext, group: string): number | null => {
  const word = context.groups[group];
  return word === undefined ? null : Number(word);
};
