import type { VersionRecord } from '../../core/model/index.ts';
import { scanWords } from '../../core/text/words.ts';
import type { SqliteDatabase } from '../sqlite/database.ts';
import type { Projection } from '../sqlite/projection.ts';
import { keysOf } from './gram-key.ts';
import { inspectQuotes } from './inspect-quotes.ts';
import { scanBodies } from './scan-bodies.ts';
import { mergeWorn, settleSegments, writeSegment } from './segments.ts';

/** Words of one stored stretch of text: a passage of a sentence or two is one row or two. */
export const CHUNK_WORDS = 64;

/**
 * The quotation index: each word of each turn's body has a place (a number that is never given twice); segments map word
 * triples to places; the text stands beside them in chunks, so that a passage is read without its document.
 */
export const QUOTE_PROJECTION: Projection = {
  name: 'quotes',
  migrations: [
    {
      name: 'quotes-001',
      sql: `
      create table quote_document (
        base integer primary key,  -- place of the first word, a multiple of ${CHUNK_WORDS}
        n integer not null unique references version(n),
        words integer not null,
        struck text                -- JSON [[start, end], ...]: words struck in print; null when none
      );
      create table quote_chunk (
        id integer primary key,    -- place / ${CHUNK_WORDS}
        start integer not null,    -- UTF-16 offset of the text in its document
        text text not null
      );
      create table quote_turn (
        n integer not null,
        start integer not null,
        body integer not null,
        end integer not null,
        id text not null,
        kind text not null,
        voice text not null,
        speaker text,
        person text,
        primary key (n, start)
      ) without rowid;
      create table quote_segment (id integer primary key, level integer not null, entries integer not null, directory blob not null);
      create table quote_block (id integer primary key, data blob not null);
      -- removed texts whose entries still stand in a segment; keys: theirs, ascending, 8 bytes each
      create table quote_dead (base integer primary key, words integer not null, keys blob not null);
      create table quote_state (only integer primary key check (only = 1), next_base integer not null, changes integer not null);
      insert into quote_state values (1, 0, 0);
      `,
    },
  ],
  add(db, { n, record }) {
    addDocument(db, n, record);
  },
  remove(db, n) {
    removeDocument(db, n);
  },
  inspect: (db) => inspectQuotes(db, CHUNK_WORDS),
};

/** Words added over each connection: tells whether a batch was a large one. */
const added = new WeakMap<SqliteDatabase, number>();

/** To be called when a batch is over. */
export function settleQuotes(db: SqliteDatabase): void {
  const words = added.get(db) ?? 0;
  added.delete(db);
  if (words === 0) return;
  db.transaction(() => {
    settleSegments(db, words);
    db.run('update quote_state set changes = changes + 1');
  });
}

function addDocument(db: SqliteDatabase, n: number, record: VersionRecord): void {
  const { text, turns } = record;
  const bodies = turns.map((t) => scanWords(text, t.bodyStart, t.end));
  const count = bodies.reduce((sum, b) => sum + b.count, 0);
  const hash = new Uint32Array(count);
  const start = new Uint32Array(count);
  let at = 0;
  for (const body of bodies) {
    hash.set(body.hash, at);
    start.set(body.start, at);
    at += body.count;
  }
  const base = db.get<{ next: number }>('select next_base as next from quote_state')!.next;
  db.run(
    'update quote_state set next_base = ?, changes = changes + 1',
    base + Math.ceil((count + 1) / CHUNK_WORDS) * CHUNK_WORDS,
  );
  const struck = record.marks.filter((m) => m.kind === 'strike').map((m) => [m.start, m.end]);
  db.run(
    'insert into quote_document (base, n, words, struck) values (?, ?, ?, ?)',
    base,
    n,
    count,
    struck.length > 0 ? JSON.stringify(struck) : null,
  );
  for (const t of turns)
    db.run(
      'insert into quote_turn (n, start, body, end, id, kind, voice, speaker, person) values (?, ?, ?, ?, ?, ?, ?, ?, ?)',
      n,
      t.start,
      t.bodyStart,
      t.end,
      t.id,
      t.kind,
      t.voice,
      t.speaker,
      t.person,
    );
  for (let k = 0; k < count; k += CHUNK_WORDS) {
    const from = start[k]!;
    const to = k + CHUNK_WORDS < count ? start[k + CHUNK_WORDS]! : text.length;
    db.run(
      'insert into quote_chunk (id, start, text) values (?, ?, ?)',
      (base + k) / CHUNK_WORDS,
      from,
      text.slice(from, to),
    );
  }
  writeSegment(db, base, hash);
  added.set(db, (added.get(db) ?? 0) + count);
}

function removeDocument(db: SqliteDatabase, n: number): void {
  const row = db.get<{ base: number; words: number }>('select base, words from quote_document where n = ?', n);
  if (!row) return;
  const keys = keysOf(hashesOf(db, n, row)).sort();
  db.run('delete from quote_turn where n = ?', n);
  db.run(
    'delete from quote_chunk where id >= ? and id <= ?',
    row.base / CHUNK_WORDS,
    (row.base + row.words) / CHUNK_WORDS,
  );
  db.run('delete from quote_document where n = ?', n);
  if (row.words > 0)
    db.run(
      'insert into quote_dead (base, words, keys) values (?, ?, ?)',
      row.base,
      row.words,
      new Uint8Array(keys.buffer),
    );
  db.run('update quote_state set changes = changes + 1');
  mergeWorn(db);
}

/** The words of a stored text, read again from its chunks. */
function hashesOf(db: SqliteDatabase, n: number, row: { base: number; words: number }): Uint32Array {
  const chunks = db.all<{ start: number; text: string }>(
    'select start, text from quote_chunk where id >= ? and id <= ? order by id',
    row.base / CHUNK_WORDS,
    (row.base + row.words) / CHUNK_WORDS,
  );
  if (chunks.length === 0) return new Uint32Array(0);
  const turns = db.all<{ body: number; end: number }>('select body, end from quote_turn where n = ? order by start', n);
  return scanBodies(chunks.map((c) => c.text).join(''), chunks[0]!.start, turns).hash;
}
