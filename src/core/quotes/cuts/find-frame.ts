import { cueAt, type Lexicon } from '../lexicon.ts';
import type { Passage } from '../passage.ts';
import { CLAUSE_MARK, gapBefore, runBefore } from './cut.ts';

/** How far back in a clause its negation may stand: "I do not want anybody here to think that". */
const NEGATION_REACH = 9;
/** How far back from a verb of speech its subject may stand: "the experts of the other side have long said". */
const SUBJECT_REACH = 5;

/** A sentence around a place: the words of the passage, and where the sentence (or what was left out of it) begins. */
export interface Before {
  readonly passage: Passage;
  readonly words: readonly string[];
  readonly low: number;
  /** the place: the word that opens the clause in question */
  readonly at: number;
}

/** Where a "that" opens the clause, the place before it. */
export const withoutThat = ({ words, at, low }: Before, lexicon: Lexicon) =>
  at > low && lexicon.words['that-words'].has(words[at - 1]!) ? at - 1 : at;

/**
 * "the Americans claim that | X", "most people think | X": where the report of another's words starts; null when the
 * speaker speaks for himself. The nearest subject before the verb decides.
 */
export function findReport(before: Before, lexicon: Lexicon): number | null {
  const { passage, words, low } = before;
  const end = withoutThat(before, lexicon);
  const verb = end - 1;
  if (verb <= low) return null;
  if (cueAt(lexicon, 'assertive-negations', words, verb - 1)) return null;
  const isSpeech = isReportVerb(before, verb, lexicon);
  if (!isSpeech && !lexicon.words['attitude-verbs'].has(words[verb]!)) return null;
  const isMarked = end < before.at || /[:“"«]/.test(gapBefore(passage, end));
  let isOwn = false;
  for (let i = verb - 1; i >= Math.max(low, verb - SUBJECT_REACH); i--) {
    if (lexicon.words['own-pronouns'].has(words[i]!)) return null;
    if (lexicon.words['other-voices'].has(words[i]!)) return i;
    isOwn ||= lexicon.words['own-voice'].has(words[i]!);
  }
  const isSaid = isSpeech ? isMarked : end < before.at && lexicon.words['mind-verbs'].has(words[verb]!);
  return isSaid && !isOwn ? Math.max(low, verb - 3) : null;
}

/** "states" after "of" or "most" is no verb, nor is it in "the United States". */
function isReportVerb({ passage, words }: Before, verb: number, lexicon: Lexicon): boolean {
  if (!lexicon.words['report-verbs'].has(words[verb]!) || passage.words[verb]!.capital) return false;
  const before = words[verb - 1]!;
  return (
    !['small-words', 'determiners', 'quantifiers'].some((l) => lexicon.words[l as 'determiners'].has(before)) ||
    lexicon.words['other-voices'].has(before)
  );
}

/** "According to the other side, | X": where the phrase starts; null where the source is the speaker's own. */
export function findNamedSource({ passage, words, low, at }: Before, lexicon: Lexicon): number | null {
  if (!/^\s*,\s*$/.test(gapBefore(passage, at))) return null;
  for (let i = at - 1; i >= Math.max(low, at - NEGATION_REACH); i--) {
    if (lexicon.words['own-pronouns'].has(words[i]!)) return null;
    if (cueAt(lexicon, 'according', words, i) >= 2) return i;
    if (CLAUSE_MARK.test(gapBefore(passage, i))) return null;
  }
  return null;
}

/** "I do not think that | X", "there is no evidence that | X": where the denial starts; null when nothing is denied. */
export function findDenial(before: Before, lexicon: Lexicon): number | null {
  const { passage, words, low, at } = before;
  const end = withoutThat(before, lexicon);
  if (end === low) return null;
  const verb = words[end - 1]!;
  if (end === at && !lexicon.words['attitude-verbs'].has(verb) && !lexicon.words['report-verbs'].has(verb)) return null;
  for (let i = end - 1; i >= Math.max(low, end - NEGATION_REACH); i--) {
    if (i + 1 < end && CLAUSE_MARK.test(gapBefore(passage, i + 1))) return null;
    if (isDenied(words, i, low, lexicon)) return i;
  }
  return null;
}

function isDenied(words: readonly string[], i: number, low: number, lexicon: Lexicon): boolean {
  if (!cueAt(lexicon, 'negation', words, i) && !cueAt(lexicon, 'negative-verbs', words, i)) return false;
  // "there is no doubt that", "not only do we think that" assert
  return ![i, i - 1].some((k) => k >= low && cueAt(lexicon, 'assertive-negations', words, k) > 0);
}

/** "the idea that | X", "as if | X": where a frame of the lists starts. */
export function findListedFrame(before: Before, lexicon: Lexicon): number | null {
  const { words, low, at } = before;
  const end = withoutThat(before, lexicon);
  return runBefore(words, at, 'leading-frames', lexicon, low) ?? runBefore(words, end, 'leading-frames', lexicon, low);
}
