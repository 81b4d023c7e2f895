import type { SqliteDatabase } from '../sqlite/database.ts';
import { SEGMENT_WORDS, type WordRun, writeSegment } from './segments.ts';
import { unpackWords, WORD_BYTES } from './word-stream.ts';

/** Words of one stored stretch of text: a passage of a sentence or two is one row or two. */
export const CHUNK_WORDS = 64;
/** A long batch writes longer segments: sorting so many takes a quarter of a second and some 40 MB. */
export const BATCH_WORDS = 2 ** 20;

/** The texts from place `from` on that are in no segment yet. */
export function readTail(db: SqliteDatabase, from: number): WordRun[] {
  const documents = db.all<{ base: number; words: number }>(
    'select base, words from quote_document where base >= ? and words > 0 order by base',
    from,
  );
  if (documents.length === 0) return [];
  const runs = documents.map((d) => ({ base: d.base, ids: new Uint32Array(d.words) }));
  let at = 0;
  const chunks = db.iterate<{ id: number; words: Uint8Array }>(
    'select id, words from quote_words where id >= ? order by id',
    from / CHUNK_WORDS,
  );
  for (const chunk of chunks) {
    const place = chunk.id * CHUNK_WORDS;
    while (at < runs.length && place >= runs[at]!.base + runs[at]!.ids.length) at++;
    const run = runs[at];
    if (run && place >= run.base && place - run.base + chunk.words.length / WORD_BYTES <= run.ids.length)
      unpackWords(chunk.words, run.ids, place - run.base);
  }
  return runs;
}

/** Make a segment of the texts that are in none, once they are many. */
export function flushTail(db: SqliteDatabase, wordsInBatch: number, isForced = false): void {
  const { indexed, next_base } = db.get<{ indexed: number; next_base: number }>(
    'select indexed, next_base from quote_state',
  )!;
  const enough = Math.min(BATCH_WORDS, Math.max(SEGMENT_WORDS, wordsInBatch));
  if (next_base === indexed || (!isForced && next_base - indexed < enough)) return;
  writeSegment(db, readTail(db, indexed), { low: indexed, high: next_base });
  db.run('update quote_state set indexed = next_base');
}
