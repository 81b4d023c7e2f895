import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EMPTY_DIGEST } from '../../core/ledger/digest/digest-record.ts';
import type { VersionRecord } from '../../core/model/index.ts';
import { wordId } from '../../core/quotes/word-id.ts';
import { hashWord } from '../../core/text/words.ts';
import { SqliteDatabase } from '../sqlite/database.ts';
import { BLOCK_ENTRIES, BlockWriter, readBlock } from './block.ts';
import { keysOf } from './gram-key.ts';
import { mergeAll, mergeEntries } from './merge-segments.ts';
import { SqliteQuoteIndex } from './quote-index.ts';
import { QUOTE_PROJECTION } from './quote-projection.ts';
import { FANOUT } from './segments.ts';
import { sortOrder } from './sort-keys.ts';
import { flushTail } from './tail.ts';
import { packWords } from './word-stream.ts';

const WORDS =
  'treaty strait launcher harbour spring minister autumn inspection lighthouse envoy we will not extend the of and to'.split(
    ' ',
  );

function openIndex() {
  const db = new SqliteDatabase(':memory:');
  db.exec('create table version (n integer primary key, id text not null unique)');
  for (const m of QUOTE_PROJECTION.migrations) db.exec(m.sql);
  return { db, index: new SqliteQuoteIndex(db) };
}
function recordOf(id: string, text: string): VersionRecord {
  const turn = {
    id: `${id}/t-1`,
    kind: 'answer',
    voice: 'official',
    speaker: 'Ilse Marenko',
    person: null,
    label: null,
    start: 0,
    bodyStart: 0,
    end: text.length,
    rule: 'test',
  };
  return { text, turns: [turn], marks: [] } as unknown as VersionRecord;
}
const add = (db: SqliteDatabase, n: number, text: string) =>
  db.transaction(() => {
    db.run('insert or ignore into version (n, id) values (?, ?)', n, `ver:${n}`);
    QUOTE_PROJECTION.add(db, { n, record: recordOf(`ver:${n}`, text), digest: EMPTY_DIGEST });
  });
const remove = (db: SqliteDatabase, n: number) => db.transaction(() => QUOTE_PROJECTION.remove(db, n));

/** What the index answers, without its own numbering of places. */
async function answersOf(index: SqliteQuoteIndex, words: readonly string[]) {
  const hashes = Uint32Array.from(words, hashWord);
  const { candidates } = await index.candidates({ hashes, limit: 1000, exactLimit: 1000, depth: 'thorough' });
  const found: string[] = [];
  for (const c of candidates) {
    const p = await index.passage(c.place, c.place + words.length, c.met);
    if (p) found.push(`${p.document} ${p.words[0]?.start} ${c.isExact} ${c.bits.toFixed(3)}`);
  }
  return { found: found.sort(), frequency: await index.frequency(hashes) };
}

const text = fc.array(fc.constantFrom(...WORDS), { minLength: 0, maxLength: 90 }).map((w) => w.join(' '));
const quote = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 12 });

/** What may befall an index: a text comes or goes, the newest texts become a segment, merges go on for so many entries or to their end. */
const event = fc.oneof(
  { weight: 6, arbitrary: text.map((t) => ({ do: 'add' as const, text: t })) },
  { weight: 3, arbitrary: fc.nat(40).map((n) => ({ do: 'remove' as const, n })) },
  { weight: 4, arbitrary: fc.constant({ do: 'flush' as const }) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 400 }).map((entries) => ({ do: 'merge' as const, entries })) },
  { weight: 1, arbitrary: fc.constant({ do: 'merge all' as const }) },
);

