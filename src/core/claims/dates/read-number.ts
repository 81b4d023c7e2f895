import type { DateLexicon } from './date-lexicon.ts';

/** A number in digits or words: `1,200`, `112 620`, `twenty-five`, `one and a half` (1.5); null when a word is unknown. */
export function readNumber(text: string, lexicon: DateLexicon): number | null {
  let rest = text.replace(/\s+/g, ' ');
  let half = 0;
  for (const word of lexicon.words('number-half'))
    if (rest.endsWith(` ${word}`)) {
      half = Number(lexicon.valueOf('number-half', word));
      rest = rest.slice(0, -word.length - 1);
      break;
    }
  const whole = wordValue(rest, lexicon);
  if (whole !== null) return whole + half;
  const parts = rest.split(/[ -]/);
  if (parts.length !== 2) return null;
  const [first, second] = parts.map((p) => wordValue(p, lexicon));
  if (first === null || second === null || first === undefined || second === undefined) return null;
  // "a two-day visit": the article counts only before hundred and thousand
  if (first === 1 && second < 100 && !/^\d|^[a-z]{3}/.test(parts[0]!)) return second + half;
  return (second >= 100 ? first * second : first + second) + half;
}

function wordValue(word: string, lexicon: DateLexicon): number | null {
  if (/^\d/.test(word)) return Number(word.replace(/,|[ \u00a0\u202f](?=\d{3}(?!\d))/g, ''));
  const value = lexicon.valueOf('number', word);
  return value === null ? null : Number(value);
}

/** Day of a month from `14`, `14th` or `fourteenth`. */
export function readDayOfMonth(text: string, lexicon: DateLexicon): number | null {
  const digits = /^\d+/.exec(text)?.[0];
  if (digits) return Number(digits);
  const value = lexicon.valueOf('dom-word', text);
  return value === null ? null : Number(value);
}
