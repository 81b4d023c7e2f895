import { cutAfter } from '../../core/quotes/cuts/cut-after.ts';
import { cutBefore } from '../../core/quotes/cuts/cut-before.ts';
import { findTurnedQuestion } from '../../core/quotes/cuts/turned-question.ts';
import type { SourceReading } from '../../core/quotes/judge-quote.ts';
import { type Fit, fitPiece } from '../../core/quotes/make-piece.ts';
import type { ParsedQuote } from '../../core/quotes/parse-quote.ts';
import type { Piece } from '../../core/quotes/piece.ts';
import type { IndexedPassage, QuoteIndex } from '../../core/quotes/quote-index.ts';
import { findSplice, splitJumps } from './find-splice.ts';
import {
  CONTEXT,
  fitRange,
  GOOD_ENOUGH,
  placeOf,
  type Search,
  strengthOf,
  sumBits,
  type Weights,
  weigh,
} from './fit-range.ts';

/** An ellipsis may pass over so many words of one turn; beyond it two passages are joined. */
const MAX_GAP = 150;
export interface FoundReading {
  /** readings that explain the quotation equally well: its occurrences; empty when it was not found */
  readonly readings: readonly SourceReading[];
  /** the best partial explanation when nothing is good enough */
  readonly near: Fit | null;
  /** the fit behind the first reading */
  readonly best: Fit | null;
  readonly strength: number;
  readonly certainty: 'sure' | 'possible';
}

/** Find how the words of a quotation stand in the record. */
export async function findReading(search: Search): Promise<FoundReading> {
  const ranges = rangesOf(search.quote);
  const weights = await weigh(search);
  const fits: Fit[][] = [];
  for (const [a, b] of ranges) fits.push(await fitRange(search, a, b, weights));
  const found =
    ranges.length === 1 ? await readOne(search, fits[0]!, weights) : await readPieces(search, ranges, fits, weights);
  const [first, ...others] = found.readings;
  return first ? { ...found, readings: [await widen(search.index, first), ...others] } : found;
}

/** The reading that is judged, with the sentences around it. Elided ones have them already. */
async function widen(index: QuoteIndex, reading: SourceReading): Promise<SourceReading> {
  if (reading.bond === 'elided') return reading;
  const pieces: Piece[] = [];
  for (const p of reading.pieces) {
    const { place, words } = p.passage as IndexedPassage;
    if (p.s0 >= CONTEXT && words.length - p.s1 >= CONTEXT) {
      pieces.push(p);
      continue;
    }
    const passage = await index.passage(place + p.s0 - CONTEXT, place + p.s1 + CONTEXT, place + p.s0);
    const d = passage ? place - passage.place : 0;
    const steps = p.steps.map((s) => ({ ...s, s0: s.s0 + d, s1: s.s1 + d }));
    pieces.push({ ...p, passage: passage ?? p.passage, s0: p.s0 + d, s1: p.s1 + d, steps });
  }
  return { ...reading, pieces };
}

/** The stretches between ellipses. */
function rangesOf(quote: ParsedQuote): [number, number][] {
  const starts = [0, ...quote.words.flatMap((w, i) => (w.gapBefore ? [i] : []))];
  return starts.map((s, k) => [s, starts[k + 1] ?? quote.words.length]);
}

// Below these a quotation is not the passage's. Short ones share words with much that is not their source (quotes.md: a trade).
const thresholdOf = (words: number) => (words >= 10 ? 0.55 : words >= 7 ? 0.62 : 0.7);
const SHORT_WORDS = 9;

/**
 * More than half of the words in their places, nothing added or left out: another sentence would not keep the places. At its ends
 * several changed words read as added ones, since a place for them costs more there; then a longer run must stand.
 */
