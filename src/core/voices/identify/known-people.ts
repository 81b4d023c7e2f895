import { holdsOn, type Office, type Person, type Rules } from '../../model/index.ts';
import { compareNames, nameTokens, surnameOf } from '../../text/compare-names.ts';
import { foldName, romaniseName } from '../../text/romanise-name.ts';

/** The people and offices of the vocabulary, found by surname in any script. */
export interface KnownPeople {
  readonly bySurname: ReadonlyMap<string, readonly Person[]>;
  readonly byId: ReadonlyMap<string, Person>;
  readonly offices: ReadonlyMap<string, Office>;
}

const cache = new WeakMap<Rules, KnownPeople>();

export function knownPeople(rules: Rules): KnownPeople {
  const held = cache.get(rules);
  if (held) return held;
  const bySurname = new Map<string, Person[]>();
  for (const person of rules.people)
    for (const key of new Set(formsOf(person).flatMap((form) => keyOf(form) ?? []))) {
      const list = bySurname.get(key);
      if (list) list.push(person);
      else bySurname.set(key, [person]);
    }
  const made = {
    bySurname,
    byId: new Map(rules.people.map((p) => [p.id, p])),
    offices: new Map(rules.offices.map((o) => [o.id, o])),
  };
  cache.set(rules, made);
  return made;
}

/** Every way in which the vocabulary writes a person. */
export const formsOf = (person: Person): string[] => [person.name, ...Object.values(person.names), ...person.aliases];

const keyOf = (form: string) => {
  const surname = surnameOf(nameTokens(form));
  return surname === null ? null : romaniseName(surname);
};

/**
 * People of the vocabulary who can carry this name: same surname, no conflicting given name or initial. A bare surname
 * among the aliases does not make a namesake with another given name the same person.
 */
export function peopleNamed(name: string, rules: Rules): Person[] {
  const key = keyOf(name);
  if (key === null) return [];
  return (knownPeople(rules).bySurname.get(key) ?? []).filter((p) => carries(p, name));
}

/** May this person of the vocabulary be called so? */
export function carries(person: Person, name: string): boolean {
  const whole = nameTokens(name).length > 1;
  return formsOf(person).some((f) => (!whole || nameTokens(f).length > 1) && compareNames(f, name) === 'same');
}

/** People of the vocabulary with this surname, whatever their given names. */
export function peopleSurnamed(name: string, rules: Rules): readonly Person[] {
  const key = keyOf(name);
  return key === null ? [] : (knownPeople(rules).bySurname.get(key) ?? []);
}

/** Who held the office on that day, when the vocabulary knows just one. */
export function holderOf(office: string, day: string | null, rules: Rules): Person | null {
  const holders = rules.people.filter((p) => p.tenures.some((t) => t.office === office && holdsOn(t, day)));
  return holders.length === 1 ? holders[0]! : null;
}

/** Do the printed office words name this office? `Secretary` names `Secretary of State`; `Deputy Minister` does not name `Minister`. */
export function officeFits(printed: string, office: Office, ranks: ReadonlySet<string>): boolean {
  const words =
    foldName(printed)
      .match(/\p{L}+/gu)
      ?.filter((w) => w.length > 2 && w !== 'the') ?? [];
  if (!words.length) return false;
  return [office.name, ...office.aliases].some((alias) => {
    const own =
      foldName(alias)
        .match(/\p{L}+/gu)
        ?.filter((w) => w.length > 2 && w !== 'the') ?? [];
    const rank = (list: readonly string[]) =>
      list
        .filter((w) => ranks.has(w))
        .sort()
        .join(' ');
    return words.every((w) => own.includes(w)) && rank(words) === rank(own);
  });
}

/** The name as the vocabulary writes it in the document's language. */
export const nameIn = (person: Person, language: string | null): string =>
  person.names[language?.split('-')[0] ?? ''] ?? person.name;
