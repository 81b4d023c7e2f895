import type { SqliteDatabase } from '../sqlite/database.ts';
import { keysOf, WORD_CLASSES } from './gram-key.ts';
import { SegmentWriter } from './segment-writer.ts';
import { sortOrder } from './sort-keys.ts';
import { countKeys, packCounts } from './word-counts.ts';

/** So many segments of a size become one of the next: few to look through, and each entry is written seldom again. */
export const FANOUT = 4;
/** Words that make a segment: fewer are kept as a list beside the segments, sorted by whoever reads it (10 ms). */
export const SEGMENT_WORDS = 2 ** 16;

export interface SegmentRow {
  readonly id: number;
  readonly level: number;
  readonly entries: number;
  /** its places lie in low..high; those of segments do not overlap */
  readonly low: number;
  readonly high: number;
  readonly blocks: number;
  /** how many of its entries are of removed texts */
  readonly dead: number;
}
export const SEGMENT_COLUMNS = 'id, level, entries, low, high, blocks, dead';

/** Segments of a level are within a factor of FANOUT of each other in size. */
export const levelOf = (entries: number) =>
  Math.max(0, Math.floor(Math.log(entries / SEGMENT_WORDS) / Math.log(FANOUT)));

export const segmentRows = (db: SqliteDatabase): SegmentRow[] =>
  db.all<SegmentRow>(`select ${SEGMENT_COLUMNS} from quote_segment order by low`);

/** A number for a segment, never given twice: readers keep what they read of one. */
export function newSegmentId(db: SqliteDatabase): number {
  db.run('update quote_state set next_segment = next_segment + 1');
  return db.get<{ id: number }>('select next_segment - 1 as id from quote_state')!.id;
}

export function insertSegment(
  db: SqliteDatabase,
  id: number,
  written: { readonly entries: number; readonly blocks: number },
  range: { readonly low: number; readonly high: number },
  counts: Uint8Array,
): void {
  db.run(
    'insert into quote_segment (id, level, entries, low, high, blocks, dead, counts) values (?, ?, ?, ?, ?, ?, 0, ?)',
    id,
    levelOf(written.entries),
    written.entries,
    range.low,
    range.high,
    written.blocks,
    counts,
  );
}

/** The words of texts that lie one after the other, with the place of each text's first. */
export interface WordRun {
  readonly base: number;
  readonly ids: Uint32Array;
}

/** The entries of texts, sorted. */
export function sortRuns(runs: readonly WordRun[]): {
  keys: Float64Array<ArrayBuffer>;
  places: Uint32Array<ArrayBuffer>;
} {
  const n = runs.reduce((sum, r) => sum + r.ids.length, 0);
  const unsorted = new Float64Array(n);
  const where = new Uint32Array(n);
  let at = 0;
  for (const { base, ids } of runs) {
    unsorted.set(keysOf(ids), at);
    for (let i = 0; i < ids.length; i++) where[at++] = base + i;
  }
  const order = sortOrder(unsorted);
  const keys = new Float64Array(n);
  const places = new Uint32Array(n);
  for (let i = 0; i < n; i++) {
    keys[i] = unsorted[order[i]!]!;
    places[i] = where[order[i]!]!;
  }
  return { keys, places };
}

/** Write texts as a segment. */
export function writeSegment(db: SqliteDatabase, runs: readonly WordRun[], range: { low: number; high: number }): void {
  const { keys, places } = sortRuns(runs);
  if (keys.length === 0) return;
  const id = newSegmentId(db);
  const writer = new SegmentWriter(db, id);
  for (let i = 0; i < keys.length; i++) writer.push(keys[i]!, places[i]!);
  writer.save(true);
  const counts = new Uint32Array(WORD_CLASSES);
  countKeys(keys, counts, 1);
  insertSegment(db, id, writer, range, packCounts(counts));
}
