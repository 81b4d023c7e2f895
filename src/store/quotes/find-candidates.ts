import type {
  Candidate,
  CandidateAnswer,
  CandidateQuery,
  SearchDepth,
  WordStretch,
} from '../../core/quotes/quote-index.ts';
import { wordId } from '../../core/quotes/word-id.ts';
import { PAIR_SPAN, pairKey, tripleKey, WORD_SPAN, wordClass } from './gram-key.ts';

/** What the search asks of an index, whatever holds it. */
export interface GramSource {
  readonly total: number;
  /** how many places a word has */
  wordCount(id: number): number;
  /** exact up to `enough`, else some number above it */
  count(low: number, high: number, enough?: number): number;
  places(low: number, high: number, limit: number): number[];
  /** the words from place to place */
  wordsAt(from: number, to: number, inside: number): WordStretch | null;
  /** id of the document in which a place lies */
  documentAt(place: number): string | null;
}

/**
 * Places looked at for one gram, and for all of a stretch of six words, so that every part of a quotation put together has its
 * say. A gram with more says little, and its neighbours say more.
 */
const LIMITS: Readonly<Record<SearchDepth, readonly [number, number]>> = {
  rare: [100, 200],
  usual: [160, 320],
  thorough: [1500, 1500],
};
const STRETCH_WORDS = 6;
/** Triples compared before the exact search is given up or done. */
const PROBES = 5;
/** An exact phrase said more often than this is listed in part. */
const EXACT_LIMIT = 20_000;
/** Places of a phrase whose words are compared at once. */
const COMPARED = 48;
/** A block holds so many, and is read in the time in which one start is compared. */
const PLACES_PER_START = 128;
/** Two places are one candidate when their diagonals lie this near: words may have been left out or added. */
const slackOf = (words: number) => 4 + Math.ceil(words / 4);

/**
 * Where a quotation may come from. First the whole of it, word for word: a few triples spread over it, the rarest one's places
 * checked against the others. Then by votes: each place of each rare gram votes for the place where the quotation would begin.
 */
export function findCandidates(index: GramSource, query: CandidateQuery): CandidateAnswer {
  const ids = query.hashes.map(wordId);
  if (ids.length === 0 || index.total === 0) return { candidates: [] };
  if (query.depth !== 'rare') return { candidates: vote(index, ids, query) };
  const exact = findExact(index, ids, query);
  return { candidates: exact.length > 0 ? exact : vote(index, ids, query) };
}

/** Key range of the longest gram that starts at `i`: a triple inside the quotation, a pair or a word at its end. */
function rangeAt(ids: Uint32Array, i: number): [number, number] {
  const left = ids.length - i;
  if (left >= 3) {
    const key = tripleKey(ids[i]!, ids[i + 1]!, ids[i + 2]!);
    return [key, key + 1];
  }
  if (left === 2) {
    const key = pairKey(ids[i]!, ids[i + 1]!);
    return [key, key + PAIR_SPAN];
  }
  const key = wordClass(ids[i]!) * WORD_SPAN;
  return [key, key + WORD_SPAN];
}

function findExact(index: GramSource, ids: Uint32Array, { among, exactLimit }: CandidateQuery): Candidate[] {
  const m = ids.length;
  for (const id of ids) if (index.wordCount(id) === 0) return [];
  const at = new Set<number>();
  const lastTriple = Math.max(0, m - 3);
  for (let k = 0; k < PROBES; k++) at.add(Math.round((lastTriple * k) / (PROBES - 1)));
  const probes = [...at].map((i) => ({ i, range: rangeAt(ids, i), count: 0 }));
  for (const p of probes) {
    p.count = index.count(...p.range);
    if (p.count === 0) return [];
  }
  probes.sort((a, b) => a.count - b.count);
  const rarest = probes[0]!;
  let starts = index.places(...rarest.range, EXACT_LIMIT).map((place) => place - rarest.i);
  for (const p of probes.slice(1)) {
    if (starts.length === 0) return [];
    // to read a far more common gram costs more than to compare the words themselves, as is done below
    if (p.count > PLACES_PER_START * (starts.length + 2)) continue;
    const there = new Set(index.places(...p.range, p.count).map((place) => place - p.i));
    starts = starts.filter((s) => there.has(s));
  }
  // in the order of places, however the index is cut into segments
  starts.sort((a, b) => a - b);
  if (among && starts.length > exactLimit) {
    const isAmong = starts.map((s) => among.has(index.documentAt(s) ?? ''));
    starts = [...starts.filter((_, k) => isAmong[k]), ...starts.filter((_, k) => !isAmong[k])];
  }
  const bits = m * Math.log2(Math.max(2, index.total / Math.max(1, rarest.count)));
  const found: Candidate[] = [];
  for (const [k, place] of starts.entries()) {
    if (found.length === exactLimit) break;
    // of a common phrase the first are compared, the others when they are read
    if ((k >= COMPARED && found.length > COMPARED / 2) || isThere(index, ids, place))
      found.push({ place, met: place, q0: 0, q1: m, bits, isExact: true });
  }
  return found;
}

