import type { Span } from '../../model/index.ts';

/** A run of letters or of digits; names are compared token by token. */
export interface Token extends Span {
  readonly text: string;
  readonly folded: string;
}

export function tokensOf(text: string, passage: Span): Token[] {
  const tokens: Token[] = [];
  const words = /[\p{L}\p{M}]+|\p{N}+/gu;
  const part = text.slice(passage.start, passage.end);
  for (const m of part.matchAll(words)) {
    const start = passage.start + m.index;
    tokens.push({ start, end: start + m[0].length, text: m[0], folded: foldName(m[0]) });
  }
  return tokens;
}
export const foldName = (word: string): string => word.toLowerCase().replace(/ё/g, 'е');
export const isCapitalised = (word: string): boolean => /^\p{Lu}/u.test(word);
export const isAllCapitals = (word: string): boolean =>
  word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase();
export const isCyrillic = (word: string): boolean => /^[\u0400-\u04ff]/.test(word);
