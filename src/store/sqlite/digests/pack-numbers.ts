import { sideOf } from '../../../core/ledger/one-side.ts';
import type { Statement } from '../../../core/ledger/statement.ts';
import { actSigns, keyNumbers } from '../../../core/ledger/statement-keys.ts';
import { nameNumber } from '../../../core/ledger/statement-line.ts';

/**
 * Numbers before the keys of a statement: how many numbers it has with this one, its place, ordinal of its turn, person,
 * speaker, party, the speaker as a side, acts affirmed and negated.
 */
export const FIELDS = 9;
export const FIELD = { size: 0, place: 1, turn: 2, person: 3, speaker: 4, party: 5 } as const;
/** Party, the speaker as a side, acts affirmed and negated: what a line keeps of each, side by side. */
export const KEPT = { from: FIELD.party, count: 4 } as const;

/** Statements of one version as numbers of 32 bits, one after another: each its fields, then its keys ascending. */
export function packNumbers(statements: readonly Statement[], ordinalOf: (turn: string) => number): Int32Array[] {
  return statements.map((s, place) => {
    const keys = keyNumbers(s);
    const numbers = new Int32Array(FIELDS + keys.length);
    const { claim, party } = s;
    const names = [claim.person, claim.speaker, party, sideOf(s).person].map(nameNumber);
    const { affirmed, negated } = actSigns(s);
    numbers.set([numbers.length, place, ordinalOf(claim.turn), ...names, affirmed, negated]);
    numbers.set(keys, FIELDS);
    return numbers;
  });
}

/** Numbers of several statements as one blob. */
export function joinNumbers(statements: readonly Int32Array[]): Uint8Array {
  const data = new Int32Array(statements.reduce((sum, numbers) => sum + numbers.length, 0));
  let at = 0;
  for (const numbers of statements) {
    data.set(numbers, at);
    at += numbers.length;
  }
  return new Uint8Array(data.buffer);
}

/** A blob of the database as 32-bit numbers. */
export const asNumbers = (blob: Uint8Array): Int32Array =>
  blob.byteOffset % 4 === 0
    ? new Int32Array(blob.buffer, blob.byteOffset, blob.byteLength >> 2)
    : new Int32Array(blob.slice().buffer);
