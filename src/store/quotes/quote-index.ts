import { OnrecordError } from '../../core/model/index.ts';
import { makePassage, type PassageTurn } from '../../core/quotes/passage.ts';
import type {
  CandidateAnswer,
  CandidateQuery,
  Frequencies,
  IndexedPassage,
  IndexedTurn,
  QuoteIndex,
  WordStretch,
} from '../../core/quotes/quote-index.ts';
import { wordId } from '../../core/quotes/word-id.ts';
import type { Words } from '../../core/text/words.ts';
import type { SqliteDatabase } from '../sqlite/database.ts';
import { lowerBound } from './block.ts';
import { type DeadRange, deadKeys, deadRanges } from './dead.ts';
import { findCandidates } from './find-candidates.ts';
import { WORD_CLASSES, wordClass } from './gram-key.ts';
import { IndexedDocuments } from './indexed-documents.ts';
import { scanBodies } from './scan-bodies.ts';
import { type BlockCache, type EntryList, SegmentReader, SortedEntries } from './segment-reader.ts';
import { sortRuns } from './segments.ts';
import { CHUNK_WORDS, readTail } from './tail.ts';
import { addCounts, countKeys } from './word-counts.ts';
import { unpackWords } from './word-stream.ts';

interface State {
  readonly changes: number;
  readonly removals: number;
  readonly indexed: number;
  readonly is_old: number;
}
const COLUMNS = 'changes, removals, indexed, is_old';

/** The quotation index in SQLite. In memory are held 8 bytes for 512 words, and a megabyte of word counts. */
export class SqliteQuoteIndex implements QuoteIndex {
  readonly #db: SqliteDatabase;
  readonly #documents: IndexedDocuments;
  readonly #blocks: BlockCache = new Map();
  #segments: SegmentReader[] = [];
  #lists: EntryList[] = [];
  #dead: DeadRange[] = [];
  #deadKeys = new Float64Array(0);
  /** entries of each word, removed texts left out */
  #counts = new Uint32Array(0);
  #state: State | null = null;
  #total = 0;
  /** the read transaction in which the state was looked at */
  #read = 0;
  #speakers: { speaker: string | null; person: string | null }[] | null = null;

  constructor(db: SqliteDatabase) {
    this.#db = db;
    this.#documents = new IndexedDocuments(db);
  }

  async candidates(query: CandidateQuery): Promise<CandidateAnswer> {
    this.#open();
    return findCandidates(this, query);
  }

  async frequency(hashes: Uint32Array): Promise<Frequencies> {
    this.#open(true);
    return { frequency: Array.from(hashes, (h) => this.wordCount(wordId(h))), total: this.#total };
  }

  async speakers() {
    this.#open(true);
    this.#speakers ??= this.#db.all<{ speaker: string | null; person: string | null }>(
      'select speaker, person from quote_speaker order by speaker, person',
    );
    return this.#speakers;
  }

  get total(): number {
    return this.#total;
  }

  wordCount(id: number): number {
    return this.#counts[wordClass(id)] ?? 0;
  }

  /**
   * How many places have a key in low..high, all segments together, removed texts left out. Where they are more than `enough`,
   * some number above it.
   */
  count(low: number, high: number, enough = Number.POSITIVE_INFINITY): number {
    const dead = this.#deadKeys.length > 0 ? lowerBound(this.#deadKeys, high) - lowerBound(this.#deadKeys, low) : 0;
    let sum = -dead;
    for (const list of this.#lists) {
      sum += list.count(low, high, enough - sum);
      if (sum > enough) break;
    }
    return sum;
  }

  /** The places whose key is in low..high, at most `limit` of them, removed texts left out. */
  places(low: number, high: number, limit: number): number[] {
    const places: number[] = [];
    for (const list of this.#lists) list.collect(low, high, limit, this.#dead, places);
    return places;
  }

  documentAt(place: number): string | null {
    return this.#documents.at(place)?.id ?? null;
  }

  async words(from: number, to: number, inside: number): Promise<WordStretch | null> {
    return this.wordsAt(from, to, inside);
  }

  wordsAt(from: number, to: number, inside: number): WordStretch | null {
    this.#open();
    const doc = this.#documents.at(inside);
    if (!doc || inside >= doc.base + doc.words) return null;
    const first = Math.max(from, doc.base);
    const last = Math.min(to, doc.base + doc.words);
    const chunk0 = Math.floor(first / CHUNK_WORDS);
    const chunk1 = Math.floor((last - 1) / CHUNK_WORDS);
    const ids = new Uint32Array((chunk1 - chunk0 + 1) * CHUNK_WORDS);
    const row =
      chunk0 === chunk1
        ? this.#db.get<{ words: Uint8Array }>('select words from quote_words where id = ?', chunk0)
        : undefined;
    const rows =
      row !== undefined
        ? [row]
        : this.#db.all<{ words: Uint8Array }>(
            'select words from quote_words where id >= ? and id <= ? order by id',
            chunk0,
            chunk1,
          );
    if (rows.length <= chunk1 - chunk0) return null;
    for (let c = 0; c < rows.length; c++) unpackWords(rows[c]!.words, ids, c * CHUNK_WORDS);
    const skip = first - chunk0 * CHUNK_WORDS;
    return { document: doc.id, place: first, ids: ids.subarray(skip, skip + last - first) };
  }

