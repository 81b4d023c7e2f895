import type { SourceReading } from '../../core/quotes/judge-quote.ts';
import type { Fit } from '../../core/quotes/make-piece.ts';
import type { ParsedQuote } from '../../core/quotes/parse-quote.ts';
import type { Piece } from '../../core/quotes/piece.ts';
import { fitRange, placeOf, type Search, sumBits, type Weights } from './fit-range.ts';

/** Words left out without a mark, so many at least and from one sentence into another: two passages printed as one. */
const JUMP_WORDS = 4;

export function splitJumps(fit: Fit, quote: ParsedQuote): SourceReading | null {
  const { piece } = fit;
  const { steps, passage } = piece;
  for (let i = 0; i < steps.length; i++) {
    if (steps[i]!.op !== 'delete') continue;
    let j = i;
    while (j < steps.length && steps[j]!.op === 'delete') j++;
    const [s0, s1] = [steps[i]!.s0, steps[j - 1]!.s1];
    const crosses = passage.words.slice(s0, s1 + 1).some((w) => w.opensSentence);
    const q = steps[i]!.q0;
    if (s1 - s0 >= JUMP_WORDS && crosses && q - piece.q0 >= 3 && piece.q1 - q >= 3) {
      const words = quote.words;
      return {
        bond: 'joined',
        pieces: [
          { ...piece, q1: q, s1: s0, steps: steps.slice(0, i), to: words[q - 1]!.end },
          { ...piece, q0: q, s0: s1, steps: steps.slice(j), from: words[q]!.start },
        ],
      };
    }
    i = j;
  }
  return null;
}

// A piece of a splice must stand on its own, or two changed words would make one.
const SPLICE_WORDS = 4;
const SPLICE_BITS = 16;
const SPLICE_SHARE = 0.8;
const GLUE_WORDS = 3;
/** What the second passage must add, in bits; short quotations are easier to patch together by chance. */
const gainOf = (words: number) => (words <= 16 ? 20 : 14);

/** Two passages whose beginning and end together explain what neither does alone. */
export async function findSplice(
  search: Search,
  fits: readonly Fit[],
  weights: Weights,
): Promise<SourceReading | null> {
  const { quote } = search;
  const m = quote.words.length;
  if (m < 2 * SPLICE_WORDS) return null;
  // a splice leaves the best passage without words at one of its ends
  if (holesOf(fits[0]!).every(([a, b]) => missing(fits[0]!, a, b) < SPLICE_WORDS - 1)) return null;
  // and each of its parts is a run of words: where none is, nothing is looked for in the holes
  const strong = fits.slice(0, 3).filter((f) => f.run >= SPLICE_WORDS);
  if (strong.length === 0) return null;
  const pool = fits.slice(0, 8);
  // what the best leaves unexplained at either end is looked for on its own
  const asked = new Set<string>();
  for (const f of strong)
    for (const [a, b] of holesOf(f)) {
      if (b - a < SPLICE_WORDS || missing(f, a, b) < SPLICE_WORDS - 1 || asked.has(`${a} ${b}`)) continue;
      asked.add(`${a} ${b}`);
      pool.push(...(await fitRange(search, a, b, weights, true)).slice(0, 3));
    }
  let top: { gain: number; left: Fit; right: Fit; t: number } | null = null;
  const sums = new Map(pool.map((f) => [f, bitsUpTo(f, weights.bits)]));
  for (const left of pool)
    for (const right of pool) {
      if (left.piece.q0 !== 0 || right.piece.q1 !== m || isSamePlace(left, right)) continue;
      const [a, b] = [sums.get(left)!, sums.get(right)!];
      for (let t = SPLICE_WORDS; t <= m - SPLICE_WORDS; t++) {
        const gain = a[t]! + b[m]! - b[t]!;
        if (!top || gain > top.gain) top = { gain, left, right, t };
      }
    }
  const alone = sums.get(fits[0]!)![m]!;
  if (!top || top.gain - alone < gainOf(m) || top.gain < 0.85 * sumBits(weights.bits, 0, m)) return null;
  const left = trim(top.left, quote, 0, top.t);
  const right = trim(top.right, quote, top.t, m);
  if (!left || !right || right.q0 - left.q1 > GLUE_WORDS) return null;
  const stands = (p: Piece) => {
    const met = p.steps.filter((s) => s.op === 'same' || s.op === 'variant').length;
    return (
      met >= SPLICE_WORDS && met >= SPLICE_SHARE * (p.q1 - p.q0) && sumBits(weights.bits, p.q0, p.q1) >= SPLICE_BITS
    );
  };
  return stands(left) && stands(right) ? { bond: 'joined', pieces: [left, right] } : null;
}

const isSamePlace = (a: Fit, b: Fit) =>
  a.piece.passage.document === b.piece.passage.document &&
  Math.abs(placeOf(a) - a.piece.q0 - (placeOf(b) - b.piece.q0)) < 3;

/** at[t]: bits of the words before word t of the quotation that a fit has. */
function bitsUpTo({ matched, piece }: Fit, bits: readonly number[]): Float64Array {
  const at = new Float64Array(bits.length + 1);
  for (let i = 0; i < bits.length; i++) at[i + 1] = at[i]! + (matched[i - piece.q0] ? bits[i]! : 0);
  return at;
}

/** What stands before and after the longest run of words met: there another passage may do better. */
function holesOf(f: Fit): [number, number][] {
  let [from, to, run] = [0, 0, 0];
  f.matched.forEach((m, i) => {
    run = m ? run + 1 : 0;
    if (run > to - from) [from, to] = [i + 1 - run, i + 1];
  });
  const { q0, q1 } = f.piece;
  return [
    [q0, q0 + from],
    [q0 + to, q1],
  ];
}
/** How many of the words of a stretch are not met. */
const missing = (f: Fit, a: number, b: number) =>
  f.matched.slice(a - f.piece.q0, b - f.piece.q0).filter((m) => !m).length;

/** The part of a piece that explains quote words a..b, from its first to its last word met. */
function trim(f: Fit, quote: ParsedQuote, a: number, b: number): Piece | null {
  const steps = f.piece.steps.filter((s) => s.q0 >= a && s.q1 <= b);
  const i = steps.findIndex((s) => s.op === 'same' || s.op === 'variant');
  if (i < 0) return null;
  const kept = steps.slice(i, steps.findLastIndex((s) => s.op === 'same' || s.op === 'variant') + 1);
  const [first, last] = [kept[0]!, kept[kept.length - 1]!];
  return {
    passage: f.piece.passage,
    q0: first.q0,
    q1: last.q1,
    s0: first.s0,
    s1: last.s1,
    steps: kept,
    from: first.q0 === 0 ? quote.start : quote.words[first.q0]!.start,
    to: last.q1 === quote.words.length ? quote.end : quote.words[last.q1 - 1]!.end,
  };
}
