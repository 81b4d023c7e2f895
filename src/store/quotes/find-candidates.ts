import type { Candidate, CandidateAnswer, CandidateQuery } from '../../core/quotes/quote-index.ts';
import { PAIR_SPAN, pairKey, tripleKey, WORD_SPAN, wordKey } from './gram-key.ts';

/** What the search asks of an index, whatever holds it. */
export interface GramSource {
  readonly total: number;
  count(low: number, high: number): number;
  places(low: number, high: number, limit: number): number[];
}

/** Places looked at for one gram: beyond it a gram says little, and its neighbours say more. */
const GRAM_LIMIT = 160;
const THOROUGH_LIMIT = 1500;
/** Triples compared before the exact search is given up or done. */
const PROBES = 5;
/** An exact phrase said more often than this is listed in part. */
const EXACT_LIMIT = 2000;
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
  const exact = findExact(index, hashes).slice(0, query.exactLimit);
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
  return starts.map((place) => ({ place, q0: 0, q1: m, bits, isExact: true }));
}

function vote(index: GramSource, query: CandidateQuery): Candidate[] {
  const { hashes } = query;
  const m = hashes.length;
  const limit = query.thorough ? THOROUGH_LIMIT : GRAM_LIMIT;
  const votes: { diagonal: number; i: number; length: number; bits: number }[] = [];
  const cast = (i: number, length: number, low: number, high: number, count: number) => {
    const bits = Math.log2(Math.max(2, index.total / count));
    for (const place of index.places(low, high, limit)) votes.push({ diagonal: place - i, i, length, bits });
  };
  for (let i = 0; i < m; i++) {
    const word = wordKey(hashes[i]!);
    const wordCount = index.count(word, word + WORD_SPAN);
    if (wordCount === 0) continue;
    if (i + 1 < m) {
      const pair = pairKey(hashes[i]!, hashes[i + 1]!);
      const pairCount = index.count(pair, pair + PAIR_SPAN);
      if (pairCount > 0) {
        if (i + 2 < m && pairCount > limit) {
          const triple = tripleKey(hashes[i]!, hashes[i + 1]!, hashes[i + 2]!);
          const count = index.count(triple, triple + 1);
          if (count > 0 && count <= limit) cast(i, 3, triple, triple + 1, count);
        }
        if (pairCount <= limit) cast(i, 2, pair, pair + PAIR_SPAN, pairCount);
      }
    }
    if (wordCount <= limit) cast(i, 1, word, word + WORD_SPAN, wordCount);
  }
  return gather(votes, m, query.limit);
}

/** Sum the votes of neighbouring diagonals, each quotation word counted once; the best first. */
function gather(
  votes: { diagonal: number; i: number; length: number; bits: number }[],
  m: number,
  limit: number,
): Candidate[] {
  votes.sort((a, b) => a.diagonal - b.diagonal || a.i - b.i);
  const slack = slackOf(m);
  const found: Candidate[] = [];
  const best = new Float64Array(m);
  for (let from = 0; from < votes.length; ) {
    // a cluster: votes no further apart than the slack, at most a few slacks wide
    let to = from + 1;
    while (
      to < votes.length &&
      votes[to]!.diagonal - votes[to - 1]!.diagonal <= slack &&
      votes[to]!.diagonal - votes[from]!.diagonal <= 4 * slack
    )
      to++;
    best.fill(0);
    let [q0, q1] = [m, 0];
    let top = votes[from]!;
    for (let k = from; k < to; k++) {
      const v = votes[k]!;
      for (let i = v.i; i < Math.min(m, v.i + v.length); i++) best[i] = Math.max(best[i]!, v.bits / v.length);
      q0 = Math.min(q0, v.i);
      q1 = Math.max(q1, Math.min(m, v.i + v.length));
      if (v.bits > top.bits) top = v;
    }
    let bits = 0;
    for (const b of best) bits += b;
    found.push({ place: top.diagonal, q0, q1, bits, isExact: false });
    from = to;
  }
  found.sort((a, b) => b.bits - a.bits || a.place - b.place);
  return found.slice(0, limit);
}
