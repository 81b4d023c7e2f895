import type { FoundEdit } from './find-edits.ts';
import { type CueName, cuesIn, type Lexicon } from './lexicon.ts';

/** Longest stretch of the source that brackets may stand for, in words: "the thing he mentioned". */
const MAX_REPLACED = 4;
/** Words that turn a sentence, though an editor may think that they explain it. */
const TURNING: readonly CueName[] = ['strong-conditionals', 'hedges', 'quantifiers', 'opposites'];

/**
 * Brackets may add what the reader needs, say whom a pronoun means, or spell a name out. They may not deny, count, change
 * what must or may be, or put one name or one word in the place of another.
 */
export function isHonestBracket(e: FoundEdit, lexicon: Lexicon): boolean {
  const [from, to] = [wordsOf(e.from), wordsOf(e.to)];
  const [a, b] = [from.map((w) => w.folded), to.map((w) => w.folded)];
  if (e.flags.includes('negation') || e.flags.includes('modal')) return false;
  if (e.flags.includes('number') && !isYearAdded(a, b, lexicon)) return false;
  if (e.flags.includes('qualifier') && TURNING.some((l) => cuesIn(lexicon, l, [...a, ...b]).length > 0)) return false;
  // nobody is made to speak of himself who spoke of others
  const speaksOfSelf = (words: readonly string[]) => words.some((w) => lexicon.words['own-pronouns'].has(w));
  if (speaksOfSelf(b) && !speaksOfSelf(a)) return false;
  if (a.length === 0 || a.every((w) => lexicon.words.pronouns.has(w) || lexicon.words.links.has(w))) return true;
  if (a.length > MAX_REPLACED) return false;
  const names = from.filter((w) => w.isCapital);
  // a name spelled out, or named by its office: what was said stands in it
  if (names.length > 0) return names.every((w) => b.includes(w.folded)) && a.every((w) => b.includes(w));
  // "the treaty" named: a definite noun made plain
  return lexicon.words.determiners.has(a[0]!) && (to.some((w) => w.isCapital) || lexicon.words.determiners.has(b[0]!));
}

function isYearAdded(from: readonly string[], to: readonly string[], lexicon: Lexicon): boolean {
  return (
    cuesIn(lexicon, 'number-words', from).length === 0 &&
    !from.some((w) => /\d/.test(w)) &&
    to.some((w) => /^\d{4}$/.test(w))
  );
}

function wordsOf(text: string): { folded: string; isCapital: boolean }[] {
  return (text.match(/[\p{L}\p{N}'’]+/gu) ?? []).map((w) => ({
    folded: w.toLowerCase().replace(/['’]/g, ''),
    isCapital: /^\p{Lu}/u.test(w),
  }));
}
