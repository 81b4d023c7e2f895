import { sideOf } from './one-side.ts';
import type { Statement } from './statement.ts';
import { actSigns, hashNumber, keyNumbers } from './statement-keys.ts';

/**
 * Many statements in order of time, as far as finding shifts needs them: numbers instead of words, so that tens of
 * thousands are walked in milliseconds. Made by the store from what it keeps, or by `lineOf` from statements at hand.
 * Numbers compare within one line only; 0 stands for "not known".
 */
export interface StatementLine {
  readonly length: number;
  /** every day of the line once (EDTF), from index 1 on; index 0 is "not known" */
  readonly days: readonly (string | null)[];
  /** where each is kept: a small key of its version, and its place among the statements of that version */
  readonly version: Int32Array;
  readonly place: Int32Array;
  /** its day: an index of `days` */
  readonly day: Int32Array;
  readonly event: Int32Array;
  /** its side, as `sideOf` gives it */
  readonly party: Int32Array;
  readonly person: Int32Array;
  /** acts, as `actSigns` gives them */
  readonly affirmed: Int32Array;
  readonly negated: Int32Array;
  /** keys of statement i stand at keyStart[i]..keyStart[i + 1], as `keyNumber` gives them, ascending, each once */
  readonly keyStart: Int32Array;
  readonly keys: Int32Array;
}

/** Where a statement is kept: a small key of its version, and its place among the statements of that version. */
export interface StatementPlace {
  readonly version: number;
  readonly place: number;
}

export const placeAt = (line: StatementLine, i: number): StatementPlace => ({
  version: line.version[i]!,
  place: line.place[i]!,
});

/** A name as a number within a line; null is 0. */
export const nameNumber = (name: string | null): number => (name === null ? 0 : hashNumber(name) || 1);

/** The index of a day among the days of a line in the making, which is in order of time: a new day goes to the end. */
export function dayIndex(days: (string | null)[], day: string | null): number {
  if (day === null) return 0;
  return days.at(-1) === day ? days.length - 1 : days.push(day) - 1;
}

/** The line of statements that are in order of time already. */
export function lineOf(statements: readonly Statement[]): StatementLine {
  const keys = statements.map(keyNumbers);
  const keyStart = new Int32Array(statements.length + 1);
  for (const [i, list] of keys.entries()) keyStart[i + 1] = keyStart[i]! + list.length;
  const all = new Int32Array(keyStart[statements.length]!);
  for (const [i, list] of keys.entries()) all.set(list, keyStart[i]);
  const days: (string | null)[] = [null];
  const numbers = (of: (s: Statement) => string | null) => Int32Array.from(statements, (s) => nameNumber(of(s)));
  return {
    length: statements.length,
    days,
    version: new Int32Array(statements.length),
    place: Int32Array.from(statements, (_, i) => i),
    day: Int32Array.from(statements, (s) => dayIndex(days, s.date)),
    event: numbers((s) => s.event),
    party: numbers((s) => sideOf(s).party),
    person: numbers((s) => sideOf(s).person),
    affirmed: Int32Array.from(statements, (s) => actSigns(s).affirmed),
    negated: Int32Array.from(statements, (s) => actSigns(s).negated),
    keyStart,
    keys: all,
  };
}
