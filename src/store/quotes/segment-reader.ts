import type { SqliteDatabase } from '../sqlite/database.ts';
import { BLOCK_ENTRIES, type Block, lowerBound, readBlock } from './block.ts';
import { type DeadRange, findRange } from './dead.ts';
import { BLOCKS_PER_SEGMENT, readDirectory } from './segment-writer.ts';

/** Decoded blocks kept over all segments: 512 entries of 12 bytes each, so about 24 MB. */
const CACHED_BLOCKS = 16_384;
export type BlockCache = Map<number, Block>;

/** A sorted list of entries, in blocks of a table or in memory. */
export interface EntryList {
  /** exact up to `enough`; above it any number above it will do */
  count(low: number, high: number, enough: number): number;
  /** Adds places whose key is in low..high, `limit` at most in all. */
  collect(low: number, high: number, limit: number, dead: readonly DeadRange[], places: number[]): void;
}

/** Looks up ranges of keys in a segment. Only the first key of each block is held in memory. */
export class SegmentReader implements EntryList {
  readonly id: number;
  readonly entries: number;
  readonly #db: SqliteDatabase;
  readonly #directory: Float64Array;
  readonly #cache: BlockCache;

  constructor(db: SqliteDatabase, { id, entries }: { id: number; entries: number }, cache: BlockCache) {
    this.#db = db;
    this.id = id;
    this.entries = entries;
    this.#directory = readDirectory(db, id);
    this.#cache = cache;
  }

  count(low: number, high: number, enough: number): number {
    const last = lowerBound(this.#directory, high) - 1;
    if (last < 0) return 0;
    // the block before the first one that opens at `low` or above may end with such keys
    const first = this.#firstBlock(low, last);
    const between = (last - first - 1) * BLOCK_ENTRIES;
    if (between > enough) return between;
    const { keys } = this.#block(first);
    const from = lowerBound(keys, low);
    if (first === last) return lowerBound(keys, high) - from;
    // every block but the last one of a segment is full: what lies between the two ends need not be read
    return keys.length - from + between + lowerBound(this.#block(last).keys, high);
  }

  collect(low: number, high: number, limit: number, dead: readonly DeadRange[], places: number[]): void {
    const last = lowerBound(this.#directory, high) - 1;
    for (let b = last < 0 ? 0 : this.#firstBlock(low, last); b <= last && places.length < limit; b++) {
      const block = this.#block(b);
      collectFrom(block.keys, block.places, low, high, limit, dead, places);
    }
  }

  #firstBlock(low: number, last: number): number {
    const directory = this.#directory;
    // most ranges lie in one block
    return directory[last]! < low ? last : Math.max(0, lowerBound(directory, low) - 1);
  }

  #block(number: number): Block {
    const id = this.id * BLOCKS_PER_SEGMENT + number;
    let block = this.#cache.get(id);
    if (block) return block;
    const { data } = this.#db.get<{ data: Uint8Array }>('select data from quote_block where id = ?', id)!;
    block = readBlock(data, this.#directory[number]!);
    if (this.#cache.size >= CACHED_BLOCKS) this.#cache.delete(this.#cache.keys().next().value!);
    this.#cache.set(id, block);
    return block;
  }
}

/** Entries of the texts that are in no segment yet. */
export class SortedEntries implements EntryList {
  readonly keys: Float64Array;
  readonly places: Uint32Array;
  constructor(keys: Float64Array, places: Uint32Array) {
    this.keys = keys;
    this.places = places;
  }
  count(low: number, high: number): number {
    return lowerBound(this.keys, high) - lowerBound(this.keys, low);
  }
  collect(low: number, high: number, limit: number, dead: readonly DeadRange[], places: number[]): void {
    collectFrom(this.keys, this.places, low, high, limit, dead, places);
  }
}

function collectFrom(
  keys: Float64Array,
  from: Uint32Array,
  low: number,
  high: number,
  limit: number,
  dead: readonly DeadRange[],
  places: number[],
): void {
  for (let i = lowerBound(keys, low); i < keys.length && keys[i]! < high && places.length < limit; i++) {
    const place = from[i]!;
    if (dead.length === 0 || !findRange(dead, place)) places.push(place);
  }
}
