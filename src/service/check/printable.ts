import { gapBefore, sentenceEnd, sentenceStart } from '../../core/quotes/cuts/cut.ts';
import { type Attribution, judgeQuote, MAY_BE_PRINTED, type SourceReading } from '../../core/quotes/judge-quote.ts';
import type { Lexicon } from '../../core/quotes/lexicon.ts';
import { fitPiece } from '../../core/quotes/make-piece.ts';
import { parseQuote } from '../../core/quotes/parse-quote.ts';
import { type Passage, textOf } from '../../core/quotes/passage.ts';
import type { Piece } from '../../core/quotes/piece.ts';

/** Longest text offered without a cut, in words: a long sentence of speech. */
const LONG_WORDS = 60;
/** A sentence that cannot be cut honestly is offered whole up to here. */
const MAX_WORDS = 120;
const RIGHT: Attribution = { speaker: 'unclaimed', isOtherVoice: false, isMisdated: false, isAmbiguous: false };

/**
 * Words of the source that may be printed instead: the sentences the quotation comes from, a long one cut at its clauses
 * with an ellipsis at the cut. Each is checked like a quotation before it is offered; null when none passes.
 */
export function offerPrintable(reading: SourceReading, lexicon: Lexicon): string | null {
  // of a splice only one passage can be printed: the longest
  const pieces = reading.bond === 'joined' ? [longest(reading.pieces)] : reading.pieces;
  const [first, last] = [pieces[0]!, pieces[pieces.length - 1]!];
  const { passage } = first;
  if (last.passage !== passage || passage.words[first.s0]!.turn !== passage.words[last.s1 - 1]!.turn) return null;
  const [from, to] = [sentenceStart(passage, first.s0), sentenceEnd(passage, last.s1 - 1)];
  for (const [a, b] of stretches(passage, from, to, first.s0, last.s1)) {
    const text = `${a > from ? '… ' : ''}${print(passage, a, b)}${b < to ? ' …' : ''}`;
    if (mayStand(text, passage, a, b, lexicon)) return text;
  }
  return null;
}

const longest = (pieces: readonly Piece[]) => [...pieces].sort((x, y) => y.s1 - y.s0 - (x.s1 - x.s0))[0]!;

/** The whole sentences, or of long ones first the clauses around the words, then ever more of them. */
function stretches(passage: Passage, from: number, to: number, s0: number, s1: number): [number, number][] {
  const whole: [number, number] = [from, to];
  if (to - from <= LONG_WORDS) return [whole];
  const opens = (i: number) => /[,;:—–]|\s-\s/.test(gapBefore(passage, i));
  const found: [number, number][] = [];
  let [a, b] = [s0, s1];
  while (a > from && !opens(a)) a--;
  while (b < to && !opens(b)) b++;
  while (b - a <= LONG_WORDS && (a > from || b < to)) {
    found.push([a, b]);
    if (a > from)
      do a--;
      while (a > from && !opens(a));
    else
      do b++;
      while (b < to && !opens(b));
  }
  return to - from <= MAX_WORDS ? [...found, whole] : found;
}

/** Words a..b with the signs around them, white space made single. */
function print(passage: Passage, a: number, b: number): string {
  const turn = passage.turns[passage.words[b - 1]!.turn]!;
  const next = passage.words[b];
  const isLast = !next || next.opensSentence;
  const stop = Math.min(turn.end, next ? next.start : passage.base + passage.text.length);
  const tail = textOf(passage, passage.words[b - 1]!.end, stop);
  const signs = isLast ? (/^[^\n[\]]*?[.!?…]+["”»’)]*/.exec(tail)?.[0] ?? '') : '';
  return `${textOf(passage, passage.words[a]!.start, passage.words[b - 1]!.end)}${signs}`.replace(/\s+/g, ' ').trim();
}

/** The check's own verdict on the offer: nothing is offered that it would refuse. */
function mayStand(text: string, passage: Passage, a: number, b: number, lexicon: Lexicon): boolean {
  const quote = parseQuote(text, lexicon);
  const words = quote.words.length;
  const bits = quote.words.map(() => 1);
  const fit = words > 0 ? fitPiece(quote, 0, words, passage, a, b, bits, lexicon, () => true) : null;
  if (!fit) return false;
  return MAY_BE_PRINTED.has(judgeQuote(quote, { pieces: [fit.piece], bond: 'one' }, RIGHT, lexicon).verdict);
}
