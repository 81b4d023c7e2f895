import type { Rules } from '../../model/index.ts';
import { stemOf, wordsOf } from '../../text/stem-words.ts';

/** The act or thing a word names (cues, areas `acts` and `concepts`); `sign` is -1 where the list holds its contrary. */
export interface Concept {
  /** `~extend` for an act, `&ceiling` for a thing */
  readonly key: string;
  readonly sign: 1 | -1;
  /** how many words the expression has */
  readonly length: number;
}

/** Expressions of one language by the stem of their first word, longest first; by `=word` where only the word itself counts. */
export interface ConceptLexicon {
  readonly byFirst: ReadonlyMap<string, readonly (Concept & { readonly rest: readonly string[] })[]>;
}

/** A list of this name's ending holds the contrary of the list without it. */
const CONTRARY = '-not';

const lexicons = new WeakMap<object, Map<string, ConceptLexicon>>();

/** The lexicon of a language, made once for each set of rules; empty for a language without the area. */
export function conceptLexicon(language: string, rules: Pick<Rules, 'cues'>): ConceptLexicon {
  const byLanguage = lexicons.get(rules.cues) ?? new Map<string, ConceptLexicon>();
  lexicons.set(rules.cues, byLanguage);
  const known = byLanguage.get(language);
  if (known) return known;
  const byFirst = new Map<string, (Concept & { rest: string[] })[]>();
  const cues = rules.cues[language];
  const lists = [
    ...Object.entries(cues?.acts ?? {}).map(([name, words]) => ({ list: `~${name}`, words })),
    ...Object.entries(cues?.concepts ?? {}).map(([name, words]) => ({ list: `&${name}`, words })),
  ];
  for (const { list, words: expressions } of lists)
    for (const expression of expressions) {
      const isExact = expression.startsWith('=');
      const words = wordsOf(expression);
      const [first, ...rest] = isExact ? words.map((w) => `=${w}`) : words.map((w) => stemOf(w, language));
      if (first === undefined) continue;
      const sign = list.endsWith(CONTRARY) ? -1 : 1;
      const key = sign === -1 ? list.slice(0, -CONTRARY.length) : list;
      byFirst.set(first, [...(byFirst.get(first) ?? []), { key, sign, rest, length: rest.length + 1 }]);
    }
  for (const entries of byFirst.values()) entries.sort((a, b) => b.length - a.length);
  const lexicon = { byFirst };
  byLanguage.set(language, lexicon);
  return lexicon;
}

/** The longest expression that begins at a place of a sequence of words; the first list wins a tie. */
export function conceptAt(
  words: readonly { readonly text: string; readonly stem: string }[],
  at: number,
  lexicon: ConceptLexicon,
): Concept | null {
  const exact = lexicon.byFirst.get(`=${words[at]!.text}`)?.[0];
  if (exact) return exact;
  const found = lexicon.byFirst.get(words[at]!.stem);
  return found?.find((c) => c.rest.every((stem, i) => words[at + 1 + i]?.stem === stem)) ?? null;
}
