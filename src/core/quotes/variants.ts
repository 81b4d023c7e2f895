import type { Lexicon } from './lexicon.ts';

/**
 * The form in which a word is compared when its letters differ: number words as digits, British as American spelling,
 * endings of romanised names. Words of one key are one word written two ways, never two words.
 */
export function spellingKey(word: string, lexicon: Lexicon): string {
  let known = keys.get(lexicon);
  if (!known) {
    known = new Map();
    keys.set(lexicon, known);
  }
  let key = known.get(word);
  if (key === undefined) {
    key = makeKey(word, lexicon);
    if (known.size >= MAX_KEYS) known.clear();
    known.set(word, key);
  }
  return key;
}
/** Words met again and again keep their key: some 10 MB. */
const MAX_KEYS = 100_000;
const keys = new WeakMap<Lexicon, Map<string, string>>();

function makeKey(word: string, lexicon: Lexicon): string {
  const number = lexicon.numbers.get(word);
  if (number !== undefined) return number;
  let key = lexicon.variants.get(word) ?? word;
  if (key.length < 5) return key;
  for (const endings of [lexicon.spellings, lexicon.nameEndings])
    for (const [from, to] of endings)
      if (key.endsWith(from) && key.length > from.length + 1) {
        key = key.slice(0, -from.length) + to;
        break;
      }
  return lexicon.variants.get(key) ?? key;
}

/** A number written in one word or several, from each place where one starts: "1.2 million", "twenty five", "180". */
export interface NumberRun {
  readonly length: number;
  readonly value: number;
}

/** The longest number that starts at each word, null where none does. At most six words. */
export function numberRuns(words: readonly string[], lexicon: Lexicon): (NumberRun | null)[] {
  return words.map((_, i) => numberAt(words, i, lexicon));
}

function numberAt(words: readonly string[], at: number, lexicon: Lexicon): NumberRun | null {
  let total = 0;
  let part: number | null = null;
  let length = 0;
  let lastUnit = Number.POSITIVE_INFINITY;
  for (let k = 0; k < 6 && at + k < words.length; k++) {
    const word = words[at + k]!;
    const magnitude = lexicon.magnitudes.get(word);
    if (magnitude !== undefined) {
      if (part === null && k > 0) break;
      const scaled: number = (part ?? 1) * magnitude;
      if (magnitude === 100) part = scaled;
      else {
        total += scaled;
        part = null;
      }
      lastUnit = Number.POSITIVE_INFINITY;
      length = k + 1;
      continue;
    }
    if (word === 'and' && k > 0 && (part ?? total) >= 100) continue;
    const value = unitOf(word, lexicon);
    if (value === null) break;
    const isFirst = part === null;
    if (
      !isFirst &&
      !(lastUnit % 10 === 0 && value < 10 && lastUnit >= 20 && lastUnit < 100) &&
      !(part! % 100 === 0 && part! >= 100)
    )
      break;
    part = (part ?? 0) + value;
    lastUnit = value;
    length = k + 1;
  }
  return length === 0 ? null : { length, value: total + (part ?? 0) };
}

function unitOf(word: string, lexicon: Lexicon): number | null {
  if (/^\d{1,15}(?:\.\d{1,6})?$/.test(word)) return Number(word);
  const digits = lexicon.numbers.get(word);
  return digits !== undefined && /^\d+$/.test(digits) ? Number(digits) : null;
}

/** Is the run `long` the same as the one word `short`: a contraction, or words written together? */
export function isOneWord(short: string, long: readonly string[], lexicon: Lexicon): boolean {
  if (long.join('') === short) return true;
  return (lexicon.contractions.get(short) ?? []).some(
    (run) => run.length === long.length && run.every((w, k) => w === long[k]),
  );
}

const OCR: readonly (readonly [RegExp, string])[] = [
  [/0/g, 'o'],
  [/[1|]/g, 'l'],
  [/5/g, 's'],
  [/8/g, 'b'],
  [/rn/g, 'm'],
  [/vv/g, 'w'],
  [/cl/g, 'd'],
  [/i/g, 'l'],
];
const scanned = (word: string) => OCR.reduce((w, [from, to]) => w.replace(from, to), word);

/**
 * Is `word` a slip of the pen or of a scanner for `source`? Only where `word` is no word of the record: has/had and
 * patent/patient are edits. A changed ending is never a slip: it is tense or number.
 */
export function isSlip(word: string, source: string, isKnown: (word: string) => boolean): boolean {
  if (word.length < 4 || source.length < 4 || /^[\d.]+$/.test(word) || /^[\d.]+$/.test(source)) return false;
  const mixed = /\d/.test(word) && /\p{L}/u.test(word);
  if (scanned(word) === scanned(source)) return mixed || !isKnown(word);
  if (mixed || isKnown(word)) return false;
  return isTransposed(word, source) || isDoubled(word, source) || isDoubled(source, word);
}

/** Two neighbouring letters exchanged. */
function isTransposed(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  return i + 1 < a.length && a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2);
}

/** `long` is `short` with one letter doubled. */
function isDoubled(long: string, short: string): boolean {
  if (long.length !== short.length + 1) return false;
  let i = 0;
  while (i < short.length && long[i] === short[i]) i++;
  return i > 0 && long[i] === long[i - 1] && long.slice(i + 1) === short.slice(i);
}
