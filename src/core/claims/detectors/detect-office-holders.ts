import { holdsOn, type Rules } from '../../model/index.ts';
import type { NameCues } from '../names/name-cues.ts';
import { foldName, isCapitalised, type Token } from '../names/tokens.ts';
import type { NameDraft } from './detect-names.ts';

/** Somebody of the vocabulary by a surname, with the titles of the offices held on the day of speaking. */
interface Holder {
  readonly entity: string;
  readonly name: string;
  /** folded tokens */
  readonly surname: readonly string[];
  readonly titles: readonly (readonly string[])[];
}

/**
 * "President Marenko", "Foreign Minister Reval": a surname behind the title of an office that a known person of this surname
 * held on the day of speaking, and nobody else of the name held. Without a day nothing is said; nor of a former, vice or
 * deputy holder whose own office is another.
 */
export function detectOfficeHolders(
  tokens: readonly Token[],
  day: string | null,
  rules: Rules,
  cues: NameCues,
): NameDraft[] {
  const holders = holdersOn(day, rules);
  if (holders.size === 0) return [];
  const drafts: NameDraft[] = [];
  for (const [i, token] of tokens.entries()) {
    if (!isCapitalised(token.text)) continue;
    const found = (holders.get(token.folded) ?? []).filter((h) => isTitled(tokens, i, h, cues));
    if (new Set(found.map((h) => h.entity)).size !== 1) continue;
    const { entity, name, surname } = found.reduce((a, b) => (b.surname.length > a.surname.length ? b : a));
    const start = tokens[i - surname.length + 1]!.start;
    drafts.push({ kind: 'person', start, end: token.end, value: null, name, entity, rule: 'person-by-office' });
  }
  return drafts;
}

/** Do the surname's tokens end at `i`, behind one of the holder's titles that no word before turns into another office? */
function isTitled(tokens: readonly Token[], i: number, { surname, titles }: Holder, cues: NameCues): boolean {
  const from = i - surname.length + 1;
  if (from < 1 || !surname.every((w, k) => tokens[from + k]!.folded === w)) return false;
  return titles.some((title) => {
    const start = from - title.length;
    if (start < 0 || !title.every((w, k) => tokens[start + k]!.folded === w)) return false;
    return isCapitalised(tokens[start]!.text) && !cues.titleChangers.has(tokens[start - 1]?.folded ?? '');
  });
}

const cache = new WeakMap<Rules, Map<string, ReadonlyMap<string, readonly Holder[]>>>();

/** Holders of offices on a day, by the last token of the surname. */
function holdersOn(day: string | null, rules: Rules): ReadonlyMap<string, readonly Holder[]> {
  if (day === null) return new Map();
  const days = cache.get(rules) ?? new Map<string, ReadonlyMap<string, readonly Holder[]>>();
  cache.set(rules, days);
  const known = days.get(day);
  if (known) return known;
  const offices = new Map(rules.offices.map((o) => [o.id, o]));
  const made = new Map<string, Holder[]>();
  for (const person of rules.people) {
    const held = person.tenures.filter((t) => holdsOn(t, day)).flatMap((t) => offices.get(t.office) ?? []);
    const titles = held.flatMap((o) => [o.name, ...o.aliases]).map(wordsOf);
    if (titles.length === 0) continue;
    for (const form of [person.name, ...Object.values(person.names), ...person.aliases])
      for (const surname of surnamesOf(wordsOf(form))) {
        const last = surname.at(-1)!;
        made.set(last, [...(made.get(last) ?? []), { entity: person.id, name: person.name, surname, titles }]);
      }
  }
  days.set(day, made);
  return made;
}

const wordsOf = (name: string): string[] => (name.match(/[\p{L}\p{M}]+/gu) ?? []).map(foldName);

/** The last words of a name, one to three; and its first word, which is the surname of some ("Xi Jinping", "Wang Yi"). */
function surnamesOf(words: readonly string[]): string[][] {
  const last = [1, 2, 3].filter((n) => n < words.length || words.length === 1).map((n) => words.slice(-n));
  return words.length > 1 ? [...last, words.slice(0, 1)] : last.slice(0, 1);
}
