import { scanWords } from '../../core/text/words.ts';
import type { StoreProblem } from '../port.ts';
import type { SqliteDatabase } from '../sqlite/database.ts';
import { unpackText } from '../sqlite/pack.ts';
import { readBlock } from './block.ts';
import { deadRanges, findRange } from './dead.ts';
import { keysOf } from './gram-key.ts';
import { BLOCKS_PER_SEGMENT, readDirectory } from './segment-writer.ts';
import { segmentRows, sortRuns } from './segments.ts';
import { CHUNK_WORDS, readTail } from './tail.ts';
import { idsOf, packWords } from './word-stream.ts';

/** How many entries a document has in the index, and a sum over them that does not depend on their order. */
interface Tally {
  readonly base: number;
  readonly words: number;
  count: number;
  sum: number;
}

const MEND = 'Run "onrecord rebuild".';
const problem = (id: string, what: string): StoreProblem => ({ kind: 'quotations', id, what, mend: MEND });
const mark = (key: number, place: number): number => Math.imul((key % 0xfffffffb) ^ place, 0x9e3779b1) >>> 0;

/** Does the quotation index hold each word of each text at its place, and nothing else? Read through once, block by block. */
export function* inspectQuotes(db: SqliteDatabase): Generator<StoreProblem> {
  const missing =
    'select id from version join head using (n) where n not in (select n from quote_document) order by id';
  for (const { id } of db.all<{ id: string }>(missing)) yield problem(id, 'its words are not in the quotation index');
  const live: Tally[] = db
    .all<{ base: number; words: number }>('select base, words from quote_document order by base')
    .map((d) => ({ ...d, count: 0, sum: 0 }));
  yield* tallyEntries(db, live);
  const texts = `select version.id, d.base, d.n, reading.text from quote_document d join version using (n) join head using (n)
    join reading on reading.n = head.n and reading.r = head.r order by d.base`;
  let at = 0;
  for (const row of db.iterate<{ id: string; base: number; n: number; text: Uint8Array }>(texts)) {
    const tally = live[at++]!;
    const text = unpackText(row.text);
    const what = compareText(db, row, text, tally);
    if (what) yield problem(row.id, what);
  }
}

function* tallyEntries(db: SqliteDatabase, live: readonly Tally[]): Generator<StoreProblem> {
  const dead = deadRanges(db);
  let strays = 0;
  const note = (key: number, place: number) => {
    const tally = findRange(live, place);
    if (tally) {
      tally.count++;
      tally.sum = (tally.sum + mark(key, place)) >>> 0;
    } else if (!findRange(dead, place)) strays++;
  };
  for (const { id } of segmentRows(db))
    for (const [i, first] of readDirectory(db, id).entries()) {
      const block = id * BLOCKS_PER_SEGMENT + i;
      const data = db.get<{ data: Uint8Array }>('select data from quote_block where id = ?', block)?.data;
      if (!data) {
        yield problem(`block ${block}`, 'a block of the quotation index is missing');
        continue;
      }
      const { keys, places } = readBlock(data, first);
      for (let k = 0; k < keys.length; k++) note(keys[k]!, places[k]!);
    }
  const { indexed } = db.get<{ indexed: number }>('select indexed from quote_state')!;
  const tail = sortRuns(readTail(db, indexed));
  for (let k = 0; k < tail.keys.length; k++) note(tail.keys[k]!, tail.places[k]!);
  if (strays > 0) yield problem('quote_block', `${strays} entries of the quotation index lead to no text`);
}

/** What does not agree between a text and its part of the index; null when all does. */
function compareText(
  db: SqliteDatabase,
  { base, n }: { base: number; n: number },
  text: string,
  tally: Tally,
): string | null {
  const turns = db.all<{ body: number; end: number }>('select body, end from quote_turn where n = ? order by start', n);
  const hashes: number[] = [];
  for (const turn of turns) for (const h of scanWords(text, turn.body, turn.end).hash) hashes.push(h);
  if (hashes.length !== tally.words) return `${tally.words} words in the quotation index, ${hashes.length} in the text`;
  const ids = idsOf(Uint32Array.from(hashes));
  const keys = keysOf(ids);
  let sum = 0;
  for (let k = 0; k < keys.length; k++) sum = (sum + mark(keys[k]!, base + k)) >>> 0;
  if (tally.count !== keys.length || tally.sum !== sum) return 'the quotation index does not follow from its words';
  const chunks = db.all<{ start: number; words: Uint8Array; text: string }>(
    'select start, words, text from quote_chunk join quote_words using (id) where id between ? and ? order by id',
    base / CHUNK_WORDS,
    (base + tally.words) / CHUNK_WORDS,
  );
  const isWhole = chunks.every((c, i) => {
    const words = packWords(ids, i * CHUNK_WORDS, Math.min(ids.length, (i + 1) * CHUNK_WORDS));
    return (
      text.startsWith(c.text, c.start) && words.length === c.words.length && words.every((b, k) => b === c.words[k])
    );
  });
  if (!isWhole || chunks.length !== Math.ceil(tally.words / CHUNK_WORDS))
    return 'the passages kept for quotations are not its text';
  return null;
}
