import type { VersionRecord } from '../../core/model/index.ts';
import { scanWords } from '../../core/text/words.ts';
import type { SqliteDatabase } from '../sqlite/database.ts';
import type { Projection } from '../sqlite/projection.ts';
import { writeNumbers } from './dead.ts';
import { keysOf } from './gram-key.ts';
import { inspectQuotes } from './inspect-quotes.ts';
import { mergeSome, settleSegments } from './merge-segments.ts';
import { QUOTE_SCHEMA } from './quote-schema.ts';
import { BATCH_WORDS, CHUNK_WORDS, flushTail } from './tail.ts';
import { idsOf, packWords, unpackWords, WORD_BYTES } from './word-stream.ts';

/**
 * The quotation index: each word of each turn's body has a place (a number that is never given twice); segments map word
 * triples to places; words and text stand beside them in chunks, so that a passage is read without its document.
 */
export const QUOTE_PROJECTION: Projection = {
  name: 'quotes',
  migrations: QUOTE_SCHEMA,
  add(db, { n, record }) {
    addDocument(db, n, record);
  },
  remove(db, n) {
    removeDocument(db, n);
  },
  inspect: (db) => inspectQuotes(db),
};

/** Words added over each connection since its batch began. */
const added = new WeakMap<SqliteDatabase, number>();

/** To be called when a batch is over. */
export function settleQuotes(db: SqliteDatabase): void {
  const words = added.get(db) ?? 0;
  added.delete(db);
  if (words === 0) return;
  settleSegments(db, words);
  db.transaction(() => noteChange(db));
}

/** Readers look again. */
const noteChange = (db: SqliteDatabase) => db.run('update quote_state set changes = changes + 1');

function addDocument(db: SqliteDatabase, n: number, record: VersionRecord): void {
  const { text, turns } = record;
  const bodies = turns.map((t) => scanWords(text, t.bodyStart, t.end));
  const count = bodies.reduce((sum, b) => sum + b.count, 0);
  const hash = new Uint32Array(count);
  const start = new Uint32Array(count);
  const base = db.get<{ next: number }>('select next_base as next from quote_state')!.next;
  const struck = record.marks.filter((m) => m.kind === 'strike').map((m) => [m.start, m.end]);
  db.run(
    'insert into quote_document (base, n, words, struck) values (?, ?, ?, ?)',
    base,
    n,
    count,
    struck.length > 0 ? JSON.stringify(struck) : null,
  );
  let at = 0;
  for (const [i, body] of bodies.entries()) {
    hash.set(body.hash, at);
    start.set(body.start, at);
    const t = turns[i]!;
    db.run(
      'insert into quote_turn (n, start, place, body, end, id, kind, voice, who) values (?, ?, ?, ?, ?, ?, ?, ?, ?)',
      n,
      t.start,
      base + at,
      t.bodyStart,
      t.end,
      t.id,
      t.kind,
      t.voice,
      t.speaker === null && t.person === null ? null : whoIs(db, t.speaker, t.person),
    );
    at += body.count;
  }
  const ids = idsOf(hash);
  for (let k = 0; k < count; k += CHUNK_WORDS) {
    const next = Math.min(count, k + CHUNK_WORDS);
    const to = next < count ? start[next]! : text.length;
    const id = (base + k) / CHUNK_WORDS;
    db.run('insert into quote_words (id, words) values (?, ?)', id, packWords(ids, k, next));
    db.run('insert into quote_chunk (id, start, text) values (?, ?, ?)', id, start[k]!, text.slice(start[k]!, to));
  }
  db.run('update quote_state set next_base = ?', base + Math.ceil((count + 1) / CHUNK_WORDS) * CHUNK_WORDS);
  const inBatch = (added.get(db) ?? 0) + count;
  added.set(db, inBatch);
  flushTail(db, inBatch);
  // a long batch is merged when it is over
  if (inBatch < BATCH_WORDS) mergeSome(db, count);
  noteChange(db);
}

/** The number of a speaker, who now has one turn more. */
function whoIs(db: SqliteDatabase, speaker: string | null, person: string | null): number {
  const sql = 'update quote_speaker set turns = turns + 1 where speaker is ? and person is ? returning id';
  const known = db.get<{ id: number }>(sql, speaker, person);
  if (known) return known.id;
  return db.run('insert into quote_speaker (speaker, person, turns) values (?, ?, 1)', speaker, person).lastInsertRowid;
}

function removeDocument(db: SqliteDatabase, n: number): void {
  removeTurns(db, n);
  const row = db.get<{ base: number; words: number }>('select base, words from quote_document where n = ?', n);
  if (!row) return;
  const { base, words } = row;
  const { indexed } = db.get<{ indexed: number }>('select indexed from quote_state')!;
  if (base < indexed && words > 0) {
    const keys = keysOf(readIds(db, base, words)).sort();
    db.run('insert into quote_dead (base, words, keys) values (?, ?, ?)', base, words, writeNumbers(keys));
    db.run('update quote_segment set dead = dead + ? where low <= ? and ? < high', words, base, base);
  }
  for (const table of ['quote_words', 'quote_chunk'])
    db.run(`delete from ${table} where id >= ? and id <= ?`, base / CHUNK_WORDS, (base + words) / CHUNK_WORDS);
  db.run('delete from quote_document where n = ?', n);
  db.run('update quote_state set removals = removals + 1');
  mergeSome(db, words);
  noteChange(db);
}

/** Also where the rest of the text is missing, so that a rebuild mends it. */
function removeTurns(db: SqliteDatabase, n: number): void {
  db.run(
    `update quote_speaker set turns = turns - c.n from (select who, count(*) as n from quote_turn where n = ? group by who) as c
     where c.who = quote_speaker.id`,
    n,
  );
  db.run('delete from quote_speaker where turns <= 0 and id in (select who from quote_turn where n = ?)', n);
  db.run('delete from quote_turn where n = ?', n);
}

/** The words of a stored text, from its chunks. */
function readIds(db: SqliteDatabase, base: number, words: number): Uint32Array {
  const ids = new Uint32Array(words);
  for (const c of db.all<{ id: number; words: Uint8Array }>(
    'select id, words from quote_words where id >= ? and id <= ?',
    base / CHUNK_WORDS,
    (base + words) / CHUNK_WORDS,
  ))
    if (c.id * CHUNK_WORDS - base + c.words.length / WORD_BYTES <= words)
      unpackWords(c.words, ids, c.id * CHUNK_WORDS - base);
  return ids;
}
