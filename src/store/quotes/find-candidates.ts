import type { Candidate, CandidateAnswer, CandidateQuery } from '../../core/quotes/quote-index.ts';
import { PAIR_SPAN, pairKey, tripleKey, WORD_SPAN, wordKey } from './gram-key.ts';

/** What the search asks of an index, whatever holds it. */
export interface GramSource {
  readonly total: number;
  count(low: number, high: number): number;
  places(low: number, high: number, limit: number): number[];
  /** id of the document in which a place lies */
  documentAt(place: number): string | null;
}

/** Places looked at for one gram: beyond it a gram says little, and its neighbours say more. */
const GRAM_LIMIT = 160;
const THOROUGH_LIMIT = 1500;
/** Triples compared before the exact search is given up or done. */
const PROBES = 5;
/** An exact phrase said more often than this is listed in part. */
const EXACT_LIMIT = 20_000;
/** Two places are one candidate when their diagonals lie this near: words may have been left out or added. */
const slackOf = (words: number) => 4 + Math.ceil(words / 4);

/**
 * Where a quotation may come from. First the whole of it, word for word: a few triples spread over it, the rarest one's places
 * checked against the others. Then by votes: each place of each rare gram votes for the place where the quotation would begin.
 */
export function findCandidates(index: GramSource, query: CandidateQuery): CandidateAnswer {
  const { hashes } = query;
  const m = hashes.length;
  if (m === 0 || index.total === 0) return { candidates: [] };
  let exact = findExact(index, hashes);
  const { among } = query;
  if (among && exact.length > query.exactLimit) {
    const isAmong = (c: Candidate) => among.has(index.documentAt(c.place) ?? '');
    exact = [...exact.filter(isAmong), ...exact.filter((c) => !isAmong(c))];
  }
  exact = exact.slice(0, query.exactLimit);
  if (exact.length > 0 && !query.thorough) return { candidates: exact };
  return { candidates: [...exact, ...vote(index, query)] };
}

/** How many places a word has. */
export const countWord = (index: GramSource, hash: number) => index.count(wordKey(hash), wordKey(hash) + WORD_SPAN);

/** Key range of the longest gram that starts at `i`: a triple inside the quotation, a pair or a word at its end. */
function rangeAt(hashes: Uint32Array, i: number): [number, number] {
  const left = hashes.length - i;
  if (left >= 3) {
    const key = tripleKey(hashes[i]!, hashes[i + 1]!, hashes[i + 2]!);
    return [key, key + 1];
  }
  if (left === 2) {
    const key = pairKey(hashes[i]!, hashes[i + 1]!);
    return [key, key + PAIR_SPAN];
  }
  return [wordKey(hashes[i]!), wordKey(hashes[i]!) + WORD_SPAN];
}

function findExact(index: GramSource, hashes: Uint32Array): Candidate[] {
  const m = hashes.length;
  const at = new Set<number>();
  const lastTriple = Math.max(0, m - 3);
  for (let k = 0; k < PROBES; k++) at.add(Math.round((lastTriple * k) / (PROBES - 1)));
  const probes = [...at].map((i) => ({ i, range: rangeAt(hashes, i), count: 0 }));
  for (const p of probes) {
    p.count = index.count(...p.range);
    if (p.count === 0) return [];
  }
  probes.sort((a, b) => a.count - b.count);
  const rarest = probes[0]!;
  let starts = index.places(...rarest.range, EXACT_LIMIT).map((place) => place - rarest.i);
  for (const p of probes.slice(1)) {
    if (starts.length === 0) return [];
    // a far more common gram is not read: the passage itself is compared afterwards
    if (p.count > 20_000) continue;
    const there = new Set(index.places(...p.range, 20_000).map((place) => place - p.i));
    starts = starts.filter((s) => there.has(s));
  }
  const bits = m * Math.log2(Math.max(2, index.total / Math.max(1, rarest.count)));
  return starts.map((place) => ({ place, met: place, q0: 0, q1: m, bits, isExact: true }));
}

interface Gram {
  readonly i: number;
  readonly length: number;
  readonly low: number;
  readonly high: number;
  readonly count: number;
}

/** Places asked for in each stretch of six words, so that every part of a quotation put together has its say. */
const STRETCH_WORDS = 6;
const STRETCH_LIMIT = 160;
/** Beside the rarest gram of a word a second one is asked when it has no more places than this. */
const SECOND_LIMIT = 20;

