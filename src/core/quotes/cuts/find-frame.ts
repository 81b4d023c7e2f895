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
  const verb = verbBefore(before, end, lexicon);
  if (verb <= low) return null;
  if (cueAt(lexicon, 'assertive-negations', words, verb - 1)) return null;
  const isSpeech = isReportVerb(before, verb, lexicon);
  if (!isSpeech && !lexicon.words['attitude-verbs'].has(words[verb]!)) return null;
  const isMarked = end < before.at || /[:“"«]/.test(gapBefore(passage, end));
  const isBare = isMarked || (bareReport(words, verb, lexicon) && !CLAUSE_MARK.test(gapBefore(passage, end)));
  let isOwn = false;
  for (let i = verb - 1; i >= Math.max(low, verb - SUBJECT_REACH); i--) {
    // "he, I guess, was saying": not the subject
    if (
      i + 1 < verb &&
      lexicon.words['own-pronouns'].has(words[i]!) &&
      lexicon.words['attitude-verbs'].has(words[i + 1]!)
    )
      continue;
    if (lexicon.words['own-subjects'].has(words[i]!)) return null;
    if (lexicon.words['other-voices'].has(words[i]!)) return i;
    isOwn ||= lexicon.words['own-voice'].has(words[i]!);
    if (opensClause(words, i, lexicon)) break;
  }
  const isSaid = isSpeech ? isBare : isBare && lexicon.words['mind-verbs'].has(words[verb]!);
  // "it is fair to say that" is said by who speaks; "he is inclined to think that" is not thought by him
  return isSaid && !(isOwn && isSpeech) ? Math.max(low, verb - 3) : null;
}

/** "I am sorry if | a critic says that": what stands before the word is of another clause. */
const opensClause = (words: readonly string[], i: number, lexicon: Lexicon) =>
  cueAt(lexicon, 'leading-conditions', words, i) > 0 || lexicon.words['that-words'].has(words[i]!);

/** How far before its clause a verb of speech may stand, those between being told: "they told the envoy of Reval that". */
const TOLD_REACH = 4;

/** Index of the verb that may report the clause: the word before it, or before who is told it. */
function verbBefore({ passage, words, low, at }: Before, end: number, lexicon: Lexicon): number {
  const verb = end - 1;
  const isSpeech = (i: number) =>
    lexicon.words['report-verbs'].has(words[i]!) || lexicon.words['attitude-verbs'].has(words[i]!);
  if (isSpeech(verb)) return verb;
  for (let i = verb - 1; i >= Math.max(low + 1, verb - TOLD_REACH); i--) {
    if (CLAUSE_MARK.test(gapBefore(passage, i + 1))) break;
    const isTold = lexicon.words['tell-verbs'].has(words[i]!) && (end < at || lexicon.words.pronouns.has(words[verb]!));
    if (isTold || (end < at && lexicon.words['report-verbs'].has(words[i]!))) return i;
  }
  return verb;
}

/** "the ministry said | the talks": a verb that needs no "that" before the clause it reports. */
const bareReport = (words: readonly string[], verb: number, lexicon: Lexicon) =>
  ['bare-report-verbs', 'tell-verbs'].some((list) => lexicon.words[list as 'tell-verbs'].has(words[verb]!));

/** "states" after "of" or "most" is no verb, nor is it in "the United States"; "just said" and "it states" are. */
function isReportVerb({ passage, words }: Before, verb: number, lexicon: Lexicon): boolean {
  if (!lexicon.words['report-verbs'].has(words[verb]!) || passage.words[verb]!.capital) return false;
  const has = (list: 'clause-subjects' | 'other-voices' | 'small-words' | 'determiners' | 'quantifiers') =>
    lexicon.words[list].has(words[verb - 1]!);
  if (has('other-voices') || has('clause-subjects')) return true;
  return !has('small-words') && !has('determiners') && (!has('quantifiers') || bareReport(words, verb, lexicon));
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
