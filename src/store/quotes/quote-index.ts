import { makePassage, type PassageTurn } from '../../core/quotes/passage.ts';
import type {
  CandidateAnswer,
  CandidateQuery,
  Frequencies,
  IndexedPassage,
  QuoteIndex,
} from '../../core/quotes/quote-index.ts';
import type { Words } from '../../core/text/words.ts';
import type { SqliteDatabase } from '../sqlite/database.ts';
import { BLOCK_ENTRIES, type Block, lowerBound, readBlock } from './block.ts';
import { countWord, findCandidates } from './find-candidates.ts';
import { CHUNK_WORDS } from './quote-projection.ts';
import { scanBodies } from './scan-bodies.ts';
import { BLOCKS_PER_SEGMENT, deadKeys, deadRanges, findRange, readDirectory } from './segments.ts';

interface Segment {
  readonly id: number;
  readonly entries: number;
  readonly directory: Float64Array;
}

/** Where the words of a document are; some 150 bytes a document are held in memory. */
interface IndexedDocument {
  readonly base: number;
  readonly n: number;
  readonly id: string;
  readonly words: number;
  readonly struck: readonly (readonly [number, number])[];
}

/** Index of the last document that begins at `place` or before it. */
function lastAtMost(documents: readonly IndexedDocument[], place: number): number {
  let [low, high] = [0, documents.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (documents[middle]!.base <= place) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Decoded blocks kept: 512 entries of 12 bytes each, so about 24 MB. */
const CACHED_BLOCKS = 4096;

/** The quotation index in SQLite. Only the first key of each block is held in memory (8 bytes for 512 words). */
export class SqliteQuoteIndex implements QuoteIndex {
  readonly #db: SqliteDatabase;
  #segments: Segment[] = [];
  #documents: IndexedDocument[] = [];
  #dead: { base: number; words: number }[] = [];
  #deadKeys = new Float64Array(0);
  #changes = -1;
  #total = 0;
  #blocks = new Map<number, Block>();
  #speakers: { speaker: string | null; person: string | null }[] | null = null;

  constructor(db: SqliteDatabase) {
    this.#db = db;
  }

  async candidates(query: CandidateQuery): Promise<CandidateAnswer> {
    this.#refresh();
    return findCandidates(this, query);
  }

  async frequency(hashes: Uint32Array): Promise<Frequencies> {
    this.#refresh();
    return { frequency: Array.from(hashes, (h) => countWord(this, h)), total: this.#total };
  }

  async speakers() {
    this.#refresh();
    this.#speakers ??= this.#db.all<{ speaker: string | null; person: string | null }>(
      'select distinct speaker, person from quote_turn where speaker is not null or person is not null',
    );
    return this.#speakers;
  }

  get total(): number {
    return this.#total;
  }

  /** How many places have a key in low..high, all segments together, removed texts left out. */
  count(low: number, high: number): number {
    let sum = 0;
    for (const segment of this.#segments) {
      const [from, to] = blocksOf(segment, low, high);
      if (to < from) continue;
      const first = this.#block(segment, from).keys;
      // every block but the last one of a segment is full: what lies between the two ends need not be read
      if (to === from) sum += lowerBound(first, high) - lowerBound(first, low);
      else
        sum +=
          first.length -
          lowerBound(first, low) +
          (to - from - 1) * BLOCK_ENTRIES +
          lowerBound(this.#block(segment, to).keys, high);
    }
    return sum - (lowerBound(this.#deadKeys, high) - lowerBound(this.#deadKeys, low));
  }

  /** The places whose key is in low..high, at most `limit` of them, removed texts left out. */
  places(low: number, high: number, limit: number): number[] {
    const places: number[] = [];
    for (const segment of this.#segments) {
      const [from, to] = blocksOf(segment, low, high);
      for (let b = from; b <= to && places.length < limit; b++) {
        const block = this.#block(segment, b);
        const end = lowerBound(block.keys, high);
        for (let i = lowerBound(block.keys, low); i < end && places.length < limit; i++) {
          const place = block.places[i]!;
          if (this.#dead.length === 0 || !findRange(this.#dead, place)) places.push(place);
        }
      }
    }
    return places;
  }

  documentAt(place: number): string | null {
    return this.#documents[lastAtMost(this.#documents, place)]?.id ?? null;
  }

  async passage(from: number, to: number, inside: number): Promise<IndexedPassage | null> {
    this.#refresh();
    const doc = this.#documents[lastAtMost(this.#documents, inside)];
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
    return this.#db.all(
      `select id, kind, voice, speaker, person, start, body, end from quote_turn
       where n = ? and start < ? and start >= coalesce((select max(start) from quote_turn where n = ? and start <= ?), 0) order by start`,
      n,
      to,
      n,
      from,
    );
  }

  #block(segment: Segment, number: number): Block {
    const id = segment.id * BLOCKS_PER_SEGMENT + number;
    let block = this.#blocks.get(id);
    if (block) return block;
    const row = this.#db.get<{ data: Uint8Array }>('select data from quote_block where id = ?', id)!;
    block = readBlock(row.data, segment.directory[number]!);
    if (this.#blocks.size >= CACHED_BLOCKS) this.#blocks.delete(this.#blocks.keys().next().value!);
    this.#blocks.set(id, block);
    return block;
  }

  /** Read the list of segments again when somebody wrote: this process or another. */
  #refresh(): void {
    const changes = this.#db.get<{ changes: number }>('select changes from quote_state')!.changes;
    if (changes === this.#changes) return;
    this.#changes = changes;
    this.#blocks.clear();
    this.#speakers = null;
    this.#segments = this.#db
      .all<{ id: number; entries: number; directory: Uint8Array }>(
        'select id, entries, directory from quote_segment order by id',
      )
      .map((s) => ({ id: s.id, entries: s.entries, directory: readDirectory(s.directory) }));
    this.#documents = this.#db
      .all<{ base: number; n: number; id: string; words: number; struck: string | null }>(
        'select base, n, version.id, words, struck from quote_document join version using (n) order by base',
      )
      .map((d) => ({ ...d, struck: d.struck ? (JSON.parse(d.struck) as [number, number][]) : [] }));
    this.#dead = deadRanges(this.#db);
    this.#deadKeys = deadKeys(this.#db);
    this.#total =
      this.#segments.reduce((sum, s) => sum + s.entries, 0) - this.#dead.reduce((sum, d) => sum + d.words, 0);
  }
}

/** Numbers of the first and last block that may hold keys in low..high. */
function blocksOf(segment: Segment, low: number, high: number): [number, number] {
  const { directory } = segment;
  // the block before the first one that opens at `low` or above may end with such keys
  const from = Math.max(0, lowerBound(directory, low) - 1);
  return [from, lowerBound(directory, high) - 1];
}

const cut = (w: Words, from: number, to: number): Words => ({
  count: Math.max(0, to - from),
  hash: w.hash.subarray(from, to),
  start: w.start.subarray(from, to),
  end: w.end.subarray(from, to),
});
