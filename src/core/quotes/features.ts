import type { EditFlag } from '../model/index.ts';
import { type CueName, cuesIn, type Lexicon } from './lexicon.ts';
import { spellingKey } from './variants.ts';

/** A word on one side of an edit. */
export interface EditWord {
  readonly word: string;
  readonly capital: boolean;
  /** opens a sentence, so that its capital says nothing */
  readonly opens: boolean;
}

/** Gravest first: the first flag that an edit carries is its main one. */
export const GRAVE_FIRST: readonly EditFlag[] = ['negation', 'number', 'modal', 'name', 'qualifier', 'minor'];

/**
 * Which lists raise which flag, when the words of the list differ between the two sides. A list may raise a second flag:
 * "will" is a modal and, as a change of time, a plan made a fact.
 */
const LIST_FLAGS: readonly (readonly [CueName, EditFlag])[] = [
  ['negation', 'negation'],
  ['negative-verbs', 'negation'],
  ['modals', 'modal'],
  ['number-words', 'number'],
  ['quantifiers', 'qualifier'],
  ['conditionals', 'qualifier'],
  ['qualifiers', 'qualifier'],
  ['hedges', 'qualifier'],
  ['comparatives', 'qualifier'],
  ['opposites', 'qualifier'],
  ['tense', 'qualifier'],
  ['pronouns', 'name'],
];

/** What changing `from` into `to` does to the sense; `minor` alone when nothing on the lists moved. */
export function flagEdit(from: readonly EditWord[], to: readonly EditWord[], lexicon: Lexicon): EditFlag[] {
  const flags = new Set<EditFlag>();
  const a = expand(
    from.map((w) => w.word),
    lexicon,
  );
  const b = expand(
    to.map((w) => w.word),
    lexicon,
  );
  for (const [list, flag] of LIST_FLAGS)
    if (!sameBag(cuesIn(lexicon, list, a), cuesIn(lexicon, list, b))) flags.add(flag);
  if (hasPrefixNegation(a, b, lexicon)) flags.add('negation');
  if (!sameBag(numbersIn(a, lexicon), numbersIn(b, lexicon))) flags.add('number');
  if (!sameBag(namesIn(from), namesIn(to))) flags.add('name');
  if (isTenseChange(a, b)) flags.add('qualifier');
  if (flags.size === 0) flags.add('minor');
  return GRAVE_FIRST.filter((f) => flags.has(f));
}

/** Contractions apart: "won't" is "will not", so that won't/will differ by a negation and not by a modal too. */
function expand(words: readonly string[], lexicon: Lexicon): string[] {
  return words.flatMap((w) => {
    const long = lexicon.contractions.get(w)?.[0];
    return long && long.length > 1 ? [...long] : [w];
  });
}

function sameBag(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && [...a].sort().join(' ') === [...b].sort().join(' ');
}

function numbersIn(words: readonly string[], lexicon: Lexicon): string[] {
  return words.flatMap((w) => {
    const number = lexicon.numbers.get(w);
    if (number !== undefined) return [number];
    return /^\d/.test(w) ? [w] : lexicon.magnitudes.has(w) ? [String(lexicon.magnitudes.get(w))] : [];
  });
}

/** Capitalised words that do not open a sentence, and initials. */
const namesIn = (words: readonly EditWord[]) => words.filter((w) => w.capital && !w.opens).map((w) => w.word);

/** happy/unhappy, legal/illegal: the words differ by a prefix that denies. */
function hasPrefixNegation(a: readonly string[], b: readonly string[], lexicon: Lexicon): boolean {
  const denies = (short: string, long: string) =>
    short.length >= 3 &&
    lexicon.prefixes.some(
      (p) =>
        long === p + short ||
        (long.length > 6 && long.endsWith(short) && lexicon.prefixes.includes(long.slice(0, -short.length))),
    );
  return a.some((x) => b.some((y) => denies(x, y) || denies(y, x)));
}

const STEM = 4;
const ENDING = /^(?:s|es|d|ed|ing|en|t|л|ла|ли|ло|ет|ем|им|ут|ют|ит|ат|ят|ть|ся|лся|лись|лось)$/;
/** depart/departed, plans/planned: one stem, another time or number. */
function isTenseChange(a: readonly string[], b: readonly string[]): boolean {
  return a.some((x) =>
    b.some((y) => {
      if (x === y || x.length < STEM || y.length < STEM) return false;
      let i = 0;
      while (i < x.length && x[i] === y[i]) i++;
      const [p, q] = [x.slice(i), y.slice(i)];
      return i >= STEM - 1 && (p === '' || ENDING.test(p)) && (q === '' || ENDING.test(q));
    }),
  );
}

/** Do two word lists say the same, whatever the spelling? */
export const sameWords = (a: readonly string[], b: readonly string[], lexicon: Lexicon) =>
  a.length === b.length && a.every((w, i) => w === b[i] || spellingKey(w, lexicon) === spellingKey(b[i]!, lexicon));
