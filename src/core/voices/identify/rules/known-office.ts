import { holdsOn, type Person } from '../../../model/index.ts';
import { formsOf, holderOf, knownPeople, nameIn, officeFits, peopleNamed } from '../known-people.ts';
import { knownPublisher } from '../known-publisher.ts';
import type { IdentityRule, IdentityScene } from '../scene.ts';

/** `PRESIDENT MARENKO:` or, on pages of his own office, `MR. MARENKO:`: surname and office held on that day. */
export const knownOffice: IdentityRule = {
  name: 'known-office',
  reason: 'A surname with the office held on the day of speaking is one person; a surname alone is not.',
  resolve: ({ label }, scene) => {
    const { rules, day, facts } = scene;
    if (!label.name || day === null) return null;
    const held = peopleNamed(label.name, rules).filter((p) => holdsFitting(p, label.office, scene));
    if (held.length !== 1) return null;
    const person = held[0]!;
    return { name: nameIn(person, facts.language), key: person.id, person: person.id, rule: 'known-office' };
  },
};

function holdsFitting(
  person: Person,
  office: string | null,
  { rules, day, facts, text, words }: IdentityScene,
): boolean {
  const { offices } = knownPeople(rules);
  const publisher = office === null ? knownPublisher(facts, text, rules) : null;
  const home = publisher && (rules.parties.find((p) => p.name === publisher.name)?.id ?? publisher.id);
  return person.tenures.some((t) => {
    const known = offices.get(t.office);
    if (!known || !holdsOn(t, day)) return false;
    return office === null ? home !== null && known.organisation === home : officeFits(office, known, words.ranks);
  });
}

/** `THE PRESIDENT:` where the text calls just one holder of such an office by office and surname. */
export const officeAlone: IdentityRule = {
  name: 'office-alone',
  reason: 'An office without a name is its holder on that day, if the document names that holder and no other.',
  resolve: ({ label }, { rules, day, facts, text, words }) => {
    if (label.name || label.generic || !label.office || day === null) return null;
    const fitting = rules.offices.filter((o) => officeFits(label.office!, o, words.ranks));
    const holders = fitting.flatMap((o) => holderOf(o.id, day, rules) ?? []);
    const own = knownPublisher(facts, text, rules);
    const home = fitting
      .filter((o) => own && o.organisation === own.id)
      .flatMap((o) => holderOf(o.id, day, rules) ?? []);
    const named = home.length ? home : calledIn(holders, label.office!, text);
    const unique = [...new Set(named)];
    if (unique.length !== 1) return null;
    const person = unique[0]!;
    return { name: nameIn(person, facts.language), key: person.id, person: person.id, rule: 'office-alone' };
  },
};

/** Whom the text calls `President Marenko`, `President Ilse Marenko`. */
function calledIn(holders: readonly Person[], office: string, text: string): Person[] {
  const noun = office.replace(/^the\s+/i, '').toLowerCase();
  const lower = text.toLowerCase();
  return holders.filter((person) =>
    formsOf(person)
      .flatMap((form) => [form, form.split(' ').at(-1)!])
      .some((form) => lower.includes(`${noun} ${form.toLowerCase()}`)),
  );
}
