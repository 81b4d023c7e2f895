import { holdsOn, type Person } from '../../../model/index.ts';
import { nameTokens } from '../../../text/compare-names.ts';
import { romaniseName } from '../../../text/romanise-name.ts';
import { knownPeople, nameIn, peopleSurnamed } from '../known-people.ts';
import type { IdentityRule, IdentityScene } from '../scene.ts';

/**
 * `Marenko:` as the only one who answers, in a text about her ministry. Only for surnames which the vocabulary lists as
 * an alias by themselves: whoever wrote the entry vouches that the bare surname means this person.
 */
export const surnameInContext: IdentityRule = {
  name: 'surname-in-context',
  reason: 'An interview of a well-known official may print the surname alone; the vocabulary must vouch for it.',
  resolve: (use, scene) => {
    const { label, answers } = use;
    const { rules, facts, day, uses } = scene;
    if (!label.name || label.office || nameTokens(label.name).length !== 1) return null;
    if (answers === 0 || uses.some((u) => u !== use && u.answers > 0 && u.label.name !== null)) return null;
    const namesakes = peopleSurnamed(label.name, rules);
    const person = namesakes.length === 1 ? namesakes[0]! : null;
    if (!person || !vouched(person, label.name)) return null;
    if (day !== null && !person.tenures.some((t) => holdsOn(t, day))) return null;
    if (!contextNamed(person, scene)) return null;
    return { name: nameIn(person, facts.language), key: person.id, person: person.id, rule: 'surname-in-context' };
  },
};

const vouched = (person: Person, name: string) =>
  person.aliases.some((a) => nameTokens(a).length === 1 && romaniseName(a) === romaniseName(name));

/** The text names the body whose office the person holds. */
function contextNamed(person: Person, { rules, text }: IdentityScene): boolean {
  const { offices } = knownPeople(rules);
  return person.tenures.some((t) => {
    const party = rules.parties.find((p) => p.id === offices.get(t.office)?.organisation);
    if (!party) return false;
    const state = party.memberOf ? rules.parties.find((p) => p.id === party.memberOf) : undefined;
    return [party, state].some(
      (b) =>
        b && [b.name, ...b.aliases, ...b.adjectives].some((n) => n.length > 3 && text.includes(n.replace(/\*$/, ''))),
    );
  });
}
