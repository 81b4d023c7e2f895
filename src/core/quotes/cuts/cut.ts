import { type CueName, cueAt, type Lexicon } from '../lexicon.ts';
import { type Passage, textOf } from '../passage.ts';

/** What a cut leaves off, as a named feature. */
export interface Cut {
  readonly side: 'before' | 'after' | 'inside';
  readonly what: 'negation' | 'condition' | 'frame' | 'hedge' | 'reported-view' | 'question';
  /** the words that were left off, as printed */
  readonly words: string;
}

/** Signs that part one clause from the next. */
export const CLAUSE_MARK = /[,;:.!?()—–]|\s-\s/;

/** What is printed between word `i - 1` and word `i` of a passage. */
export const gapBefore = (passage: Passage, i: number) =>
  i === 0 ? '' : textOf(passage, passage.words[i - 1]!.end, passage.words[i]!.start);

/** Index of the word that opens the sentence in which word `at` stands. */
export function sentenceStart(passage: Passage, at: number): number {
  let i = at;
  while (i > 0 && !passage.words[i]!.opensSentence) i--;
  return i;
}
/** Index after the last word of the sentence in which word `at` stands. */
export function sentenceEnd(passage: Passage, at: number): number {
  let i = at + 1;
  while (i < passage.words.length && !passage.words[i]!.opensSentence) i++;
  return i;
}

/** Words before a quotation that are looked through for a run of cue words. */
const RUN_REACH = 7;

/** Does a list's run end exactly before word `at`? Answers where it starts; null when none does. */
export function runBefore(
  words: readonly string[],
  at: number,
  name: CueName,
  lexicon: Lexicon,
  low: number,
): number | null {
  for (let i = Math.max(low, at - RUN_REACH); i < at; i++) {
    const n = cueAt(lexicon, name, words, i);
    if (n && i + n === at) return i;
  }
  return null;
}
