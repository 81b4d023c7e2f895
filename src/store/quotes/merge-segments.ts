import type { SqliteDatabase } from '../sqlite/database.ts';
import { type DeadRange, findRange, readNumbers } from './dead.ts';
import { WORD_CLASSES } from './gram-key.ts';
import { MergedCursors, SegmentCursor } from './segment-cursor.ts';
import { BLOCKS_PER_SEGMENT, deleteDirectory, SegmentWriter } from './segment-writer.ts';
import { FANOUT, insertSegment, levelOf, newSegmentId, type SegmentRow, segmentRows } from './segments.ts';
import { BATCH_WORDS, flushTail } from './tail.ts';
import { addCounts, countKeys, packCounts } from './word-counts.ts';

/**
 * Segments are merged in small steps, each inside the transaction of a text that comes or goes: nobody waits for a merge, and
 * one that was broken off goes on where it stood. Its blocks are seen by nobody before the last step.
 */
interface Merge {
  /** the segment it will be */
  readonly id: number;
  readonly sources: number[];
  /** bases of the removed texts that are left out */
  readonly dead: number[];
  readonly blocks: number;
  readonly entries: number;
  /** the last entry written or passed over */
  readonly key: number;
  readonly place: number;
}

/** Entries moved for each word that comes or goes. Each is written some log4(words / 65,536) times in all: 5 in a record of a million sentences, 7 in one of ten. */
const STEPS_PER_WORD = 12;
const LEAST_STEPS = 16_384;
/** Blocks of merged segments that are deleted with each text. */
const DELETED_BLOCKS = 2_000;
/** A segment of which so much is dead is written anew. */
const MOST_DEAD = 1 / 8;
const FEW_WORDS = 50_000;

/** Do a share of the pending work: `words` came or went. */
export function mergeSome(db: SqliteDatabase, words: number): void {
  mergeEntries(db, Math.max(LEAST_STEPS, STEPS_PER_WORD * words));
}

/** Move some `budget` entries of the merges that are pending. */
export function mergeEntries(db: SqliteDatabase, budget: number): void {
  deleteSome(db);
  planMerges(db);
  for (let left = budget; left > 0; ) {
    const merge = nextMerge(db);
    if (!merge) return;
    left -= advance(db, merge, left);
    planMerges(db);
  }
}

/** Everything into one segment, in steps of `stepEntries` that are a transaction each. */
export function mergeAll(db: SqliteDatabase, stepEntries = STEP_ENTRIES): void {
  db.transaction(() => {
    flushTail(db, 0, true);
    for (const { id } of db.all<{ id: number }>('select id from quote_merge')) discard(db, id);
    const rows = segmentRows(db);
    if (rows.length > 1 || rows.some((r) => r.dead > 0)) startMerge(db, rows);
  });
  for (let isBusy = true; isBusy; )
    isBusy = db.transaction(() => {
      const merge = nextMerge(db);
      if (merge) advance(db, merge, stepEntries);
      return merge !== null;
    });
  for (let isBusy = true; isBusy; ) isBusy = db.transaction(() => deleteSome(db));
}

/** Find what should be merged: a level that is full, or a segment with many dead. */
function planMerges(db: SqliteDatabase): void {
  const busy = new Set(
    db.all<{ sources: string }>('select sources from quote_merge').flatMap((m) => JSON.parse(m.sources) as number[]),
  );
  const free = segmentRows(db).filter((s) => !busy.has(s.id));
  for (const s of free)
    if (s.dead > FEW_WORDS && s.dead > MOST_DEAD * s.entries) {
      startMerge(db, [s]);
      busy.add(s.id);
    }
  const levels = new Map<number, SegmentRow[]>();
  for (const s of free.filter((f) => !busy.has(f.id))) {
    const level = levels.get(s.level);
    if (level) level.push(s);
    else levels.set(s.level, [s]);
  }
  for (const rows of levels.values()) if (rows.length >= FANOUT) startMerge(db, rows.slice(0, FANOUT));
}

function startMerge(db: SqliteDatabase, rows: readonly SegmentRow[]): void {
  const dead = db
    .all<DeadRange>('select base, words from quote_dead')
    .filter((d) => rows.some((r) => r.low <= d.base && d.base < r.high));
  db.run(
    'insert into quote_merge (id, level, sources, dead, blocks, entries, key, place) values (?, ?, ?, ?, 0, 0, -1, -1)',
    newSegmentId(db),
    levelOf(rows.reduce((sum, r) => sum + r.entries, 0)),
    JSON.stringify(rows.map((r) => r.id)),
    JSON.stringify(dead.map((d) => d.base)),
  );
}

/** The smallest first: it soon makes two segments fewer to look through. */
function nextMerge(db: SqliteDatabase): Merge | null {
  const row = db.get<Omit<Merge, 'sources' | 'dead'> & { sources: string; dead: string }>(
    'select id, sources, dead, blocks, entries, key, place from quote_merge order by level, id limit 1',
  );
  return row ? { ...row, sources: JSON.parse(row.sources), dead: JSON.parse(row.dead) } : null;
}

