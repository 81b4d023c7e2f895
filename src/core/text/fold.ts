/** Letters and digits alone, lower case, without diacritics: what is left when punctuation, case and spacing do not count. */
export function foldLetters(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

export const isOnlyPunctuationApart = (a: string, b: string): boolean => foldLetters(a) === foldLetters(b);
