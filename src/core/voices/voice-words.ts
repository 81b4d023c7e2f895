import type { Rules } from '../model/index.ts';

/** The words of labels, in lower case, of every language that data/ holds: a text may mix them (`Question`, `Ответ`). */
export type VoiceWords = ReadonlyMap<string, ReadonlySet<string>>;

const cache = new WeakMap<Rules, VoiceWords>();

/** Gather section `voices` of all cues, list by list (`question-labels`, `titles`, …; documented in data/cues.en.yaml). */
export function gatherVoiceWords(rules: Rules): VoiceWords {
  const known = cache.get(rules);
  if (known) return known;
  const words = new Map<string, Set<string>>();
  for (const language of Object.keys(rules.cues).sort())
    for (const [list, entries] of Object.entries(rules.cues[language]?.voices ?? {})) {
      const set = words.get(list) ?? new Set<string>();
      words.set(list, set);
      for (const entry of entries) set.add(foldLabel(entry));
    }
  // what stands before a name is kept in finer lists for who speaks; here they are all titles
  const titles = new Set(words.get('titles'));
  for (const list of ['honorifics', 'office-words', 'office-fields', 'title-words'])
    for (const word of words.get(list) ?? []) titles.add(word);
  words.set('titles', titles);
  cache.set(rules, words);
  return words;
}

/** A label or word as the lists hold it: lower case, plain apostrophes, single spaces. */
export const foldLabel = (label: string) =>
  label.normalize('NFKC').replace(/[’ʼ`]/g, "'").replace(/\s+/g, ' ').trim().toLowerCase();

const NONE: ReadonlySet<string> = new Set();

/** One list of label words; a list that no language has is empty. */
export const listOf = (words: VoiceWords, list: string): ReadonlySet<string> => words.get(list) ?? NONE;
