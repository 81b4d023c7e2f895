import { foldName } from '../../text/romanise-name.ts';
import { isOfficeWord, type VoiceWords } from './voice-words.ts';

/** Do two printings of an office name one post? Each word of the shorter is in the longer, and their ranks are equal. */
export function officeWordsAgree(a: string, b: string, words: VoiceWords): boolean {
  const split = (office: string) =>
    (foldName(office).match(/\p{L}[\p{L}'-]*/gu) ?? []).filter((w) => isOfficeWord(w, words) || words.titles.has(w));
  const [x, y] = [split(a), split(b)];
  if (!x.length || !y.length) return false;
  const [short, long] = x.length <= y.length ? [x, y] : [y, x];
  const rank = (list: readonly string[]) =>
    list
      .filter((w) => words.ranks.has(w))
      .sort()
      .join(' ');
  return short.every((w) => long.includes(w)) && rank(x) === rank(y);
}