/** Do just these words stand at a place? Keys may collide, and not every word was probed. */
function isThere(index: GramSource, ids: Uint32Array, place: number): boolean {
  const stretch = index.wordsAt(place, place + ids.length, place);
  return stretch?.ids.length === ids.length && stretch.ids.every((id, i) => id === ids[i]);
}

interface Gram {
  readonly i: number;
  readonly length: number;
  readonly low: number;
  readonly high: number;
  readonly count: number;
}

function vote(index: GramSource, ids: Uint32Array, query: CandidateQuery): Candidate[] {
  const [limit, budget] = LIMITS[query.depth];
  const votes = new Votes(ids.length);
  const asked = new Float64Array(Math.ceil(ids.length / STRETCH_WORDS));
  const grams = query.depth === 'rare' ? rareWords(index, ids, limit) : gramsOf(index, ids, limit);
  for (const g of grams.sort((x, y) => x.count - y.count)) {
    const stretch = Math.floor(g.i / STRETCH_WORDS);
    if (asked[stretch]! > 0 && asked[stretch]! + g.count > budget) continue;
    asked[stretch]! += g.count;
    votes.add(g, Math.log2(Math.max(2, index.total / g.count)), index.places(g.low, g.high, limit));
  }
  // of more than so many not even the preferred ones are looked at
  return preferAmong(index, votes.gather(query.among ? AMONG_TIMES * query.limit : query.limit), query);
}
const AMONG_TIMES = 8;

/** The best by their votes, and beside them the best of the documents that are preferred. */
function preferAmong(index: GramSource, found: readonly Candidate[], { among, limit }: CandidateQuery): Candidate[] {
  const best = found.slice(0, limit);
  if (!among) return best;
  const most = limit + Math.ceil(limit / 4);
  for (let i = limit; i < found.length && best.length < most; i++)
    if (among.has(index.documentAt(found[i]!.met) ?? '')) best.push(found[i]!);
  return best;
}

/** The words of the quotation that are rare alone: known without a read. */
function rareWords(index: GramSource, ids: Uint32Array, limit: number): Gram[] {
  const grams: Gram[] = [];
  for (let i = 0; i < ids.length; i++) {
    const count = index.wordCount(ids[i]!);
    if (count > 0 && count <= limit) grams.push(wordGram(ids, i, count));
  }
  return grams;
}
function wordGram(ids: Uint32Array, i: number, count: number): Gram {
  const low = wordClass(ids[i]!) * WORD_SPAN;
  return { i, length: 1, low, high: low + WORD_SPAN, count };
}

/**
 * For each word of the quotation the shortest gram that is not too common: its places hold those of the longer ones, and
 * fewer of its words need to be right.
 */
function gramsOf(index: GramSource, ids: Uint32Array, limit: number): Gram[] {
  const m = ids.length;
  const grams: Gram[] = [];
  for (let i = 0; i < m; i++) {
    const count = index.wordCount(ids[i]!);
    if (count === 0) continue;
    if (count <= limit) {
      grams.push(wordGram(ids, i, count));
      continue;
    }
    if (i + 1 >= m || index.wordCount(ids[i + 1]!) === 0) continue;
    const pair = pairKey(ids[i]!, ids[i + 1]!);
    const pairs = index.count(pair, pair + PAIR_SPAN, limit);
    if (pairs === 0) continue;
    if (pairs <= limit) {
      grams.push({ i, length: 2, low: pair, high: pair + PAIR_SPAN, count: pairs });
      continue;
    }
    if (i + 2 >= m) continue;
    const triple = tripleKey(ids[i]!, ids[i + 1]!, ids[i + 2]!);
    const triples = index.count(triple, triple + 1, limit);
    if (triples > 0 && triples <= limit) grams.push({ i, length: 3, low: triple, high: triple + 1, count: triples });
  }
  return grams;
}

