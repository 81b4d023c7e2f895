import type { Rules, Span } from '../model/index.ts';
import { type Found, longestFirst, PhraseTrie } from './patterns/phrase-trie.ts';

/** The cue lists of one area in one language. */
interface Area {
  readonly trie: PhraseTrie;
  /** number of each list in the trie */
  readonly lists: ReadonlyMap<string, number>;
}
const areas = new WeakMap<object, Map<string, Map<string, Area>>>();

function areaOf(rules: Pick<Rules, 'cues'>, language: string, area: string): Area {
  const byLanguage = areas.get(rules.cues) ?? new Map<string, Map<string, Area>>();
  areas.set(rules.cues, byLanguage);
  const byName = byLanguage.get(language) ?? new Map<string, Area>();
  byLanguage.set(language, byName);
  const known = byName.get(area);
  if (known) return known;
  const trie = new PhraseTrie();
  const lists = Object.entries(rules.cues[language]?.[area] ?? {});
  const made = { trie, lists: new Map(lists.map(([name, phrases]) => [name, trie.add(phrases)])) };
  byName.set(area, made);
  return made;
}

const NOWHERE: readonly Span[] = [];

/**
 * What the cue lists of one area say in some words: whole words, any case, `*` for the rest of a word ("postpon*"), a space
 * for any white space. The words are walked once for all lists, when the first is asked for; a list that the language does
 * not have says nothing.
 */
export class Heard {
  readonly #words: string;
  readonly #area: Area;
  #found: Found | undefined;

  constructor(words: string, rules: Pick<Rules, 'cues'>, language: string, area: string) {
    this.#words = words;
    this.#area = areaOf(rules, language, area);
  }

  says(list: string): boolean {
    return this.all(list).length > 0;
  }

  /** Where the phrases of a list stand, left to right, none within another; UTF-16 offsets in the words. */
  all(list: string): readonly Span[] {
    const number = this.#area.lists.get(list);
    if (number === undefined) return NOWHERE;
    this.#found ??= this.#area.trie.find(this.#words);
    return this.#found[number] ?? NOWHERE;
  }
}

/** The phrases of one cue list as the source of an expression (flags `iu`), to stand beside something else; null without such a list. */
export function phrasesOf(rules: Pick<Rules, 'cues'>, language: string, area: string, name: string): string | null {
  const list = rules.cues[language]?.[area]?.[name];
  return list && list.length > 0 ? compilePhrases(list) : null;
}

/** Some phrases as the source of an expression (flags `iu`), read as `Heard` reads them. */
export function compilePhrases(phrases: readonly string[]): string {
  const parts = longestFirst(phrases).map((p) =>
    p
      .trim()
      .replace(/[.?+^${}()|[\]\\]/gu, '\\$&')
      .replace(/['’]/gu, "['’]")
      .replace(/\*/gu, '[\\p{L}\\p{M}]*')
      .replace(/\s+/gu, '\\s+'),
  );
  return `(?:(?<![\\p{L}\\p{N}])|(?=['’]))(?:${parts.join('|')})(?![\\p{L}\\p{N}])`;
}
