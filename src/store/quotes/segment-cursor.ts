import type { SqliteDatabase } from '../sqlite/database.ts';
import { lowerBound, readBlock } from './block.ts';
import { BLOCKS_PER_SEGMENT, readDirectory } from './segment-writer.ts';

/** Walks the entries of a segment in order, block by block. */
export class SegmentCursor {
  key = 0;
  place = 0;
  isDone = false;
  readonly #db: SqliteDatabase;
  readonly #id: number;
  readonly #directory: Float64Array;
  #block: number;
  #at = 0;
  #keys = new Float64Array(0);
  #places = new Uint32Array(0);

  /** Stands at the first entry after (`key`, `place`). */
  constructor(db: SqliteDatabase, id: number, key = -1, place = -1) {
    this.#db = db;
    this.#id = id;
    this.#directory = readDirectory(db, id);
    // the block before the first one that opens at the key may hold it too
    this.#block = Math.max(0, lowerBound(this.#directory, key) - 1) - 1;
    this.next();
    while (!this.isDone && (this.key < key || (this.key === key && this.place <= place))) this.next();
  }
  next(): void {
    if (this.#at === this.#keys.length) {
      if (++this.#block >= this.#directory.length) {
        this.isDone = true;
        return;
      }
      const { data } = this.#db.get<{ data: Uint8Array }>(
        'select data from quote_block where id = ?',
        this.#id * BLOCKS_PER_SEGMENT + this.#block,
      )!;
      const block = readBlock(data, this.#directory[this.#block]!);
      this.#keys = block.keys as Float64Array<ArrayBuffer>;
      this.#places = block.places as Uint32Array<ArrayBuffer>;
      this.#at = 0;
    }
    this.key = this.#keys[this.#at]!;
    this.place = this.#places[this.#at]!;
    this.#at++;
  }
}

/** The entries of several segments in one order, by key and then by place. */
export class MergedCursors {
  readonly #cursors: readonly SegmentCursor[];
  readonly #heap: number[];

  constructor(cursors: readonly SegmentCursor[]) {
    this.#cursors = cursors.filter((c) => !c.isDone);
    this.#heap = this.#cursors.map((_, i) => i);
    for (let i = this.#heap.length >> 1; i >= 0; i--) this.#sift(i);
  }
  /** The least entry; null when all are done. Valid until `next`. */
  get first(): SegmentCursor | null {
    return this.#heap.length === 0 ? null : this.#cursors[this.#heap[0]!]!;
  }
  next(): void {
    const heap = this.#heap;
    const cursor = this.#cursors[heap[0]!]!;
    cursor.next();
    if (cursor.isDone) {
      const last = heap.pop()!;
      if (heap.length === 0) return;
      heap[0] = last;
    }
    this.#sift(0);
  }
  #sift(from: number): void {
    const heap = this.#heap;
    const n = heap.length;
    if (from >= n) return;
    const own = heap[from]!;
    const { key, place } = this.#cursors[own]!;
    let i = from;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= n) break;
      let c = this.#cursors[heap[child]!]!;
      if (child + 1 < n) {
        const d = this.#cursors[heap[child + 1]!]!;
        if (d.key < c.key || (d.key === c.key && d.place < c.place)) {
          child++;
          c = d;
        }
      }
      if (key < c.key || (key === c.key && place < c.place)) break;
      heap[i] = heap[child]!;
      i = child;
    }
    heap[i] = own;
  }
}
