import type { Span } from '../model/index.ts';

/** Words of both sides laid against each other at most; beyond that the stretch between the common ends counts as changed. */
const MAX_CELLS = 400_000;

interface Word extends Span {
  readonly word: string;
}

const wordsOf = (text: string): Word[] =>
  [...text.matchAll(/\S+/gu)].map((m) => ({ word: m[0], start: m.index, end: m.index + m[0].length }));

/**
 * Which words of two texts differ: a longest common subsequence of their words as printed, punctuation and case included. Neighbouring
 * words are one span. Offsets are UTF-16 units of each text.
 */
export function diffWords(a: string, b: string): { a: Span[]; b: Span[] } {
  const [left, right] = [wordsOf(a), wordsOf(b)];
  let first = 0;
  while (first < left.length && first < right.length && left[first]!.word === right[first]!.word) first++;
  let [endA, endB] = [left.length, right.length];
  while (endA > first && endB > first && left[endA - 1]!.word === right[endB - 1]!.word)
    [endA, endB] = [endA - 1, endB - 1];
  const [midA, midB] = [left.slice(first, endA), right.slice(first, endB)];
  const common =
    midA.length * midB.length > MAX_CELLS ? { a: new Set<number>(), b: new Set<number>() } : lcs(midA, midB);
  return { a: spansOf(midA, common.a), b: spansOf(midB, common.b) };
}

/** Places of the words in a longest common subsequence. */
function lcs(a: readonly Word[], b: readonly Word[]): { a: Set<number>; b: Set<number> } {
  const width = b.length + 1;
  const best = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      best[i * width + j] =
        a[i]!.word === b[j]!.word
          ? best[(i + 1) * width + j + 1]! + 1
          : Math.max(best[(i + 1) * width + j]!, best[i * width + j + 1]!);
  const kept = { a: new Set<number>(), b: new Set<number>() };
  for (let [i, j] = [0, 0]; i < a.length && j < b.length; ) {
    if (a[i]!.word === b[j]!.word) {
      kept.a.add(i++);
      kept.b.add(j++);
    } else if (best[(i + 1) * width + j]! >= best[i * width + j + 1]!) i++;
    else j++;
  }
  return kept;
}

function spansOf(words: readonly Word[], kept: ReadonlySet<number>): Span[] {
  const spans: { start: number; end: number }[] = [];
  words.forEach(({ start, end }, i) => {
    if (kept.has(i)) return;
    if (i > 0 && !kept.has(i - 1)) spans.at(-1)!.end = end;
    else spans.push({ start, end });
  });
  return spans;
}