/** Move some `budget` entries; how many there were. */
function advance(db: SqliteDatabase, merge: Merge, budget: number): number {
  const writer = new SegmentWriter(db, merge.id, merge);
  const dead = deadOf(db, merge);
  const cursors = new MergedCursors(merge.sources.map((id) => new SegmentCursor(db, id, merge.key, merge.place)));
  let done = 0;
  let { key, place } = merge;
  for (let c = cursors.first; c && (done < budget || !writer.isAtBlockEnd); c = cursors.first) {
    key = c.key;
    place = c.place;
    if (dead.length === 0 || !findRange(dead, place)) writer.push(key, place);
    cursors.next();
    done++;
  }
  const isDone = cursors.first === null;
  writer.save(isDone);
  if (isDone) finish(db, merge, writer);
  else
    db.run(
      'update quote_merge set blocks = ?, entries = ?, key = ?, place = ? where id = ?',
      writer.blocks,
      writer.entries,
      key,
      place,
      merge.id,
    );
  return Math.max(1, done);
}

const deadOf = (db: SqliteDatabase, merge: Merge): DeadRange[] => {
  const left = new Set(merge.dead);
  return left.size === 0
    ? []
    : db.all<DeadRange>('select base, words from quote_dead order by base').filter((d) => left.has(d.base));
};

/** The new segment takes the place of its sources. */
function finish(db: SqliteDatabase, merge: Merge, written: SegmentWriter): void {
  const counts = new Uint32Array(WORD_CLASSES);
  const range = { low: Number.POSITIVE_INFINITY, high: 0 };
  for (const id of merge.sources) {
    const row = db.get<SegmentRow & { counts: Uint8Array }>('select * from quote_segment where id = ?', id)!;
    addCounts(row.counts, counts);
    range.low = Math.min(range.low, row.low);
    range.high = Math.max(range.high, row.high);
  }
  for (const base of merge.dead) {
    const { keys } = db.get<{ keys: Uint8Array }>('select keys from quote_dead where base = ?', base)!;
    countKeys(readNumbers(keys), counts, -1);
    db.run('delete from quote_dead where base = ?', base);
  }
  for (const id of merge.sources) discardSegment(db, id);
  db.run('delete from quote_merge where id = ?', merge.id);
  if (written.entries === 0) return;
  insertSegment(db, merge.id, written, range, packCounts(counts));
  // texts removed while the merge went on were written all the same
  const late = db.get<{ n: number | null }>(
    'select sum(words) as n from quote_dead where base >= ? and base < ?',
    range.low,
    range.high,
  )!;
  db.run('update quote_segment set dead = ? where id = ?', late.n ?? 0, merge.id);
}

function discardSegment(db: SqliteDatabase, id: number): void {
  db.run('insert into quote_garbage (id, blocks) select id, blocks from quote_segment where id = ?', id);
  deleteDirectory(db, id);
  db.run('delete from quote_segment where id = ?', id);
}

/** Give up a merge. */
function discard(db: SqliteDatabase, id: number): void {
  db.run('insert into quote_garbage (id, blocks) select id, blocks from quote_merge where id = ?', id);
  deleteDirectory(db, id);
  db.run('delete from quote_merge where id = ?', id);
}

/** Delete some blocks of segments that are no more; is there more to do? */
function deleteSome(db: SqliteDatabase): boolean {
  const garbage = db.get<{ id: number; blocks: number }>('select id, blocks from quote_garbage limit 1');
  if (!garbage) return false;
  const { id } = garbage;
  const left = Math.max(0, garbage.blocks - DELETED_BLOCKS);
  db.run(
    'delete from quote_block where id >= ? and id < ?',
    id * BLOCKS_PER_SEGMENT + left,
    id * BLOCKS_PER_SEGMENT + garbage.blocks,
  );
  if (left === 0) db.run('delete from quote_garbage where id = ?', id);
  else db.run('update quote_garbage set blocks = ? where id = ?', left, id);
  return true;
}

/** A share of the index; a batch that wrote more of it is worth one pass over all. */
const LARGE_BATCH = 0.2;
const STEP_ENTRIES = 2_000_000;

/**
 * After a long batch, in steps that are a transaction each: when much of the index is new, make it one segment, because each
 * look-up asks each; else do what is pending.
 */
export function settleSegments(db: SqliteDatabase, wordsAdded: number): void {
  const { n, words } = db.get<{ n: number; words: number | null }>(
    'select count(*) as n, sum(entries) as words from quote_segment',
  )!;
  if (n > 2 && wordsAdded > LARGE_BATCH * (words ?? 0)) mergeAll(db, STEP_ENTRIES);
  else if (wordsAdded > BATCH_WORDS)
    for (let isBusy = true; isBusy; )
      isBusy = db.transaction(() => {
        mergeEntries(db, STEP_ENTRIES);
        return nextMerge(db) !== null;
      });
}