function isPatched(f: Fit, words: number): boolean {
  if (words < 10 || f.count < 0.55) return false;
  const { steps } = f.piece;
  const isMet = (s: (typeof steps)[number]) => s.op === 'same' || s.op === 'variant';
  const core = steps.slice(steps.findIndex(isMet), steps.findLastIndex(isMet) + 1);
  const isInPlace = (s: (typeof steps)[number]) => isMet(s) || s.op === 'replace';
  if (steps.every(isInPlace)) return true;
  return f.run >= PATCHED_RUN && core.every(isInPlace) && steps.every((s) => isInPlace(s) || s.op === 'insert');
}
const PATCHED_RUN = 5;

const single = (f: Fit): SourceReading => ({ pieces: [f.piece], bond: 'one' });
export const NOTHING: FoundReading = { readings: [], near: null, best: null, strength: 0, certainty: 'sure' };

async function readOne(search: Search, fits: readonly Fit[], weights: Weights): Promise<FoundReading> {
  const best = fits[0];
  if (!best) return NOTHING;
  const strength = strengthOf(best);
  if (best.isWhole) {
    const equal = fits.filter((f) => f.isWhole && f.cost <= best.cost + 5);
    return { readings: (await rank(search, equal)).map(single), near: null, best: null, strength, certainty: 'sure' };
  }
  const joined = await findSplice(search, fits, weights);
  if (joined) return { readings: [joined], near: null, best: null, strength, certainty: 'sure' };
  const m = search.quote.words.filter((w) => !w.bracketed).length;
  if (!isPatched(best, m) && (strength < thresholdOf(m) || best.run < Math.min(3, m)))
    return { readings: [], near: best, best: null, strength, certainty: 'sure' };
  const split = splitJumps(best, search.quote);
  if (split) return { readings: [split], near: null, best: null, strength, certainty: 'sure' };
  const chosen = await preferClaimed(search, fits, best);
  const equal = fits.filter((f) => f.cost === chosen.cost && Math.abs(strengthOf(f) - strengthOf(chosen)) < 0.01);
  const ranked = await rank(search, equal);
  return {
    readings: ranked.map(single),
    near: null,
    best: ranked[0]!,
    strength: strengthOf(chosen),
    certainty: m < SHORT_WORDS && best.cost >= 80 ? 'possible' : 'sure',
  };
}

/** Formulas stand in many places with a word or two between them: a passage of the claimed speaker that is nearly as good is meant. */
const NEARLY = 0.15;
async function preferClaimed(search: Search, fits: readonly Fit[], best: Fit): Promise<Fit> {
  const near = fits
    .filter((f) => strengthOf(f) >= strengthOf(best) - NEARLY && f.run >= Math.min(3, best.run))
    .slice(0, 8);
  let chosen = best;
  let score = Number.NEGATIVE_INFINITY;
  for (const f of near) {
    const liked = await likingOf(search, f);
    // a hundred points are another speaker, ten the claimed day
    if (liked > score + (f === best ? 0 : 5)) [chosen, score] = [f, liked];
  }
  return chosen;
}

const likingOf = (search: Search, { piece }: Fit) =>
  search.prefer(piece.passage.document, piece.passage.turns[piece.passage.words[piece.s0]!.turn]!);

/** Equally good passages, the one the draft means first. */
async function rank(search: Search, fits: readonly Fit[]): Promise<Fit[]> {
  if (fits.length < 2) return [...fits];
  const ranked: { f: Fit; score: number; isBare: boolean }[] = [];
  for (const f of fits) ranked.push({ f, score: await likingOf(search, f), isBare: false });
  const best = Math.max(...ranked.map((r) => r.score));
  const first = ranked.filter((r) => r.score === best).slice(0, MAX_COMPARED);
  for (const r of first) r.isBare = !isCut(search, r.f);
  return ranked
    .sort((a, b) => b.score - a.score || Number(b.isBare) - Number(a.isBare) || placeOf(a.f) - placeOf(b.f))
    .map((r) => r.f);
}
/** A phrase may stand in hundreds of places that the draft means equally. */
const MAX_COMPARED = 24;

/** A passage that stands under a frame, a condition or a question comes after one that stands alone. */
function isCut({ quote, lexicon }: Search, f: Fit): boolean {
  return (
    cutBefore(f.piece, lexicon, true) !== null ||
    cutAfter(f.piece, lexicon, true) !== null ||
    findTurnedQuestion(quote, f.piece, lexicon) !== null
  );
}

