import type { SqliteDatabase } from '../sqlite/database.ts';
import { BlockWriter } from './block.ts';
import { readNumbers, writeNumbers } from './dead.ts';

/** Block ids are segment * 2^24 + number: 8 thousand million words a segment. */
export const BLOCKS_PER_SEGMENT = 2 ** 24;
/** First keys of so many blocks are one row, so that a segment that grows rewrites 32 KB and not megabytes. */
const PART_BLOCKS = 4096;
/** Directory ids are segment * 2^16 + part. */
const PARTS_PER_SEGMENT = 2 ** 16;

/** Writes sorted entries as the blocks of one segment. It can stop after any block and be taken up again later. */
export class SegmentWriter {
  readonly #db: SqliteDatabase;
  readonly #id: number;
  readonly #block = new BlockWriter();
  #part: number[];
  blocks: number;
  entries: number;

  constructor(db: SqliteDatabase, id: number, written = { blocks: 0, entries: 0 }) {
    this.#db = db;
    this.#id = id;
    this.blocks = written.blocks;
    this.entries = written.entries;
    this.#part =
      written.blocks % PART_BLOCKS === 0 ? [] : [...readPart(db, id, Math.floor(written.blocks / PART_BLOCKS))];
  }

  push(key: number, place: number): void {
    this.#block.push(key, place);
    if (this.#block.isFull) this.#flush();
  }
  /** Nothing is left that was pushed and not written. */
  get isAtBlockEnd(): boolean {
    return this.#block.entries === 0;
  }
  /** Write what is left and the directory. `isLast`: nothing follows, the last block may be short. */
  save(isLast: boolean): void {
    if (isLast && this.#block.entries > 0) this.#flush();
    if (this.#part.length > 0) this.#savePart(Math.floor(this.blocks / PART_BLOCKS));
  }

  #flush(): void {
    this.#part.push(this.#block.first);
    this.entries += this.#block.entries;
    this.#db.run(
      'insert into quote_block (id, data) values (?, ?)',
      this.#id * BLOCKS_PER_SEGMENT + this.blocks,
      this.#block.take(),
    );
    this.blocks++;
    if (this.#part.length < PART_BLOCKS) return;
    this.#savePart(this.blocks / PART_BLOCKS - 1);
    this.#part = [];
  }
  #savePart(part: number): void {
    const sql = 'insert or replace into quote_directory (id, keys) values (?, ?)';
    this.#db.run(sql, this.#id * PARTS_PER_SEGMENT + part, writeNumbers(Float64Array.from(this.#part)));
  }
}

const readPart = (db: SqliteDatabase, id: number, part: number) =>
  readNumbers(
    db.get<{ keys: Uint8Array }>('select keys from quote_directory where id = ?', id * PARTS_PER_SEGMENT + part)!.keys,
  );

/** First keys of a segment's blocks. */
export function readDirectory(db: SqliteDatabase, id: number): Float64Array {
  const parts = db.all<{ keys: Uint8Array }>(
    'select keys from quote_directory where id >= ? and id < ? order by id',
    id * PARTS_PER_SEGMENT,
    (id + 1) * PARTS_PER_SEGMENT,
  );
  const all = new Float64Array(parts.reduce((sum, p) => sum + p.keys.length / 8, 0));
  let at = 0;
  for (const p of parts) {
    const keys = readNumbers(p.keys);
    all.set(keys, at);
    at += keys.length;
  }
  return all;
}

export function deleteDirectory(db: SqliteDatabase, id: number): void {
  db.run('delete from quote_directory where id >= ? and id < ?', id * PARTS_PER_SEGMENT, (id + 1) * PARTS_PER_SEGMENT);
}
