import type { Span } from '../../core/model/index.ts';
import { stemOf } from '../../core/text/stem-words.ts';
import type { TextQuery } from '../../store/port.ts';

/**
 * Where the words of a query stand in a stretch of text, first to last; phrases as a whole. When the index and this
 * cutter see a word differently (a rare diacritic), the beginning of the stretch is given rather than nothing.
 */
export function findMatches(text: string, within: Span, query: TextQuery): Span[] {
  const words = [...text.slice(within.start, within.end).matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map((m) => ({
    start: within.start + m.index,
    end: within.start + m.index + m[0].length,
    key: fold(m[0]),
    raw: m[0].toLowerCase(),
  }));
  const found: Span[] = [];
  for (const term of termsOf(query)) {
    const keys = term.words.flatMap((w) => (w.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map(fold));
    if (keys.length === 0) continue;
    const raw = term.words.join(' ').toLowerCase();
    const stem = keys.length === 1 && !term.exact ? stemOf(raw, null) : null;
    for (let i = 0; i + keys.length <= words.length; i++) {
      const last = words[i + keys.length - 1]!;
      const isHit = keys.every((key, k) => {
        const word = words[i + k]!;
        if (word.key === key) return true;
        if (term.prefix) return k === keys.length - 1 && word.key.startsWith(key);
        return stem !== null && stemOf(word.raw, null) === stem;
      });
      if (isHit) found.push({ start: words[i]!.start, end: last.end });
    }
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  return found.length > 0 ? found : [{ start: within.start, end: words[0]?.end ?? within.start }];
}

const fold = (word: string) => word.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC').toLowerCase();

/** One word or phrase that a query looks for. */
export interface Term {
  readonly query: TextQuery;
  readonly words: readonly string[];
  readonly prefix: boolean;
  readonly exact: boolean;
}

/** The words and phrases that a hit may show; what a query leaves out is not among them. */
export function termsOf(query: TextQuery): Term[] {
  switch (query.op) {
    case 'word':
      return [{ query, words: [query.word], prefix: query.prefix, exact: false }];
    case 'phrase':
      return [{ query, words: query.words, prefix: false, exact: true }];
    case 'not':
      return termsOf(query.keep);
    default:
      return query.terms.flatMap(termsOf);
  }
}
