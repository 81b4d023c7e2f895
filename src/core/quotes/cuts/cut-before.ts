import { cueAt, type Lexicon } from '../lexicon.ts';
import { type Passage, textOf } from '../passage.ts';
import type { Piece } from '../piece.ts';
import { CLAUSE_MARK, type Cut, gapBefore, runBefore, sentenceStart } from './cut.ts';
import { findCondition } from './find-condition.ts';
import { type Before, findDenial, findListedFrame, findNamedSource, findReport, withoutThat } from './find-frame.ts';

/** A fragment after "that" needs a subject and a verb before its frame can matter. */
const CLAUSE_WORDS = 3;

/**
 * The words that the beginning of the quotation cuts off its sentence: "I do not think that | X", "if | X", "not | X", "the
 * other side says that | X", "if they leave, | X". Null when nothing of weight.
 * @param asWhole the quotation is printed as a sentence of its own, or reads as a clause
 */
export function cutBefore(piece: Piece, lexicon: Lexicon, asWhole: boolean): Cut | null {
  const { passage, s0 } = piece;
  const low = sentenceStart(passage, s0);
  const words = passage.words.map((w) => w.word);
  const cut = (what: Cut['what'], from: number): Cut => ({ side: 'before', what, words: wordsFrom(passage, from, s0) });
  if (low === s0) {
    const report = reportAround(passage, words, s0, lexicon);
    if (report !== null) return cut('reported-view', report);
    const broken = brokenOff(passage, words, s0, lexicon);
    return broken && cut(broken.what, broken.from);
  }
  if (!CLAUSE_MARK.test(gapBefore(passage, s0)) && lexicon.words.negation.has(words[s0 - 1]!))
    return cut('negation', s0 - 1);
  const bound = boundOfNumber(words, s0, low, lexicon);
  if (bound !== null) return cut('hedge', bound);
  // printed with its "that", a clause is still the clause of what stands before it
  const places = placesOf(passage, s0, low);
  if (asWhole && lexicon.words['that-words'].has(words[s0]!)) places.push(s0 + 1);
  for (const at of places) {
    const found = cutAt({ passage, words, low, at }, lexicon, asWhole, piece.s1 - s0);
    if (found) return cut(found.what, found.from);
  }
  if (!asWhole) return null;
  const named = findNamedSource({ passage, words, low, at: s0 }, lexicon);
  if (named !== null) return cut('reported-view', named);
  const condition = findCondition({ passage, words, low, at: s0 }, lexicon);
  if (condition !== null) return cut('condition', condition);
  const hedge = runBefore(words, s0, 'hedges', lexicon, low);
  if (hedge !== null) return cut('hedge', hedge);
  const isOpen = !CLAUSE_MARK.test(gapBefore(passage, s0));
  if (isOpen && cueAt(lexicon, 'limiters', words, s0 - 1) === 1) return cut('hedge', s0 - 1);
  return null;
}

/** The first word, and behind an aside between commas the word that opens the clause: "think that, after all, | X". */
function placesOf(passage: Passage, s0: number, low: number): number[] {
  if (!/,|—|–/.test(gapBefore(passage, s0))) return [s0];
  let i = s0 - 1;
  while (i > low && !CLAUSE_MARK.test(gapBefore(passage, i))) i--;
  return i > low && /,|—|–/.test(gapBefore(passage, i)) ? [s0, i] : [s0];
}

function cutAt(
  before: Before,
  lexicon: Lexicon,
  asWhole: boolean,
  length: number,
): { what: Cut['what']; from: number } | null {
  const { passage, words, at, low } = before;
  const that = withoutThat(before, lexicon) < at;
  if (!asWhole && !(that && length >= CLAUSE_WORDS)) {
    const frame = findListedFrame(before, lexicon);
    return frame !== null && !CLAUSE_MARK.test(gapBefore(passage, at)) && at - frame > 1
      ? { what: frameKind(words[frame]!, lexicon), from: frame }
      : null;
  }
  const denial = findDenial(before, lexicon);
  if (denial !== null) return { what: 'frame', from: denial };
  const report = findReport(before, lexicon);
  if (report !== null) return { what: 'reported-view', from: report };
  const frame = findListedFrame(before, lexicon);
  const isOpen = !CLAUSE_MARK.test(gapBefore(passage, at));
  if (frame !== null && (isOpen || that || /^\s*,\s*$/.test(gapBefore(passage, at))))
    return { what: frameKind(words[frame]!, lexicon), from: Math.max(low, frame) };
  return null;
}

const frameKind = (word: string, lexicon: Lexicon) => (lexicon.words.conditionals.has(word) ? 'condition' : 'frame');

/** "up to | 500 launchers": where the bound of the number that opens the quotation starts. */
function boundOfNumber(words: readonly string[], s0: number, low: number, lexicon: Lexicon): number | null {
  const word = words[s0]!;
  const isNumber = /^\d/.test(word) || lexicon.numbers.has(word) || lexicon.magnitudes.has(word);
  return isNumber ? runBefore(words, s0, 'number-bounds', lexicon, low) : null;
}

/** "I just thought. | That we …": what a speaker breaks off and goes on with is still one clause. */
function brokenOff(passage: Passage, words: readonly string[], s0: number, lexicon: Lexicon) {
  const before = passage.words[s0 - 1];
  if (!before || before.turn !== passage.words[s0]!.turn || !lexicon.words['that-words'].has(words[s0]!)) return null;
  const isVerb = (['attitude-verbs', 'report-verbs'] as const).some((list) => lexicon.words[list].has(words[s0 - 1]!));
  if (!isVerb) return null;
  return cutAt({ passage, words, low: sentenceStart(passage, s0 - 1), at: s0 + 1 }, lexicon, true, 0);
}

/** A later sentence of a report that the source prints in quotation marks: They said, “We waited. | Nobody came.” */
function reportAround(passage: Passage, words: readonly string[], s0: number, lexicon: Lexicon): number | null {
  const turn = passage.words[s0]!.turn;
  for (let i = s0; i > 0 && passage.words[i]!.turn === turn; i--) {
    const gap = gapBefore(passage, i);
    if (/[”»]/.test(gap)) return null;
    if (i < s0 && /[“«]/.test(gap)) {
      const low = sentenceStart(passage, i - 1);
      return findReport({ passage, words, low, at: i }, lexicon);
    }
  }
  return null;
}

const wordsFrom = (passage: Passage, from: number, to: number) =>
  textOf(passage, passage.words[from]!.start, passage.words[to - 1]!.end).slice(0, MAX_SHOWN);
const MAX_SHOWN = 240;
