import type { SqliteDatabase } from '../sqlite/database.ts';
import { BlockWriter, readBlock } from './block.ts';
import { keysOf } from './gram-key.ts';
import { sortOrder } from './sort-keys.ts';

/** This many segments of a level become one of the next: few to look through, and each entry is written seldom again. */
export const FANOUT = 8;
/** Block ids are segment * 2^24 + number: 8 thousand million words a segment. */
export const BLOCKS_PER_SEGMENT = 2 ** 24;

interface SegmentRow {
  readonly id: number;
  readonly level: number;
  readonly entries: number;
  readonly directory: Uint8Array;
}

/** Write the words of one text, whose first stands at place `base`, as a segment of its own. */
export function writeSegment(db: SqliteDatabase, base: number, hash: Uint32Array): void {
  if (hash.length === 0) return;
  const keys = keysOf(hash);
  const order = sortOrder(keys);
  writeEntries(db, 0, (emit) => {
    for (const at of order) emit(keys[at]!, base + at);
  });
  mergeFullLevels(db);
}

function writeEntries(
  db: SqliteDatabase,
  level: number,
  fill: (emit: (key: number, place: number) => void) => void,
): void {
  const id = (db.get<{ id: number | null }>('select max(id) as id from quote_segment')?.id ?? 0) + 1;
  const directory: number[] = [];
  const writer = new BlockWriter();
  let entries = 0;
  const flush = () => {
    directory.push(writer.first);
    entries += writer.entries;
    db.run(
      'insert into quote_block (id, data) values (?, ?)',
      id * BLOCKS_PER_SEGMENT + directory.length - 1,
      writer.take(),
    );
  };
  fill((key, place) => {
    writer.push(key, place);
    if (writer.isFull) flush();
  });
  if (writer.entries > 0) flush();
  if (entries > 0)
    db.run(
      'insert into quote_segment (id, level, entries, directory) values (?, ?, ?, ?)',
      id,
      level,
      entries,
      new Uint8Array(Float64Array.from(directory).buffer),
    );
}

/** Merge each level that is full, from the bottom up. */
export function mergeFullLevels(db: SqliteDatabase): void {
  for (let level = 0; ; level++) {
    const rows = db.all<SegmentRow>('select * from quote_segment where level = ? order by id', level);
    if (rows.length < FANOUT) return;
    mergeSegments(db, rows, level + 1);
  }
}

/** A share of the index; a batch that wrote more of it is worth one pass over all. */
const LARGE_BATCH = 0.2;

/**
 * After a batch: when much of the index is new and lies in many segments, make it one, because each look-up asks each
 * segment. Small batches leave the segments to their levels.
 */
export function settleSegments(db: SqliteDatabase, wordsAdded: number): void {
  const { n, words } = db.get<{ n: number; words: number | null }>(
    'select count(*) as n, sum(entries) as words from quote_segment',
  )!;
  if (n > 2 && wordsAdded > LARGE_BATCH * (words ?? 0)) mergeAll(db);
}

/** Merge everything into one segment: after a long batch, and for a rebuilt store. */
export function mergeAll(db: SqliteDatabase): void {
  const rows = db.all<SegmentRow>('select * from quote_segment order by id');
  if (rows.length < 2 && deadRanges(db).length === 0) return;
  mergeSegments(db, rows, Math.max(0, ...rows.map((r) => r.level)) + (rows.length > 1 ? 1 : 0));
}

/** The places of removed texts: their entries are passed over until a merge drops them. */
export function deadRanges(db: SqliteDatabase): { base: number; words: number }[] {
  return db.all('select base, words from quote_dead order by base');
}

/** The keys of all removed words, ascending: what a count over the segments has too many. */
export function deadKeys(db: SqliteDatabase): Float64Array<ArrayBuffer> {
  const parts = db.all<{ keys: Uint8Array }>('select keys from quote_dead').map((r) => readDirectory(r.keys));
  const all = new Float64Array(parts.reduce((sum, p) => sum + p.length, 0));
  let at = 0;
  for (const p of parts) {
    all.set(p, at);
    at += p.length;
  }
  return all.sort();
}

