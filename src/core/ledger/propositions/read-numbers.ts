import type { Rules } from '../../model/index.ts';
import { readWords, type Word } from './scope-negation.ts';

/** A number of a passage, at a word. */
export interface Numeral {
  readonly value: number;
  readonly at: number;
}

/** Numbers in digits and in words, two digits or more: "forty-eight", "1,550"; years and days among them are not told apart. */
export function readNumbers(text: string, words: readonly Word[], language: string, rules: Rules): Numeral[] {
  const named = numberWords(language, rules);
  const found: Numeral[] = [];
  for (let i = 0; i < words.length; i++) {
    const { text: word } = words[i]!;
    const joined = /^\d+$/.test(word) ? digitsFrom(text, words, i) : tensFrom(words, i, named);
    if (!joined) continue;
    if (joined.value >= SMALLEST) found.push({ value: joined.value, at: i });
    i += joined.length - 1;
  }
  return found;
}

/** Smaller numbers are in too many statements to tell one from another. */
const SMALLEST = 10;

/** "1,550" is two words of digits with a comma between. */
function digitsFrom(text: string, words: readonly Word[], at: number) {
  let [digits, length] = [words[at]!.text, 1];
  for (let next = words[at + 1]; next; next = words[at + ++length]) {
    const between = text.slice(words[at + length - 1]!.end, next.start);
    if (!/^[,\u00a0]$/.test(between) || !/^\d{3}$/.test(next.text)) break;
    digits += next.text;
  }
  return { value: Number(digits), length };
}

/** "forty-eight": tens and a unit behind them. */
function tensFrom(words: readonly Word[], at: number, named: ReadonlyMap<string, number>) {
  const value = named.get(words[at]!.text);
  if (value === undefined) return null;
  const unit = named.get(words[at + 1]?.text ?? '');
  return value >= 20 && value < 100 && value % 10 === 0 && unit !== undefined && unit > 0 && unit < 10
    ? { value: value + unit, length: 2 }
    : { value, length: 1 };
}

const lists = new WeakMap<object, Map<string, ReadonlyMap<string, number>>>();
function numberWords(language: string, rules: Rules): ReadonlyMap<string, number> {
  const byLanguage = lists.get(rules.cues) ?? new Map<string, ReadonlyMap<string, number>>();
  lists.set(rules.cues, byLanguage);
  const known =
    byLanguage.get(language) ??
    new Map(
      (rules.cues[language]?.quotes?.numbers ?? []).map((row) => {
        const [word, value] = row.split('=');
        return [word!.trim(), Number(value)] as const;
      }),
    );
  byLanguage.set(language, known);
  return known;
}

/** "the fifth consecutive year": which of a row it is, with the stem of what follows (`nth:5 consecut`). */
export function readOrdinals(text: string, language: string, rules: Rules): string[] {
  const ordinals = new Map(
    (rules.cues[language]?.ledger?.ordinals ?? []).map(
      (row) => row.split('=').map((x) => x.trim()) as [string, string],
    ),
  );
  const words = readWords(text, language);
  return words.flatMap((word, i) => {
    const [nth, next] = [ordinals.get(word.text), words[i + 1]];
    return nth && next && !next.opensClause ? [`${NTH}${nth} ${next.stem}`] : [];
  });
}
export const NTH = 'nth:';
