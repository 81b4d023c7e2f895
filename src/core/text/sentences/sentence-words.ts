import type { Rules } from '../../model/index.ts';

/** Words that decide whether a full stop ends a sentence; from `text:` of data/cues.<lang>.yaml, lower case, no final stop. */
export interface SentenceWords {
  /** always followed by what they belong to: Mr, Dr, No, p, ул, проф */
  readonly leading: ReadonlySet<string>;
  /** may end a sentence or not: Co, Jr, a.m, U.S, etc, гг */
  readonly trailing: ReadonlySet<string>;
  /** words that begin sentences far more often than names do: The, It, He, How */
  readonly starters: ReadonlySet<string>;
  /** a number with a full stop is an ordinal (German: am 3. Oktober) */
  readonly ordinals: boolean;
}

const cache = new WeakMap<object, Map<string, SentenceWords>>();

/** The words of a language and those of all languages: names and titles are quoted across languages. */
export function sentenceWords(language: string | null, rules: Pick<Rules, 'cues'>): SentenceWords {
  const key = language?.split('-')[0] ?? 'en';
  const byLanguage = cache.get(rules.cues) ?? new Map<string, SentenceWords>();
  cache.set(rules.cues, byLanguage);
  const words = byLanguage.get(key) ?? build(key, rules);
  byLanguage.set(key, words);
  return words;
}

function build(language: string, rules: Pick<Rules, 'cues'>): SentenceWords {
  const own = rules.cues[language]?.text ?? {};
  const all = Object.values(rules.cues).map((c) => c.text ?? {});
  const set = (lists: readonly (readonly string[] | undefined)[]) =>
    new Set(lists.flatMap((l) => l ?? []).map((w) => w.toLowerCase()));
  // Latin abbreviations mislead in Latin-script languages of their own (German "am."), so only own ones count there
  return {
    leading: set([own.leading, ...(language === 'en' || own.leading ? [] : all.map((t) => t.leading))]),
    trailing: set([own.trailing, ...(language === 'en' || own.trailing ? [] : all.map((t) => t.trailing))]),
    starters: set([own.starters, ...(own.starters ? [] : all.map((t) => t.starters))]),
    ordinals: (own.ordinals ?? []).length > 0,
  };
}
