import type { SqliteDatabase } from '../database.ts';
import { pack, unpackText } from '../pack.ts';

/**
 * A list kept as one blob of parts deflated apart, so that one item is read without the rest: many small rows would leave
 * a third of their pages empty. `ends` holds where each part ends, 32 bits each.
 */
export function packParts<T>(items: readonly T[], size: number, write: (part: readonly T[]) => string) {
  const parts: Uint8Array[] = [];
  for (let i = 0; i < items.length; i += size) parts.push(pack(write(items.slice(i, i + size))));
  const ends = new Uint32Array(parts.length);
  let end = 0;
  for (const [i, part] of parts.entries()) ends[i] = end += part.length;
  return { ends: new Uint8Array(ends.buffer), parts: Buffer.concat(parts) };
}

/** Reads parts of `statement_set`; each only once. */
export class PartReader<T> {
  readonly #db: SqliteDatabase;
  readonly #size: number;
  readonly #parse: (json: string, n: number) => T[];
  readonly #read = new Map<string, T[]>();

  constructor(db: SqliteDatabase, size: number, parse: (json: string, n: number) => T[]) {
    this.#db = db;
    this.#size = size;
    this.#parse = parse;
  }

  /** The item at a place in the list of version `n`. */
  at(n: number, place: number): T {
    const part = Math.floor(place / this.#size);
    let items = this.#read.get(`${n}/${part}`);
    if (!items) {
      const row = this.#db.get<{ ends: Uint8Array; parts: Uint8Array }>(
        'select ends, parts from statement_set where n = ?',
        n,
      )!;
      const ends = new DataView(row.ends.buffer, row.ends.byteOffset);
      const start = part === 0 ? 0 : ends.getUint32((part - 1) * 4, true);
      const data = row.parts.subarray(start, ends.getUint32(part * 4, true));
      items = this.#parse(unpackText(data), n);
      this.#read.set(`${n}/${part}`, items);
    }
    return items[place % this.#size]!;
  }
}
