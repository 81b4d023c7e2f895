import type { DocumentFacts, Rules, Turn } from '../../model/index.ts';
import { foldCase } from '../dates/date-lexicon.ts';

/** The parties a speaker speaks for: his office's organisation and its state; else the ministry that published the text. */
export function ownSide(turn: Turn, facts: DocumentFacts, rules: Rules): ReadonlySet<string> {
  const ids = new Set<string>();
  const climb = (id: string | null) => {
    for (let at = id, steps = 0; at !== null && steps < 5; steps++) {
      ids.add(at);
      at = rules.parties.find((p) => p.id === at)?.memberOf ?? null;
    }
  };
  const person = turn.person === null ? undefined : rules.people.find((p) => p.id === turn.person);
  for (const tenure of person?.tenures ?? [])
    climb(rules.offices.find((o) => o.id === tenure.office)?.organisation ?? null);
  if (!ids.size && facts.publisher && turn.voice === 'official') {
    const name = foldCase(facts.publisher);
    const party = rules.parties.find(
      (p) =>
        (p.kind === 'ministry' || p.kind === 'government') && [p.name, ...p.aliases].some((a) => foldCase(a) === name),
    );
    climb(party?.id ?? null);
  }
  return ids;
}
