import { type Draft, partiesIn } from './draft-entry.ts';
import type { LedgerView } from './talk-clause.ts';

/** The stated level and state of relations between two parties, in the speaker's own words. */
export function findRelations(view: LedgerView): Draft[] {
  return view.clauses.flatMap((clause) => {
    if (!clause.isOfficial || !clause.says('relations') || !clause.says('relation-state', true)) return [];
    const own = view.partyOf(clause.turn);
    const parties = [...new Set([...(own ? [own] : []), ...partiesIn(view, clause, true)])];
    return [
      {
        section: 'relations',
        clause,
        parties,
        status: 'stated',
        key: [...parties].sort().join('|'),
        rule: 'relations-noun',
      },
    ];
  });
}
