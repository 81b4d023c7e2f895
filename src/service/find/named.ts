import type { Party, Person, Rules, Thing, Topic } from '../../core/model/index.ts';
import { isCaseForm, isEnding } from '../../core/text/case-forms.ts';
import { foldWords } from '../../core/text/words.ts';

/**
 * What a user means by a name: a party, person, topic or treaty of the vocabularies by its id, name, alias, adjective or
 * capital, in any case of Russian and with or without an article. One reading for filters, checks and pages.
 */

/** Names as lists of folded words; `*` in a vocabulary stands for the rest of a word. */
type Pattern = readonly { readonly stem: string; readonly isOpen: boolean; readonly isName: boolean }[];
/** How a name fits: whole before its case forms, so that "Чад" is not an inflected something else. */
type Fit = 'whole' | 'inflected';

const ARTICLE = 'the';
const POSSESSIVE = /['’]s(?=\s|$)/gu;

/** The words of a name as they are compared: "the Varnian side’s" is "varnian side". */
export const nameWords = (name: string): string[] =>
  foldWords(name.replace(POSSESSIVE, '')).filter((w) => w !== ARTICLE);

/** All that bear the name: those whose name or alias it is; where there are none, those with such an adjective or capital. */
export function partiesNamed(name: string, rules: Rules): Party[] {
  const byName = bearers(name, rules.parties, namesOf);
  return byName.length > 0 ? byName : bearers(name, rules.parties, (p) => [...p.adjectives, ...p.capitals]);
}

/** The one party a user means; undefined when the vocabulary has none of the name, or several. */
export const partyNamed = (name: string, rules: Rules): Party | undefined => only(partiesNamed(name, rules));

/** The topic a user means by its id or any of its names. */
export const topicNamed = (name: string, rules: Rules): Topic | undefined => bearers(name, rules.topics, namesOf)[0];

/** The treaty, talks, weapon, place or event a user means by its id or any of its names. */
export const thingNamed = (name: string, rules: Rules): Thing | undefined => bearers(name, rules.things, namesOf)[0];

/** The person a user means by id or full name, in any script the vocabulary has. */
export const personNamed = (name: string, rules: Rules): Person | undefined =>
  bearers(name, rules.people, (p) => [...namesOf(p), ...Object.values(p.names)])[0];

const namesOf = (x: { name: string; aliases: readonly string[] }) => [x.name, ...x.aliases];
const only = <T>(found: readonly T[]): T | undefined => (found.length === 1 ? found[0] : undefined);

function bearers<T extends { readonly id: string }>(
  name: string,
  among: readonly T[],
  names: (x: T) => readonly string[],
): T[] {
  const wanted = name.trim().toLowerCase();
  const same = among.filter((x) => x.id === wanted);
  if (same.length > 0) return same;
  const words = nameWords(name);
  if (words.length === 0) return [];
  const found = among.flatMap((x) => {
    const fits = names(x).map((n) => fitOf(words, patternOf(n)));
    return fits.includes('whole') ? [{ x, fit: 'whole' }] : fits.includes('inflected') ? [{ x, fit: 'inflected' }] : [];
  });
  const whole = found.filter((f) => f.fit === 'whole');
  return (whole.length > 0 ? whole : found).map((f) => f.x);
}

function fitOf(words: readonly string[], pattern: Pattern): Fit | null {
  if (pattern.length !== words.length || pattern.length === 0) return null;
  if (pattern.every((p, i) => !p.isOpen && p.stem === words[i])) return 'whole';
  return pattern.every((p, i) => isFormOf(words[i]!, p)) ? 'inflected' : null;
}

const isFormOf = (word: string, { stem, isOpen, isName }: Pattern[number]): boolean =>
  isOpen ? word.startsWith(stem) && isEnding(word.slice(stem.length), isName) : isCaseForm(word, stem);

const patterns = new Map<string, Pattern>();
const MAX_PATTERNS = 50_000;

/** Names of vocabularies are few and asked for again and again. */
function patternOf(name: string): Pattern {
  const known = patterns.get(name);
  if (known) return known;
  const made = name
    .replace(POSSESSIVE, '')
    .split(/\s+/u)
    .flatMap((w) => {
      const stems = foldWords(w);
      const isName = /\p{Lu}/u.test(w);
      return stems
        .map((stem, i) => ({ stem, isOpen: w.endsWith('*') && i === stems.length - 1, isName }))
        .filter(({ stem }) => stem !== ARTICLE);
    });
  if (patterns.size >= MAX_PATTERNS) patterns.clear();
  patterns.set(name, made);
  return made;
}