function vote(index: GramSource, query: CandidateQuery): Candidate[] {
  const limit = query.thorough ? THOROUGH_LIMIT : GRAM_LIMIT;
  const grams = gramsOf(index, query.hashes, limit, query.thorough ? STRETCH_LIMIT : SECOND_LIMIT).sort(
    (a, b) => a.count - b.count,
  );
  const asked = new Float64Array(Math.ceil(query.hashes.length / STRETCH_WORDS));
  const votes: Vote[] = [];
  for (const g of grams) {
    const stretch = Math.floor(g.i / STRETCH_WORDS);
    const budget = query.thorough ? THOROUGH_LIMIT : STRETCH_LIMIT;
    if (votes.length > 60_000) break;
    if (asked[stretch]! > 0 && asked[stretch]! + g.count > budget) continue;
    asked[stretch]! += g.count;
    const bits = Math.log2(Math.max(2, index.total / g.count));
    for (const place of index.places(g.low, g.high, limit)) votes.push({ diagonal: place - g.i, gram: g, bits });
  }
  return gather(votes, query.hashes.length, query.limit);
}

/** For each word of the quotation its rarest gram that is not too common, and a second one where it is rare too. */
function gramsOf(index: GramSource, hashes: Uint32Array, limit: number, secondLimit: number): Gram[] {
  const m = hashes.length;
  const grams: Gram[] = [];
  for (let i = 0; i < m; i++) {
    const word = wordKey(hashes[i]!);
    const own: Gram[] = [];
    const look = (length: number, low: number, high: number) => {
      const count = index.count(low, high);
      if (count > 0 && count <= limit) own.push({ i, length, low, high, count });
      return count;
    };
    if (look(1, word, word + WORD_SPAN) > 0 && i + 1 < m) {
      const pair = pairKey(hashes[i]!, hashes[i + 1]!);
      if (look(2, pair, pair + PAIR_SPAN) > 0 && i + 2 < m) {
        const triple = tripleKey(hashes[i]!, hashes[i + 1]!, hashes[i + 2]!);
        look(3, triple, triple + 1);
      }
    }
    own.sort((a, b) => a.count - b.count || b.length - a.length);
    if (own[0]) grams.push(own[0]);
    const second = own.findLast((g) => g !== own[0] && g.count <= secondLimit);
    if (second) grams.push(second);
  }
  return grams;
}
interface Vote {
  readonly diagonal: number;
  readonly gram: Gram;
  readonly bits: number;
}

/** Sum the votes of neighbouring diagonals, each quotation word counted once; the best first. */
function gather(votes: readonly Vote[], m: number, limit: number): Candidate[] {
  // numbers sort many times faster than objects: the diagonal above, the vote's number below
  const order = new Float64Array(votes.length);
  for (let k = 0; k < votes.length; k++) order[k] = (votes[k]!.diagonal + m) * 65536 + (k & 65535);
  order.sort();
  const at = (k: number) => votes[order[k]! % 65536]!;
  const slack = slackOf(m);
  const found: Candidate[] = [];
  const best = new Float64Array(m);
  for (let from = 0; from < order.length; ) {
    // a cluster: votes no further apart than the slack, at most a few slacks wide
    const first = at(from).diagonal;
    let last = first;
    let to = from + 1;
    while (to < order.length) {
      const next = at(to).diagonal;
      if (next - last > slack || next - first > 4 * slack) break;
      last = next;
      to++;
    }
    best.fill(0);
    let [q0, q1] = [m, 0];
    let top = at(from);
    for (let k = from; k < to; k++) {
      const v = at(k);
      const { i, length } = v.gram;
      for (let w = i; w < Math.min(m, i + length); w++) best[w] = Math.max(best[w]!, v.bits / length);
      q0 = Math.min(q0, i);
      q1 = Math.max(q1, Math.min(m, i + length));
      if (v.bits > top.bits) top = v;
    }
    let bits = 0;
    for (const b of best) bits += b;
    found.push({ place: top.diagonal, met: top.diagonal + top.gram.i, q0, q1, bits, isExact: false });
    from = to;
  }
  found.sort((a, b) => b.bits - a.bits || a.place - b.place);
  return found.slice(0, limit);
}