/** Removed words may make up a quarter of the index before it is written anew. */
const MOST_DEAD = 0.25;
const FEW_WORDS = 50_000;

/** Merge everything when too much of it is dead; a rebuild removes and adds every text. */
export function mergeWorn(db: SqliteDatabase): void {
  const dead = db.get<{ n: number | null }>('select sum(words) as n from quote_dead')!.n ?? 0;
  const all = db.get<{ n: number | null }>('select sum(entries) as n from quote_segment')!.n ?? 0;
  if (dead > FEW_WORDS && dead > MOST_DEAD * all) mergeAll(db);
}

function mergeSegments(db: SqliteDatabase, rows: readonly SegmentRow[], level: number): void {
  const dead = deadRanges(db);
  const dropped = new Set<number>();
  const cursors = rows.map((row) => new Cursor(db, row)).filter((c) => !c.isDone);
  writeEntries(db, level, (emit) => {
    // A heap over at most a few dozen cursors; segments are in the order of their places, so ties go to the older.
    const heap = cursors.map((_, i) => i);
    const before = (a: number, b: number) => {
      const [x, y] = [cursors[a]!, cursors[b]!];
      return x.key < y.key || (x.key === y.key && x.place < y.place);
    };
    const sift = (from: number) => {
      let i = from;
      for (;;) {
        let least = i;
        for (const child of [2 * i + 1, 2 * i + 2])
          if (child < heap.length && before(heap[child]!, heap[least]!)) least = child;
        if (least === i) return;
        [heap[i], heap[least]] = [heap[least]!, heap[i]!];
        i = least;
      }
    };
    for (let i = heap.length >> 1; i >= 0; i--) if (heap.length > 0) sift(i);
    while (heap.length > 0) {
      const cursor = cursors[heap[0]!]!;
      const range = dead.length > 0 ? findRange(dead, cursor.place) : null;
      if (range) dropped.add(range.base);
      else emit(cursor.key, cursor.place);
      cursor.next();
      if (cursor.isDone) {
        const last = heap.pop()!;
        if (heap.length === 0) break;
        heap[0] = last;
      }
      sift(0);
    }
  });
  for (const row of rows) {
    db.run(
      'delete from quote_block where id >= ? and id < ?',
      row.id * BLOCKS_PER_SEGMENT,
      (row.id + 1) * BLOCKS_PER_SEGMENT,
    );
    db.run('delete from quote_segment where id = ?', row.id);
  }
  for (const base of dropped) db.run('delete from quote_dead where base = ?', base);
}

/** The range of removed words in which a place lies. */
export function findRange(ranges: readonly { base: number; words: number }[], place: number) {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ranges[middle]!.base <= place) low = middle + 1;
    else high = middle;
  }
  const range = ranges[low - 1];
  return range && place < range.base + range.words ? range : null;
}

/** Walks a segment block by block. */
class Cursor {
  key = 0;
  place = 0;
  isDone = false;
  readonly #db: SqliteDatabase;
  readonly #id: number;
  readonly #directory: Float64Array;
  #block = -1;
  #at = 0;
  #keys = new Float64Array(0);
  #places = new Uint32Array(0);

  constructor(db: SqliteDatabase, row: SegmentRow) {
    this.#db = db;
    this.#id = row.id;
    this.#directory = readDirectory(row.directory);
    this.next();
  }
  next(): void {
    if (this.#at === this.#keys.length) {
      if (++this.#block >= this.#directory.length) {
        this.isDone = true;
        return;
      }
      const data = this.#db.get<{ data: Uint8Array }>(
        'select data from quote_block where id = ?',
        this.#id * BLOCKS_PER_SEGMENT + this.#block,
      )!.data;
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

/** First keys of a segment's blocks; the stored bytes may lie anywhere in a buffer, numbers must be aligned. */
export const readDirectory = (bytes: Uint8Array): Float64Array<ArrayBuffer> => new Float64Array(bytes.slice().buffer);