  async turnAt(place: number): Promise<IndexedTurn | null> {
    this.#open();
    const doc = this.#documents.at(place);
    if (!doc || place >= doc.base + doc.words) return null;
    // of turns without words the last one's place is the next one's too
    const turn = this.#db.get<PassageTurn>(
      `${TURN} where n = ? and place <= ? order by place desc, start desc limit 1`,
      doc.n,
      place,
    );
    return turn ? { document: doc.id, turn } : null;
  }

  async passage(from: number, to: number, inside: number): Promise<IndexedPassage | null> {
    this.#open();
    const doc = this.#documents.at(inside);
    if (!doc || inside >= doc.base + doc.words) return null;
    const first = Math.max(from, doc.base);
    const last = Math.min(to, doc.base + doc.words);
    const chunk0 = Math.floor(first / CHUNK_WORDS);
    const rows = this.#db.all<{ start: number; text: string }>(
      'select start, text from quote_chunk where id >= ? and id <= ? order by id',
      chunk0,
      Math.floor((last - 1) / CHUNK_WORDS),
    );
    if (rows.length === 0) return null;
    const base = rows[0]!.start;
    const text = rows.map((r) => r.text).join('');
    const turns = this.#turns(doc.n, base, base + text.length);
    const scanned = scanBodies(text, base, turns);
    const skip = first - chunk0 * CHUNK_WORDS;
    const words = cut(scanned, skip, Math.min(scanned.count, skip + (last - first)));
    const struck = doc.struck;
    const isStruck = (start: number) => struck.some(([a, b]) => a <= start && start < b);
    return { ...makePassage(doc.id, text, base, words, turns, isStruck), place: first };
  }

  #turns(n: number, from: number, to: number): (PassageTurn & { body: number })[] {
    const first = this.#db.all<PassageTurn & { body: number }>(
      `${TURN} where n = ? and start <= ? order by start desc limit 1`,
      n,
      from,
    );
    // mostly the passage lies in one turn
    if (first[0] && to <= first[0].end) return first;
    const after = `${TURN} where n = ? and start > ? and start < ? order by start`;
    return [...first, ...this.#db.all<PassageTurn & { body: number }>(after, n, from, to)];
  }

  /** What one question asks it asks of one state; `anew`: of the newest. */
  #open(anew = false): void {
    if (anew) this.#db.endRead();
    const read = this.#db.beginRead();
    if (read !== 0 && read === this.#read) return;
    this.#read = read;
    this.#refresh();
  }

  /** Read again what changed when somebody wrote: this process or another. */
  #refresh(): void {
    const state = this.#db.get<State>(`select ${COLUMNS} from quote_state`)!;
    if (state.changes === this.#state?.changes) return;
    if (state.is_old) refuseOld(this.#db);
    const isFewer = state.removals !== this.#state?.removals;
    const rows = this.#db.all<{ id: number; entries: number }>('select id, entries from quote_segment order by low');
    const known = new Map(this.#segments.map((s) => [s.id, s]));
    this.#segments = rows.map((r) => known.get(r.id) ?? new SegmentReader(this.#db, r, this.#blocks));
    this.#documents.refresh(isFewer);
    this.#speakers = null;
    const dead = deadRanges(this.#db);
    if (dead.length !== this.#dead.length || isFewer) this.#deadKeys = deadKeys(this.#db);
    this.#dead = dead;
    const { keys, places } = sortRuns(readTail(this.#db, state.indexed));
    this.#lists = keys.length > 0 ? [...this.#segments, new SortedEntries(keys, places)] : this.#segments;
    this.#counts = new Uint32Array(WORD_CLASSES);
    for (const { counts } of this.#db.iterate<{ counts: Uint8Array }>('select counts from quote_segment'))
      addCounts(counts, this.#counts);
    countKeys(this.#deadKeys, this.#counts, -1);
    countKeys(keys, this.#counts, 1);
    this.#total =
      rows.reduce((sum, s) => sum + s.entries, 0) + keys.length - this.#dead.reduce((sum, d) => sum + d.words, 0);
    this.#state = state;
  }
}

const TURN = `select quote_turn.id, kind, voice, speaker, person, start, place, body, end
  from quote_turn left join quote_speaker on quote_speaker.id = who`;

/** Texts stored before this form of the index are in it only after a rebuild: without them nothing may be called not found. */
function refuseOld(db: SqliteDatabase): void {
  const missing = db.get<{ n: number }>(
    'select count(*) as n from version where n not in (select n from quote_document)',
  )!.n;
  if (missing > 0)
    throw new OnrecordError(
      'store',
      `the quotation index has an older form and lacks ${missing} of the texts`,
      'Run "onrecord rebuild".',
    );
}

const cut = (w: Words, from: number, to: number): Words => ({
  count: Math.max(0, to - from),
  hash: w.hash.subarray(from, to),
  start: w.start.subarray(from, to),
  end: w.end.subarray(from, to),
});
