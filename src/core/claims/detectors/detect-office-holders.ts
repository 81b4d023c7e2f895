import { holdsOn, type Rules } from '../../model/index.ts';
import type { NameCues } from '../names/name-cues.ts';
import { foldName, isCapitalised, type Token } from '../names/tokens.ts';
import type { NameDraft } from './detect-names.ts';

/** Somebody of the vocabulary by a surname, with the offices held and their titles. */
interface Bearer {
  readonly entity: string;
  readonly name: string;
  /** folded tokens */
  readonly surname: readonly string[];
  readonly terms: readonly {
    readonly tenure: Rules['people'][number]['tenures'][number];
    readonly titles: readonly (readonly string[])[];
  }[];
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
  if (day === null) return [];
  const bearers = bearersIn(rules);
  const drafts: NameDraft[] = [];
  for (const [i, token] of tokens.entries()) {
    if (!isCapitalised(token.text)) continue;
    const found = (bearers.get(token.folded) ?? []).filter((b) => isTitled(tokens, i, b, day, cues));
    if (new Set(found.map((h) => h.entity)).size !== 1) continue;
    const { entity, name, surname } = found.reduce((a, b) => (b.surname.length > a.surname.length ? b : a));
    const start = tokens[i - surname.length + 1]!.start;
    drafts.push({ kind: 'person', start, end: token.end, value: null, name, entity, rule: 'person-by-office' });
  }
  return drafts;
}

/** Do the surname's tokens end at `i`, behind a title of an office held on the day, that no word before turns into another office? */
function isTitled(
  tokens: readonly Token[],
  i: number,
  { surname, terms }: Bearer,
  day: string,
  cues: NameCues,
): boolean {
  const from = i - surname.length + 1;
  if (from < 1 || !surname.every((w, k) => tokens[from + k]!.folded === w)) return false;
  const stands = (title: readonly string[]): boolean => {
    const start = from - title.length;
    if (start < 0 || !title.every((w, k) => tokens[start + k]!.folded === w)) return false;
    return isCapitalised(tokens[start]!.text) && !cues.titleChangers.has(tokens[start - 1]?.folded ?? '');
  };
  return terms.some(({ tenure, titles }) => holdsOn(tenure, day) && titles.some(stands));
}

const cache = new WeakMap<Rules, ReadonlyMap<string, readonly Bearer[]>>();

/** People who ever held an office, by the last token of the surname; made once, whatever the days that are asked for. */
function bearersIn(rules: Rules): ReadonlyMap<string, readonly Bearer[]> {
  const known = cache.get(rules);
  if (known) return known;
  const offices = new Map(rules.offices.map((o) => [o.id, [o.name, ...o.aliases].map(wordsOf)]));
  const made = new Map<string, Bearer[]>();
  for (const person of rules.people) {
    const terms = person.tenures.map((tenure) => ({ tenure, titles: offices.get(tenure.office) ?? [] }));
    if (terms.length === 0) continue;
    for (const form of [person.name, ...Object.values(person.names), ...person.aliases])
      for (const surname of surnamesOf(wordsOf(form))) {
        const last = surname.at(-1)!;
        const bearer = { entity: person.id, name: person.name, surname, terms };
        const others = made.get(last);
        if (others) others.push(bearer);
        else made.set(last, [bearer]);
      }
  }
  cache.set(rules, made);
  return made;
}

const wordsOf = (name: string): string[] => (name.match(/[\p{L}\p{M}]+/gu) ?? []).map(foldName);

/** The last words of a name, one to three; and its first word, which is the surname of some ("Xi Jinping", "Wang Yi"). */
function surnamesOf(words: readonly string[]): string[][] {
  const last = [1, 2, 3].filter((n) => n < words.length || words.length === 1).map((n) => words.slice(-n));
  return words.length > 1 ? [...last, words.slice(0, 1)] : last.slice(0, 1);
}