test('answers equal those of an index built afresh, whatever was added, removed and merged before', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(event, { minLength: 1, maxLength: 10 * FANOUT }),
      fc.array(quote, { minLength: 1, maxLength: 4 }),
      async (events, quotes) => {
        const worn = openIndex();
        const fresh = openIndex();
        const held = new Map<number, string>();
        let n = 0;
        for (const e of events)
          if (e.do === 'add') {
            held.set(++n, e.text);
            add(worn.db, n, e.text);
          } else if (e.do === 'remove') {
            held.delete(e.n);
            remove(worn.db, e.n);
          } else if (e.do === 'flush') flushTail(worn.db, 0, true);
          else if (e.do === 'merge') mergeEntries(worn.db, e.entries);
          else mergeAll(worn.db);
        for (const [k, t] of held) add(fresh.db, k, t);
        // merges between two events are seen when somebody writes
        worn.db.run('update quote_state set changes = changes + 1');
        for (const q of quotes) expect(await answersOf(worn.index, q)).toEqual(await answersOf(fresh.index, q));
        worn.db.close();
        fresh.db.close();
      },
    ),
    { numRuns: 80 },
  );
});

test('a reader that stays open sees what came and went', async () => {
  const { db, index } = openIndex();
  const seen = async (word: string) => (await index.frequency(Uint32Array.of(hashWord(word)))).frequency[0];
  add(db, 1, 'the launcher of the strait');
  expect(await seen('launcher')).toBe(1);
  flushTail(db, 0, true);
  add(db, 2, 'another launcher');
  expect(await seen('launcher')).toBe(2);
  remove(db, 1);
  expect(await seen('launcher')).toBe(1);
  expect(await seen('strait')).toBe(0);
  mergeAll(db);
  add(db, 3, 'a strait');
  expect([await seen('launcher'), await seen('strait')]).toEqual([1, 1]);
  db.close();
});

test('every place of an exact phrase is found', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(text, { minLength: 1, maxLength: 12 }),
      fc.nat(),
      fc.nat(),
      fc.integer({ min: 1, max: 8 }),
      async (docs, d, at, length) => {
        const { db, index } = openIndex();
        docs.forEach((t, n) => {
          add(db, n + 1, t);
        });
        if (d % 2) flushTail(db, 0, true);
        const words = docs[d % docs.length]!.split(' ').filter((w) => w !== '');
        fc.pre(words.length > 0);
        const from = at % words.length;
        const phrase = words.slice(from, from + length);
        const expected = docs.flatMap((t, n) => {
          const own = t.split(' ').filter((w) => w !== '');
          return own.flatMap((_, i) => (phrase.every((w, k) => own[i + k] === w) ? [`${n + 1}:${i}`] : []));
        });
        const { candidates } = await index.candidates({
          hashes: Uint32Array.from(phrase, hashWord),
          limit: 5000,
          exactLimit: 5000,
          depth: 'rare',
        });
        const found: string[] = [];
        for (const c of candidates) {
          const p = await index.passage(c.place, c.place + phrase.length, c.place);
          if (p && p.words.length === phrase.length && p.words.every((w, k) => w.word === phrase[k]))
            found.push(
              `${p.document.slice(4)}:${docs[Number(p.document.slice(4)) - 1]!.slice(0, p.words[0]!.start).split(' ').length - 1}`,
            );
        }
        expect(found.sort()).toEqual(expected.sort());
        db.close();
      },
    ),
    { numRuns: 60 },
  );
});

test('labels are none of the words, and a passage knows its turns', async () => {
  const { db, index } = openIndex();
  const body = 'Question: shall we see spring? Marenko: We will not extend the treaty.';
  const at = body.indexOf('Marenko');
  const turns = [
    {
      id: 't-1',
      kind: 'question',
      voice: 'interviewer',
      speaker: null,
      person: null,
      start: 0,
      bodyStart: 10,
      end: at,
    },
    {
      id: 't-2',
      kind: 'answer',
      voice: 'official',
      speaker: 'Ilse Marenko',
      person: null,
      start: at,
      bodyStart: at + 9,
      end: body.length,
    },
  ];
  db.run("insert into version (n, id) values (1, 'ver:1')");
  QUOTE_PROJECTION.add(db, {
    n: 1,
    digest: EMPTY_DIGEST,
    record: {
      text: body,
      turns,
      marks: [{ kind: 'strike', start: body.indexOf('not'), end: body.indexOf('not') + 3 }],
    } as unknown as VersionRecord,
  });
  const p = (await index.passage(0, 100, 5))!;
  expect(p.words.map((w) => w.word).join(' ')).toBe('shall we see spring we will not extend the treaty');
  expect(p.words.map((w) => p.turns[w.turn]!.id).join(' ')).toBe('t-1 t-1 t-1 t-1 t-2 t-2 t-2 t-2 t-2 t-2');
  expect(p.words.filter((w) => w.struck).map((w) => w.word)).toEqual(['not']);
  expect(p.words.map((w) => body.slice(w.start, w.end)).join(' ')).toBe(
    'shall we see spring We will not extend the treaty',
  );
  db.close();
});

