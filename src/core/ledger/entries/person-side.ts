import type { Mention } from '../../model/index.ts';
import { sidesOfPerson } from '../party-of-speaker.ts';
import type { LedgerView, TalkClause } from './talk-clause.ts';

/** The one state a known person held office for on the day of speaking; null when unknown or several. */
export function sideOfPerson(view: LedgerView, m: Mention): string | null {
  if (m.kind !== 'person' || m.entity === null) return null;
  const byPerson = cache.get(view) ?? new Map<string, string | null>();
  cache.set(view, byPerson);
  const known = byPerson.get(m.entity);
  if (known !== undefined) return known;
  const { date, published } = view.record.document;
  const day = date ?? published;
  const { states } = day === null ? { states: new Set<string>() } : sidesOfPerson(m.entity, day, view.rules);
  const side = states.size === 1 ? [...states][0]! : null;
  byPerson.set(m.entity, side);
  return side;
}

const cache = new WeakMap<LedgerView, Map<string, string | null>>();

/** The states of the people named in a clause, each once, in order. */
export const sidesOfPeople = (view: LedgerView, clause: TalkClause): string[] => [
  ...new Set(clause.sentenceMentions.flatMap((m) => sideOfPerson(view, m) ?? [])),
];
