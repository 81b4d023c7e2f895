import { cueAt, type Lexicon } from '../lexicon.ts';
import type { ParsedQuote } from '../parse-quote.ts';
import { type Passage, textOf } from '../passage.ts';
import type { Piece } from '../piece.ts';
import { type Cut, gapBefore, sentenceEnd, sentenceStart } from './cut.ts';

/** Words before the one that asks: "And so, Minister, why did you". */
const OPENER_REACH = 6;
const FRAGMENT_WORDS = 5;

/** A sentence that asks in one of the two texts and states in the other. */
export interface TurnedQuestion {
  /** `sign`: the mark was changed; `cut`: the words that ask were cut off */
  readonly how: 'sign' | 'cut';
  readonly cut: Cut;
}

/**
 * A question printed as a statement, or a statement as a question. A sentence that asks by its first words stays a question
 * under a full stop; one that asks by its mark alone does not.
 */
export function findTurnedQuestion(
  quote: ParsedQuote,
  piece: Piece,
  lexicon: Lexicon,
  isLastPiece = true,
): TurnedQuestion | null {
  const { passage } = piece;
  const words = passage.words.map((w) => w.word);
  const kept = piece.steps.filter((s) => s.op === 'same' || s.op === 'variant' || s.op === 'replace');
  for (const step of kept) {
    const high = sentenceEnd(passage, step.s1 - 1);
    const isEnd = step.s1 === high;
    const isLast = step.q1 === piece.q1;
    if (!isEnd && !(isLast && isLastPiece)) continue;
    const asked = /\?/.test(signsAfter(piece, high));
    const next = isLast ? piece.to : quote.words[step.q1]!.start;
    const signs = quote.text.slice(quote.words[step.q1 - 1]!.end, next);
    const asks = /\?/.test(signs);
    if (asked === asks) continue;
    const low = Math.max(piece.s0, sentenceStart(passage, step.s1 - 1));
    if (opensAsQuestion(passage, words, low, high, lexicon)) continue;
    const shown: Cut = {
      side: 'after',
      what: 'question',
      words: `${words.slice(Math.max(low, step.s1 - 6), Math.min(high, step.s1 + 6)).join(' ')}${asked ? '?' : ''}`,
    };
    if (asks || (isEnd && /[.!;]/.test(signs))) return { how: 'sign', cut: shown };
    const isStatement =
      quote.opensAsSentence ||
      /[.!]/.test(signs) ||
      (!isLast && isEnd) ||
      (step.q1 - piece.q0 >= FRAGMENT_WORDS && startsClause(piece));
    if (isStatement && !isTag(piece, words, high, lexicon)) return { how: 'cut', cut: shown };
  }
  return null;
}

/** The signs printed after the sentence that ends before word `high`. */
function signsAfter({ passage }: Piece, high: number): string {
  const end = passage.words[high - 1]!.end;
  const next = passage.words[high]?.start ?? passage.base + passage.text.length;
  return textOf(passage, end, Math.min(next, end + 8));
}

function opensAsQuestion(passage: Passage, words: readonly string[], low: number, high: number, lexicon: Lexicon) {
  let opens = true;
  for (let i = low; i < Math.min(high, low + OPENER_REACH); i++) {
    opens ||= /,|—|–/.test(gapBefore(passage, i));
    const n = opens ? cueAt(lexicon, 'question-openers', words, i) : 0;
    // "what we want is": the subject before the verb
    if (n && !lexicon.words.pronouns.has(words[i + n]!)) return true;
    if (n && lexicon.words.tense.has(words[i]!)) return true;
    if (n && lexicon.words.modals.has(words[i]!)) return true;
    opens = opens && lexicon.words.links.has(words[i]!);
  }
  return words.slice(low, high).some((w) => lexicon.words['question-particles'].has(w));
}

/** "X, | right?": the speaker states it and asks for assent. */
function isTag(piece: Piece, words: readonly string[], high: number, lexicon: Lexicon): boolean {
  return piece.s1 < high && high - piece.s1 <= 3 && cueAt(lexicon, 'question-tags', words, piece.s1) > 0;
}

const startsClause = ({ passage, s0 }: Piece) =>
  passage.words[s0]!.opensSentence || /[,;:—–]/.test(gapBefore(passage, s0));
