import type { Rules } from '../model/index.ts';
import { stemOf } from './stem-words.ts';

const stopSets = new WeakMap<object, Map<string, ReadonlySet<string>>>();
function stopWords(language: string, rules: Pick<Rules, 'cues'>): ReadonlySet<string> {
  const byLanguage = stopSets.get(rules.cues) ?? new Map<string, ReadonlySet<string>>();
  stopSets.set(rules.cues, byLanguage);
  const words =
    byLanguage.get(language) ?? new Set((rules.cues[language]?.text?.stopwords ?? []).map((w) => w.toLowerCase()));
  byLanguage.set(language, words);
  return words;
}

/** The distinct stems of a passage that carry its subject: no stop words (cues, `text: stopwords`), no single letters. */
export function contentStems(text: string, language: string | null, rules: Pick<Rules, 'cues'>): Set<string> {
  const lang = language?.split('-')[0] ?? 'en';
  const stop = stopWords(lang, rules);
  const stems = new Set<string>();
  for (const m of text
    .toLowerCase()
    .replaceAll('’', "'")
    .matchAll(/[\p{L}\p{M}\p{N}]+(?:'[\p{L}]+)?/gu)) {
    const word = m[0].replace(/'s$/u, '');
    if (word.length > 1 && !stop.has(word)) stems.add(stemOf(word, lang));
  }
  return stems;
}
