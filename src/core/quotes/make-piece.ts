import { type Alignment, alignWords, type Step } from './align.ts';
import type { Lexicon } from './lexicon.ts';
import type { ParsedQuote, QuoteWord } from './parse-quote.ts';
import { type Passage, type SourceWord, textOf } from './passage.ts';
import type { Piece } from './piece.ts';

/** A piece and how much of the quotation it explains. */
export interface Fit {
  readonly piece: Piece;
  /** matched[i]: quote word q0 + i stands in the source, letter for letter or as a variant */
  readonly matched: readonly boolean[];
  /** share of the words' bits that are matched, 0..1; words in brackets do not count */
  readonly share: number;
  /** share of the words matched, each counting the same */
  readonly count: number;
  /** longest run of matched words that follow each other in the source too */
  readonly run: number;
  readonly cost: number;
  /** every word stands there, in order, none left out */
  readonly isWhole: boolean;
}

/**
 * Set quote words q0..q1 against source words s0..s1 of a passage; null when nothing of them stands there.
 * @param bits weight of each quote word: how much its presence tells
 */
export function fitPiece(
  quote: ParsedQuote,
  q0: number,
  q1: number,
  passage: Passage,
  s0: number,
  s1: number,
  bits: readonly number[],
  lexicon: Lexicon,
  isKnown: (word: string) => boolean,
): Fit | null {
  const part = quote.words.slice(q0, q1);
  const source = passage.words.slice(s0, s1);
  const { steps, cost } = sameWords(part, source) ?? alignWords(part, source, lexicon, isKnown);
  const matched = part.map(() => false);
  for (const step of steps)
    if (step.op === 'same' || step.op === 'variant') for (let i = step.q0; i < step.q1; i++) matched[i] = true;
  const used = steps.filter((s) => s.s1 > s.s0 && s.op !== 'gap' && s.op !== 'delete' && s.op !== 'skip');
  if (used.length === 0) return null;
  const [a, b] = [used[0]!.s0, used[used.length - 1]!.s1];
  let [sum, met, words, metWords] = [0, 0, 0, 0];
  part.forEach((w, i) => {
    if (w.bracketed) return;
    sum += bits[q0 + i]!;
    words++;
    if (matched[i]) {
      met += bits[q0 + i]!;
      metWords++;
    }
  });
  return {
    piece: withText(quote, {
      passage,
      q0,
      q1,
      s0: s0 + a,
      s1: s0 + b,
      steps: steps
        .filter((s) => s.s0 >= a && s.s1 <= b)
        .map((s) => ({ ...s, q0: s.q0 + q0, q1: s.q1 + q0, s0: s.s0 + s0, s1: s.s1 + s0 })),
    }),
    matched,
    share: sum === 0 ? 0 : met / sum,
    count: words === 0 ? 0 : metWords / words,
    run: longestRun(steps),
    cost,
    isWhole: steps.every((s) => s.op === 'same' || s.op === 'variant' || s.op === 'skip'),
  };
}

/** Word for word, nothing more and nothing less: most quotations are, and need no table. */
function sameWords(part: readonly QuoteWord[], source: readonly SourceWord[]): Alignment | null {
  if (part.length !== source.length) return null;
  for (let i = 0; i < part.length; i++) {
    const [q, s] = [part[i]!, source[i]!];
    if (q.hash !== s.hash || q.word !== s.word || q.bracketed || q.gapBefore || s.correction || s.struck) return null;
    if (q.word === 'us' && q.capital !== s.capital) return null;
  }
  return { steps: part.map((_, i) => ({ op: 'same', q0: i, q1: i + 1, s0: i, s1: i + 1 })), cost: 0 };
}

function longestRun(steps: readonly Step[]): number {
  let [run, best] = [0, 0];
  for (const s of steps) {
    if (s.op === 'same' || s.op === 'variant') run += s.q1 - s.q0;
    else if (s.op !== 'skip') run = 0;
    best = Math.max(best, run);
  }
  return best;
}

/** A piece by words, made one by text: the quotation's signs at both ends belong to it. */
export function withText(quote: ParsedQuote, piece: Omit<Piece, 'from' | 'to'>): Piece {
  const first = quote.words[piece.q0]!;
  const last = quote.words[piece.q1 - 1]!;
  const from = piece.q0 === 0 ? quote.start : first.start;
  const to = piece.q1 === quote.words.length ? Math.max(last.end, quote.end) : last.end;
  return { ...piece, from, to };
}

/** How far the document prints the same signs after its last word as the quotation does: "matter." and "matter." */
export function commonEnd(quote: ParsedQuote, piece: Piece): number {
  const { passage } = piece;
  const end = passage.words[piece.s1 - 1]!.end;
  const next = passage.words[piece.s1]?.start ?? passage.base + passage.text.length;
  const after = textOf(passage, end, next);
  const printed = quote.text.slice(quote.words[piece.q1 - 1]!.end, piece.to);
  let n = 0;
  while (n < printed.length && printed[n] === after[n] && !/\s/.test(printed[n]!)) n++;
  return end + n;
}
/** The same before the first word: "(a", "“a", "[a". */
export function commonStart(quote: ParsedQuote, piece: Piece): number {
  const { passage } = piece;
  const start = passage.words[piece.s0]!.start;
  const before =
    piece.s0 > 0
      ? textOf(passage, passage.words[piece.s0 - 1]!.end, start)
      : passage.text.slice(0, start - passage.base);
  const printed = quote.text.slice(piece.from, quote.words[piece.q0]!.start);
  let n = 0;
  while (
    n < printed.length &&
    n < before.length &&
    printed[printed.length - 1 - n] === before[before.length - 1 - n] &&
    !/\s/.test(printed[printed.length - 1 - n]!)
  )
    n++;
  return start - n;
}
