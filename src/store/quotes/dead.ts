import type { SqliteDatabase } from '../sqlite/database.ts';

/** Places of a removed text. Its entries are passed over until a merge drops them. */
export interface DeadRange {
  readonly base: number;
  readonly words: number;
}

export function deadRanges(db: SqliteDatabase): DeadRange[] {
  return db.all('select base, words from quote_dead order by base');
}

/** Numbers stored as bytes; those may lie anywhere in a buffer, numbers must be aligned. */
export const readNumbers = (bytes: Uint8Array): Float64Array<ArrayBuffer> => new Float64Array(bytes.slice().buffer);
export const writeNumbers = (numbers: Float64Array<ArrayBuffer>): Uint8Array =>
  new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);

/** The keys of all removed words, ascending: what a count over the segments has too many. */
export function deadKeys(db: SqliteDatabase): Float64Array<ArrayBuffer> {
  const parts = db.all<{ keys: Uint8Array }>('select keys from quote_dead').map((r) => readNumbers(r.keys));
  const all = new Float64Array(parts.reduce((sum, p) => sum + p.length, 0));
  let at = 0;
  for (const p of parts) {
    all.set(p, at);
    at += p.length;
  }
  return all.sort();
}

/** The range in which a place lies. */
export function findRange<T extends DeadRange>(ranges: readonly T[], place: number): T | null {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ranges[middle]!.base <= place) low = middle + 1;
    else high = middle;
  }
  const range = ranges[low - 1];
  return range && place < range.base + range.words ? range : null;
}
