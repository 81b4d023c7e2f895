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

/** The items of a part by their place in it. */
type Part<T> = (place: number) => T;

/** The parts of one version's list, each unpacked once. */
interface OpenParts<T> {
  readonly ends: Uint32Array;
  readonly parts: Uint8Array;
  readonly read: Map<number, Part<T>>;
}

/** Reads items of `statement_words`; each row and part only once. */
export class PartReader<T> {
  readonly #db: SqliteDatabase;
  readonly #size: number;
  readonly #parse: (json: string, n: number) => Part<T>;
  readonly #open = new Map<number, OpenParts<T>>();

  constructor(db: SqliteDatabase, size: number, parse: (json: string, n: number) => Part<T>) {
    this.#db = db;
    this.#size = size;
    this.#parse = parse;
  }

  /** The item at a place in the list of version `n`. */
  at(n: number, place: number): T {
    const { ends, parts, read } = this.#openOf(n);
    const part = Math.floor(place / this.#size);
    let items = read.get(part);
    if (!items) {
      items = this.#parse(unpackText(parts.subarray(part === 0 ? 0 : ends[part - 1]!, ends[part]!)), n);
      read.set(part, items);
    }
    return items(place % this.#size);
  }

  #openOf(n: number): OpenParts<T> {
    let open = this.#open.get(n);
    if (!open) {
      const row = this.#db.get<{ ends: Uint8Array; parts: Uint8Array }>(
        'select ends, parts from statement_words where n = ?',
        n,
      )!;
      open = { ends: new Uint32Array(row.ends.slice().buffer), parts: row.parts, read: new Map() };
      this.#open.set(n, open);
    }
    return open;
  }
}
