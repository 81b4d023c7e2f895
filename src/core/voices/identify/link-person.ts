import { holdsOn } from '../../model/index.ts';
import { nameTokens } from '../../text/compare-names.ts';
import { nameIn, peopleNamed } from './known-people.ts';
import type { IdentityScene, Resolution } from './scene.ts';

/**
 * Join a name of the document to a person of data/: one and only one there carries it. A full name is enough; with
 * initials only, he must have held an office on that day. The document's own fuller form of the name stays.
 */
export function linkPerson(found: Resolution, { rules, day, facts }: IdentityScene): Resolution {
  if (found.person !== null || found.key === null || found.name === null) return found;
  const tokens = nameTokens(found.name);
  if (tokens.length < 2) return found;
  const known = peopleNamed(found.name, rules);
  if (known.length !== 1) return found;
  const person = known[0]!;
  const whole = tokens.filter((t) => t.length > 1).length >= 2;
  if (!whole && !person.tenures.some((t) => holdsOn(t, day))) return found;
  const better = !whole || found.name === found.name.toUpperCase();
  return { ...found, name: better ? nameIn(person, facts.language) : found.name, key: person.id, person: person.id };
}