/** Votes are kept as numbers that sort by diagonal: diagonal * GRAMS + the gram's number. */
const GRAMS = 8192;

/** Sums the votes of neighbouring diagonals, each quotation word counted once. */
class Votes {
  readonly #m: number;
  readonly #grams: Gram[] = [];
  readonly #bits: number[] = [];
  #votes = new Float64Array(1024);
  #count = 0;

  constructor(m: number) {
    this.#m = m;
  }
  add(gram: Gram, bits: number, places: readonly number[]): void {
    const number = this.#grams.length;
    if (number === GRAMS) return;
    this.#grams.push(gram);
    this.#bits.push(bits);
    if (this.#count + places.length > this.#votes.length) {
      const wider = new Float64Array(2 * (this.#count + places.length));
      wider.set(this.#votes);
      this.#votes = wider;
    }
    // m keeps diagonals before the first place positive
    for (const place of places) this.#votes[this.#count++] = (place - gram.i + this.#m) * GRAMS + number;
  }
  /** The `wanted` best candidates, best first. */
  gather(wanted: number): Candidate[] {
    const m = this.#m;
    const order = this.#votes.subarray(0, this.#count).sort();
    const clusters = new Clusters(order, slackOf(m));
    const weights = new Float64Array(clusters.count);
    const best = new Float64Array(m);
    for (let c = 0; c < clusters.count; c++) weights[c] = this.#weigh(order, clusters.start(c), clusters.end(c), best);
    // thousands may share one rare word: only those that can be among the best are made
    const least = clusters.count > wanted ? weights.slice().sort()[clusters.count - wanted]! : 0;
    const found: Candidate[] = [];
    for (let c = 0; c < clusters.count; c++)
      if (weights[c]! >= least) found.push(this.#candidate(order, clusters.start(c), clusters.end(c), weights[c]!));
    return found.sort((a, b) => b.bits - a.bits || a.place - b.place).slice(0, wanted);
  }
  /** Bits of the votes from..to, each quotation word counted once. */
  #weigh(order: Float64Array, from: number, to: number, best: Float64Array): number {
    best.fill(0);
    let [q0, q1] = [this.#m, 0];
    for (let k = from; k < to; k++) {
      const g = order[k]! % GRAMS;
      const { i, length } = this.#grams[g]!;
      const share = this.#bits[g]! / length;
      for (let w = i; w < i + length; w++) if (share > best[w]!) best[w] = share;
      if (i < q0) q0 = i;
      if (i + length > q1) q1 = i + length;
    }
    let bits = 0;
    for (let w = q0; w < q1; w++) bits += best[w]!;
    return bits;
  }
  /** The votes from..to as one candidate: its place is that of the vote which tells most. */
  #candidate(order: Float64Array, from: number, to: number, bits: number): Candidate {
    let [q0, q1, top, topGram, topDiagonal] = [this.#m, 0, -1, 0, 0];
    for (let k = from; k < to; k++) {
      const g = order[k]! % GRAMS;
      const { i, length } = this.#grams[g]!;
      if (i < q0) q0 = i;
      if (i + length > q1) q1 = i + length;
      if (this.#bits[g]! > top) [top, topGram, topDiagonal] = [this.#bits[g]!, g, diagonalOf(order[k]!)];
    }
    const place = topDiagonal - this.#m;
    return { place, met: place + this.#grams[topGram]!.i, q0, q1, bits, isExact: false };
  }
}

const diagonalOf = (vote: number) => Math.floor(vote / GRAMS);

/** Sorted votes in clusters: no further apart than the slack, and together hardly wider than that. */
class Clusters {
  readonly #starts: Uint32Array;
  readonly #votes: number;
  count = 0;

  constructor(order: Float64Array, slack: number) {
    this.#votes = order.length;
    this.#starts = new Uint32Array(order.length);
    for (let from = 0; from < order.length; ) {
      const first = diagonalOf(order[from]!);
      let last = first;
      let to = from + 1;
      for (; to < order.length; to++) {
        const next = diagonalOf(order[to]!);
        if (next - last > slack || next - first > 1.5 * slack) break;
        last = next;
      }
      this.#starts[this.count++] = from;
      from = to;
    }
  }
  start(c: number): number {
    return this.#starts[c]!;
  }
  end(c: number): number {
    return c + 1 < this.count ? this.#starts[c + 1]! : this.#votes;
  }
}
