import { foldWords } from '../../../src/core/text/words.ts';
import type { Case } from '../cases.ts';

/** What a system is given: the sentences of the record, one a line in `file` too, and a folder to work in. */
export interface Given {
  readonly texts: readonly string[];
  readonly file: string;
  readonly folder: string;
  readonly db: string;
}
/** A system that is ready to be asked. `find` gives the text it takes for the source, or null. */
export interface Ready {
  readonly find: (quote: string, c: Case) => string | null | Promise<string | null>;
  /** bytes of its index; null where it lives in memory, which is measured then */
  readonly bytes: number | null;
  readonly close?: () => void;
}
export interface Peer {
  readonly name: string;
  /** sentences beyond which it is not asked: it would not end */
  readonly most: number;
  /** null where the program is not installed */
  build(given: Given): Ready | null | Promise<Ready | null>;
}

/** Under this share of its words a quotation is not the sentence's. */
const THRESHOLD = 0.55;

/** Share of the quotation's words that stand in order in the text, by word edit distance with free ends. */
function likeness(quote: readonly string[], text: readonly string[]): number {
  let row = new Int32Array(text.length + 1);
  for (const q of quote) {
    const next = new Int32Array(text.length + 1);
    next[0] = row[0]! + 1;
    for (let j = 1; j <= text.length; j++)
      next[j] = Math.min(row[j - 1]! + (q === text[j - 1] ? 0 : 1), row[j]! + 1, next[j - 1]! + 1);
    row = next;
  }
  return 1 - Math.min(...row) / quote.length;
}

/** The most alike of some sentences, if it is alike enough. */
export function mostAlike(quote: string, texts: readonly string[], rows: Iterable<number>): string | null {
  const words = foldWords(quote);
  let [top, score] = [-1, THRESHOLD];
  for (const i of rows) {
    const s = likeness(words, foldWords(texts[i]!));
    if (s > score) [top, score] = [i, s];
  }
  return top < 0 ? null : texts[top]!;
}
