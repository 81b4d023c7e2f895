import type { Draft } from './draft-entry.ts';
import type { LedgerView } from './talk-clause.ts';

/** Entries that a person accepted for words of this version; the clause they stand in says who speaks. */
export function findAccepted(view: LedgerView): Draft[] {
  return (view.record.entries ?? []).flatMap(({ section, status, start, end, rule }) => {
    const clause = view.clauses.find((c) => c.start < end && start < c.end);
    return clause ? [{ section, clause, span: { start, end }, status, rule }] : [];
  });
}
