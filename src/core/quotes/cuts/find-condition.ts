import { cueAt, type Lexicon } from '../lexicon.ts';
import { gapBefore } from './cut.ts';
import { type Before, withoutThat } from './find-frame.ts';

/** Words of a condition clause before its main clause. */
const CONDITION_REACH = 40;
/** A stretch between two commas that is none of the main clause: "of course", "God forbid". */
const ASIDE_WORDS = 3;

/** "If they leave, | X", "Had they left, then | X": where the condition of the clause that opens at `at` starts. */
export function findCondition(before: Before, lexicon: Lexicon): number | null {
  const { passage, words, low } = before;
  let end = before.at;
  if (end > low && lexicon.words.consequents.has(words[end - 1]!)) end--;
  if (end === before.at) end = withoutThat(before, lexicon);
  if (end <= low || !/,/.test(gapBefore(passage, end))) return null;
  let segmentEnd = end;
  for (let i = end - 1; i >= Math.max(low, end - CONDITION_REACH); i--) {
    const mark = gapBefore(passage, i);
    const isLinked = i > low && ['links', 'clause-openers'].some((l) => lexicon.words[l as 'links'].has(words[i - 1]!));
    const opens = i === low || isLinked || /[,;:—–(]|\s-\s/.test(mark);
    if (!opens) continue;
    const isStart = i === low || lexicon.words.links.has(words[i - 1]!);
    if (cueAt(lexicon, 'leading-conditions', words, i) || (isStart && cueAt(lexicon, 'inverted-conditions', words, i)))
      return cueAt(lexicon, 'idle-conditions', words, i) ? null : i;
    if (i === low || /[;:(]/.test(mark)) return null;
    if (/[,—–]|\s-\s/.test(mark)) {
      // a full clause between the condition and the words was its main clause
      const goesOn = lexicon.words.links.has(words[i]!) || lexicon.words.relatives.has(words[i]!);
      if (!goesOn && segmentEnd - i > ASIDE_WORDS && hasConditionBefore(before, i, lexicon)) return null;
      segmentEnd = i;
    }
  }
  return null;
}

/** Does a condition open before word `i`, so that the stretch from `i` on may be what it conditions? */
function hasConditionBefore({ words, low }: Before, i: number, lexicon: Lexicon): boolean {
  for (let k = i - 1; k >= low; k--) if (cueAt(lexicon, 'leading-conditions', words, k)) return true;
  return false;
}
