import type { Cues } from '../model/index.ts';
import { foldWords } from '../text/words.ts';

/** Names of the word lists in `quotes:` of data/cues.<lang>.yaml that mark a single word or a run of words. */
const LISTS = [
  'negation',
  'negative-verbs',
  'modals',
  'quantifiers',
  'conditionals',
  'strong-conditionals',
  'qualifiers',
  'hedges',
  'comparatives',
  'opposites',
  'tense',
  'pronouns',
  'number-words',
  'leading-frames',
  'trailing-qualifiers',
  'report-verbs',
  'according',
  'indirect-verbs',
  'speech-settings',
  'whether-words',
  'titles',
  'third-persons',
  'feminine-words',
  'masculine-words',
  'feminine-name-endings',
  'masculine-name-endings',
  'clause-openers',
  'speech-nouns',
  'role-nouns',
  'body-nouns',
  'work-cues',
  'doubt-cues',
  'ignored-notes',
  'limiters',
  'tail-negations',
  'number-bounds',
  'bare-report-verbs',
  'tell-verbs',
  'own-subjects',
  'clause-subjects',
  'asker-nouns',
  'small-words',
  'that-words',
  'attitude-verbs',
  'mind-verbs',
  'own-voice',
  'other-voices',
  'own-pronouns',
  'assertive-negations',
  'leading-conditions',
  'inverted-conditions',
  'idle-conditions',
  'consequents',
  'links',
  'relatives',
  'determiners',
  'whether-verbs',
  'question-openers',
  'question-particles',
  'question-tags',
] as const;
export type CueName = (typeof LISTS)[number];

/**
 * The cue words of all languages in one table: a word of one language is seldom another word in the next, and a record
 * holds several. Words are folded; `runs` holds those of two words and more, by their first word.
 */
export interface Lexicon {
  readonly words: Readonly<Record<CueName, ReadonlySet<string>>>;
  readonly runs: Readonly<Record<CueName, ReadonlyMap<string, readonly (readonly string[])[]>>>;
  /** folded word -> value, of number words below a hundred and of magnitudes */
  readonly numbers: ReadonlyMap<string, string>;
  readonly magnitudes: ReadonlyMap<string, number>;
  /** "dont" -> [["do", "not"]] */
  readonly contractions: ReadonlyMap<string, readonly (readonly string[])[]>;
  /** whole word -> the form it is compared in */
  readonly variants: ReadonlyMap<string, string>;
  readonly spellings: readonly (readonly [string, string])[];
  readonly nameEndings: readonly (readonly [string, string])[];
  readonly prefixes: readonly string[];
}

const built = new WeakMap<object, Lexicon>();

/** Build the table once for each set of rules. */
export function lexiconOf(cues: Readonly<Record<string, Cues>>): Lexicon {
  const known = built.get(cues);
  if (known) return known;
  const lists = Object.values(cues).map((c) => c['quotes'] ?? {});
  const all = (name: string) => lists.flatMap((l) => l[name] ?? []);
  const pairs = (name: string) => all(name).map((p) => p.split(' = ') as [string, string]);
  const words = {} as Record<CueName, Set<string>>;
  const runs = {} as Record<CueName, Map<string, string[][]>>;
  for (const name of LISTS) {
    words[name] = new Set();
    runs[name] = new Map();
    for (const folded of all(name).map(foldWords)) {
      if (folded.length === 1) words[name].add(folded[0]!);
      else if (folded.length > 1) push(runs[name], folded[0]!, folded);
    }
    for (const list of runs[name].values()) list.sort((a, b) => b.length - a.length);
  }
  const contractions = new Map<string, string[][]>();
  for (const [short, long] of pairs('contractions'))
    if (foldWords(short).length === 1) push(contractions, foldWords(short)[0]!, foldWords(long));
  const lexicon: Lexicon = {
    words,
    runs,
    numbers: new Map(pairs('numbers').map(([word, value]) => [foldWords(word)[0]!, value.trim()])),
    magnitudes: new Map(pairs('magnitudes').map(([word, value]) => [foldWords(word)[0]!, Number(value)])),
    contractions,
    variants: new Map(pairs('variants').map(([a, b]) => [foldWords(a).join(' '), foldWords(b).join(' ')])),
    spellings: pairs('spellings').sort((a, b) => b[0].length - a[0].length),
    nameEndings: pairs('name-endings').sort((a, b) => b[0].length - a[0].length),
    prefixes: all('negative-prefixes').map((p) => foldWords(p)[0]!),
  };
  built.set(cues, lexicon);
  return lexicon;
}

function push<T>(map: Map<string, T[]>, key: string, value: T) {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** How many words of the list stand at `at`: the longest run first, 0 for none. */
export function cueAt(lexicon: Lexicon, name: CueName, words: readonly string[], at: number): number {
  const word = words[at];
  if (word === undefined) return 0;
  for (const run of lexicon.runs[name].get(word) ?? []) if (run.every((w, k) => words[at + k] === w)) return run.length;
  return lexicon.words[name].has(word) ? 1 : 0;
}

/** All cues of a list in `words`, joined for comparing: a changed one is a changed meaning. */
export function cuesIn(lexicon: Lexicon, name: CueName, words: readonly string[]): string[] {
  const found: string[] = [];
  for (let i = 0; i < words.length; ) {
    const n = cueAt(lexicon, name, words, i);
    if (n) found.push(words.slice(i, i + n).join(' '));
    i += n || 1;
  }
  return found;
}
