import type { Rules } from '../model/index.ts';

const cache = new WeakMap<object, Map<string, RegExp | null>>();

/**
 * The phrases of one cue list as one expression: whole words, any case, `*` for the rest of a word ("postpon*"), a space for
 * any white space. Null when the language has no such list. The expression is global: use `matchAll` or `test` on a fresh copy.
 */
export function phrasesOf(rules: Pick<Rules, 'cues'>, language: string, area: string, name: string): RegExp | null {
  const byName = cache.get(rules.cues) ?? new Map<string, RegExp | null>();
  cache.set(rules.cues, byName);
  const key = `${language}/${area}/${name}`;
  const known = byName.get(key);
  if (known !== undefined) return known;
  const list = rules.cues[language]?.[area]?.[name];
  const made = list && list.length > 0 ? compilePhrases(list) : null;
  byName.set(key, made);
  return made;
}

/** Longer phrases first, so that "not yet agreed" wins over "agreed". */
export function compilePhrases(phrases: readonly string[]): RegExp {
  const parts = [...phrases]
    .sort((a, b) => b.length - a.length)
    .map((p) =>
      p
        .trim()
        .replace(/[.?+^${}()|[\]\\]/gu, '\\$&')
        .replace(/['’]/gu, "['’]")
        .replace(/\*/gu, '[\\p{L}\\p{M}]*')
        .replace(/\s+/gu, '\\s+'),
    );
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${parts.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
}

/** Does one of the phrases stand in the text? */
export function says(text: string, phrases: RegExp | null): boolean {
  return phrases !== null && text.search(phrases) >= 0;
}