test('a store filled before this form of the index is refused until its texts are in it', async () => {
  const { db, index } = openIndex();
  add(db, 1, 'the launcher of the strait');
  const ask = () => index.frequency(Uint32Array.of(hashWord('launcher')));
  db.exec("insert into version (n, id) values (2, 'ver:2'); update quote_state set is_old = 1");
  await expect(ask()).rejects.toThrow('older form and lacks 1 of the texts');
  add(db, 2, 'another launcher');
  expect((await ask()).frequency).toEqual([2]);
  db.close();
});

test('words that an older index kept beside the text answer as before', async () => {
  const db = new SqliteDatabase(':memory:');
  db.exec('create table version (n integer primary key, id text not null unique)');
  const steps = QUOTE_PROJECTION.migrations;
  for (const m of steps.slice(0, 2)) db.exec(m.sql);
  const ids = Uint32Array.from('the launcher of the strait'.split(' '), (w) => wordId(hashWord(w)));
  db.exec("insert into version (n, id) values (1, 'ver:1'); update quote_state set next_base = 64, changes = 1");
  db.run('insert into quote_document (base, n, words) values (0, 1, ?)', ids.length);
  db.run(
    "insert into quote_chunk (id, start, words, text) values (0, 0, ?, 'the launcher of the strait')",
    packWords(ids, 0, ids.length),
  );
  for (const m of steps.slice(2)) db.exec(m.sql);
  const index = new SqliteQuoteIndex(db);
  expect((await index.frequency(Uint32Array.of(hashWord('the')))).frequency).toEqual([2]);
  expect([...(await index.words(0, 9, 0))!.ids]).toEqual([...ids]);
  db.close();
});

test('inspect finds a block that is missing', () => {
  const { db } = openIndex();
  db.exec('create table head (n integer, r integer); create table reading (n integer, r integer, text blob)');
  add(db, 1, 'the launcher of the strait');
  flushTail(db, 0, true);
  db.exec('delete from quote_block');
  expect([...QUOTE_PROJECTION.inspect!(db)].map((p) => p.what)).toEqual(['a block of the quotation index is missing']);
  db.close();
});

test('blocks unpack to what was packed', () => {
  const entry = fc.tuple(fc.integer({ min: 0, max: 2 ** 44 - 1 }), fc.integer({ min: 0, max: 2 ** 32 - 1 }));
  fc.assert(
    fc.property(fc.array(entry, { minLength: 1, maxLength: BLOCK_ENTRIES }), (entries) => {
      const sorted = [...entries].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
      const writer = new BlockWriter();
      for (const [key, place] of sorted) writer.push(key, place);
      const { first } = writer;
      const block = readBlock(writer.take(), first);
      expect([...block.keys].map((k, i) => [k, block.places[i]!])).toEqual(sorted);
    }),
  );
});

test('the counting sort orders keys as numbers, equal ones by place', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 2 ** 44 - 1 }), { maxLength: 300 }), (keys) => {
      const order = [...sortOrder(Float64Array.from(keys))];
      const expected = keys.map((_, i) => i).sort((a, b) => keys[a]! - keys[b]! || a - b);
      expect(order).toEqual(expected);
    }),
  );
  expect(keysOf(new Uint32Array([])).length).toBe(0);
});