/** Pieces between ellipses: in order and near each other in one turn, or joined from several places. */
async function readPieces(
  search: Search,
  ranges: readonly [number, number][],
  fits: readonly Fit[][],
  weights: Weights,
): Promise<FoundReading> {
  const weightOf = ([a, b]: readonly [number, number]) => sumBits(weights.bits, a, b);
  const order = ranges.map((_, i) => i).sort((x, y) => weightOf(ranges[y]!) - weightOf(ranges[x]!));
  const anchorAt = order[0]!;
  const chains: { pieces: Fit[]; strength: number }[] = [];
  for (const anchor of await rank(search, fits[anchorAt]!.slice(0, 12))) {
    const chain = await chainAround(search, ranges, anchorAt, anchor, weights);
    if (!chain) continue;
    const total = sumBits(weights.bits, 0, search.quote.words.length);
    const met = chain.reduce((s, p, i) => s + strengthOf(p) * weightOf(ranges[i]!), 0);
    chains.push({ pieces: chain, strength: met / Math.max(1, total) });
  }
  chains.sort((x, y) => y.strength - x.strength);
  const best = chains[0];
  if (best && best.strength >= GOOD_ENOUGH)
    return {
      readings: chains
        .filter((c) => c.strength >= best.strength - 1e-9)
        .map((c) => ({ pieces: c.pieces.map((p) => p.piece), bond: 'elided' as const })),
      near: null,
      best: null,
      strength: best.strength,
      certainty: 'sure',
    };
  // each piece stands somewhere, but not together
  const tops = fits.map((f) => f[0] ?? null);
  if (tops.every((f) => f && strengthOf(f) >= 0.8 && f.run >= Math.min(3, f.matched.length)))
    return {
      readings: [{ pieces: tops.map((f) => f!.piece), bond: 'joined' }],
      near: null,
      best: null,
      strength: 0.8,
      certainty: 'sure',
    };
  const near = order.map((i) => fits[i]![0]).find((f) => f && strengthOf(f) >= 0.6) ?? null;
  return { readings: [], near, best: null, strength: near ? strengthOf(near) / 2 : 0, certainty: 'sure' };
}

/** The other pieces, looked for before and after one that was found, inside its turn. Null when one is missing. */
async function chainAround(
  { quote, index, lexicon }: Search,
  ranges: readonly [number, number][],
  anchorAt: number,
  anchor: Fit,
  weights: Weights,
): Promise<Fit[] | null> {
  const place = placeOf(anchor);
  const around = MAX_GAP * (ranges.length - 1) + quote.words.length + CONTEXT;
  const passage = await index.passage(place - around, place + around, place);
  if (!passage) return null;
  const pieces: Fit[] = [];
  const put = (i: number, low: number, high: number): Fit | null => {
    const [a, b] = ranges[i]!;
    const fit = low < high ? fitPiece(quote, a, b, passage, low, high, weights.bits, lexicon, weights.isKnown) : null;
    if (!fit || strengthOf(fit) < 0.6) return null;
    pieces[i] = fit;
    return fit;
  };
  const at = place - passage.place;
  const size = anchor.piece.s1 - anchor.piece.s0;
  if (!put(anchorAt, Math.max(0, at - 2), Math.min(passage.words.length, at + size + 2))) return null;
  const turn = passage.words[at]!.turn;
  const inTurn = (s: number) => passage.words[s]?.turn === turn;
  for (let i = anchorAt + 1; i < ranges.length; i++) {
    const low = pieces[i - 1]!.piece.s1;
    let end = low;
    while (inTurn(end) && end - low < MAX_GAP) end++;
    if (!put(i, low, end)) return null;
  }
  for (let i = anchorAt - 1; i >= 0; i--) {
    const high = pieces[i + 1]!.piece.s0;
    let start = high;
    while (inTurn(start - 1) && high - start < MAX_GAP) start--;
    if (!put(i, start, high)) return null;
  }
  return pieces;
}
