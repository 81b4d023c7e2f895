import type { LedgerView } from './talk-clause.ts';

const lexicons = new WeakMap<object, ReadonlyMap<string, number>>();

/** Number words of a language (cues, `dates: number`), as word -> value. */
function numbersOf(view: LedgerView): ReadonlyMap<string, number> {
  const list = view.rules.cues[view.language]?.dates?.number ?? [];
  const known = lexicons.get(list);
  if (known) return known;
  const made = new Map(
    list.map((entry): [string, number] => {
      const [word, value] = entry.split('=');
      return [word!, Number(value)];
    }),
  );
  lexicons.set(list, made);
  return made;
}

/** `13`, `1,200`, `thirteen`, `thirty-eight`; null when a word is no number. */
export function readCount(view: LedgerView, words: string): number | null {
  const text = words.trim().toLowerCase();
  if (/^\d{1,3}(?:[, ]\d{3})*$|^\d+$/u.test(text)) return Number(text.replace(/[, ]/gu, ''));
  const numbers = numbersOf(view);
  const parts = text.split(/[ -]/u).map((p) => numbers.get(p));
  if (parts.length === 0 || parts.length > 2 || parts.some((p) => p === undefined)) return null;
  const [a, b] = parts as [number, number?];
  return b === undefined ? a : b >= 100 ? a * b : a + b;
}

/** How exact a number is said to be, by the words just before it: "more than", "within", "about"; null = the number itself. */
export function boundBefore(view: LedgerView, start: number, end: number): string | null {
  const words = view.record.text.slice(Math.max(0, start - 24), end);
  for (const entry of view.rules.cues[view.language]?.ledger?.['bound-words'] ?? []) {
    const [phrase, bound] = entry.split('=') as [string, string];
    if (new RegExp(`(?<!\\p{L})${phrase}\\s+(?:\\p{L}+\\s+)?[\\p{L}\\d,-]+(?:\\s|$)`, 'iu').test(words)) return bound;
  }
  return null;
}
