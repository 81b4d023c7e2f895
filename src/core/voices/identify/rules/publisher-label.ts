import { foldName } from '../../../text/romanise-name.ts';
import { holderOf, knownPeople, nameIn } from '../known-people.ts';
import { knownPublisher } from '../known-publisher.ts';
import type { IdentityRule } from '../scene.ts';

/** `labels:` of data/publishers.yaml: on pages of this publisher, this label is that person or the holder of that office. */
export const publisherLabel: IdentityRule = {
  name: 'publisher-label',
  reason: "A publisher's own habit, written down by a person, beats what a rule can guess.",
  resolve: ({ label }, { facts, text, rules, day }) => {
    const publisher = knownPublisher(facts, text, rules);
    if (!publisher) return null;
    const printed = foldName(label.plain);
    const meant = Object.entries(publisher.labels).find(([l]) => foldName(l).replace(/[.:]+$/, '') === printed)?.[1];
    if (!meant) return null;
    const known = knownPeople(rules);
    const person = known.byId.get(meant) ?? (known.offices.has(meant) ? holderOf(meant, day, rules) : null);
    return person
      ? { name: nameIn(person, facts.language), key: person.id, person: person.id, rule: 'publisher-label' }
      : null;
  },
};
