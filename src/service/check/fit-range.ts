import type { Lexicon } from '../../core/quotes/lexicon.ts';
import { type Fit, fitPiece } from '../../core/quotes/make-piece.ts';
import type { ParsedQuote } from '../../core/quotes/parse-quote.ts';
import type { Candidate, IndexedPassage, QuoteIndex } from '../../core/quotes/quote-index.ts';

/** Words of context read on both sides: a long sentence, and room for an ellipsis. */
export const CONTEXT = 100;
/** While candidates are weighed against each other a little is enough. */
const LITTLE_CONTEXT = 16;
const CANDIDATES = 14;
const EXACT = 400;

export interface Search {
  readonly index: QuoteIndex;
  readonly quote: ParsedQuote;
  readonly lexicon: Lexicon;
  /** documents in which the claimed speaker takes part; null when nobody known is claimed */
  readonly among: ReadonlySet<string> | null;
  /** prefers one of equally good passages: larger is better */
  readonly prefer: (passage: IndexedPassage, word: number) => Promise<number>;
}

export interface Weights {
  readonly bits: readonly number[];
  readonly isKnown: (word: string) => boolean;
}

/** What each word of the quotation tells, in bits. */
export async function weigh({ index, quote }: Search): Promise<Weights> {
  const { frequency, total } = await index.frequency(Uint32Array.from(quote.words, (w) => w.hash));
  const known = new Map(quote.words.map((w, i) => [w.word, frequency[i]! > 0]));
  return {
    // a word the record lacks tells no more than a rare one
    bits: quote.words.map((w, i) =>
      w.bracketed ? 0 : Math.min(16, Math.max(1, Math.log2((total + 1) / (frequency[i]! + 1)))),
    ),
    isKnown: (word) => known.get(word) ?? true,
  };
}

/** The best fits of quote words a..b, best first; all exact places when the words stand somewhere just so. */
export async function fitRange(
  search: Search,
  a: number,
  b: number,
  weights: Weights,
  thorough = false,
): Promise<Fit[]> {
  const { quote, index } = search;
  const plain = quote.words.slice(a, b).filter((w) => !w.bracketed);
  if (plain.length === 0) return [];
  const hashes = Uint32Array.from(plain, (w) => w.hash);
  const limit = thorough ? 3 * CANDIDATES : CANDIDATES;
  const { candidates } = await index.candidates({ hashes, limit, exactLimit: EXACT, thorough, among: search.among });
  const fits: Fit[] = [];
  let best = 0;
  for (const c of candidates) {
    // votes tell the good from the rest: far fewer bits than the best one has, and a good one is in hand
    if (!c.isExact && c.bits < (best >= WELL_MET ? FEWER_BITS : FAR_FEWER_BITS) * candidates[0]!.bits) break;
    const fit = await fitCandidate(search, a, b, c, weights, best);
    if (!fit) continue;
    fits.push(fit);
    best = Math.max(best, strengthOf(fit));
  }
  const sorted = dedupe(fits).sort((x, y) => strengthOf(y) - strengthOf(x) || x.cost - y.cost);
  const isShort = b - a <= THOROUGH_WORDS;
  const isWeak = sorted.length === 0 || strengthOf(sorted[0]!) < GOOD_ENOUGH;
  if (!thorough && (candidates.length === 0 || (isShort && isWeak))) return fitRange(search, a, b, weights, true);
  return sorted;
}
/** Under this the rarest grams were not the quotation's own, and common words are asked too. */
export const GOOD_ENOUGH = 0.72;
/** A longer quotation has rare words enough. */
const THOROUGH_WORDS = 16;
const WELL_MET = 0.8;
const FEWER_BITS = 0.6;
const FAR_FEWER_BITS = 0.35;

async function fitCandidate(
  search: Search,
  a: number,
  b: number,
  c: Candidate,
  weights: Weights,
  best: number,
): Promise<Fit | null> {
  const { quote, index, lexicon } = search;
  const m = b - a;
  const hasBrackets = quote.words.slice(a, b).some((w) => w.bracketed);
  const slack = c.isExact && !hasBrackets ? 0 : 6 + Math.ceil(m / 4);
  const passage = await index.passage(c.place - LITTLE_CONTEXT, c.place + m + LITTLE_CONTEXT, c.met);
  if (!passage) return null;
  const at = c.place - passage.place;
  const s0 = Math.max(0, at - slack);
  const s1 = Math.min(passage.words.length, at + m + slack);
  if (s1 <= s0 || (!c.isExact && !mayMatch(quote, a, b, passage, s0, s1, best))) return null;
  return fitPiece(quote, a, b, passage, s0, s1, weights.bits, lexicon, weights.isKnown);
}

/** Place of the first source word of a fit in the record. */
export const placeOf = (f: Fit) => (f.piece.passage as IndexedPassage).place + f.piece.s0;

function dedupe(fits: readonly Fit[]): Fit[] {
  const seen = new Map<number, Fit>();
  for (const f of fits) {
    const known = seen.get(placeOf(f));
    if (!known || f.cost < known.cost) seen.set(placeOf(f), f);
  }
  return [...seen.values()];
}

/** How much of its stretch a fit explains: half by what the words tell, half by their number. */
export const strengthOf = (f: Fit) => (f.share + f.count) / 2;

/** Bits of quote words a..b. */
export function sumBits(bits: readonly number[], a: number, b: number): number {
  let s = 0;
  for (let i = a; i < b; i++) s += bits[i]!;
  return s;
}

/** Do enough of the words stand in the stretch, in any order, for it to be worth setting them against each other? */
function mayMatch(
  quote: ParsedQuote,
  a: number,
  b: number,
  passage: IndexedPassage,
  s0: number,
  s1: number,
  best: number,
): boolean {
  const there = new Set<number>();
  for (let s = s0; s < s1; s++) there.add(passage.words[s]!.hash);
  let met = 0;
  for (let q = a; q < b; q++) if (there.has(quote.words[q]!.hash)) met++;
  return met >= Math.max(0.3, 0.6 * best) * (b - a);
}
