import { type Entry, type LedgerStatement, Section } from '../model/index.ts';
import type { AsOf } from './fold/as-of.ts';
import { foldRow } from './fold/fold-row.ts';
import { compare, joinRows } from './fold/join-rows.ts';
import { endOf } from './fold/status-on.ts';

export type Ledger = Record<Section, Entry[]>;

/**
 * Fold what the texts say into rows. Accounts of one matter by one side make one row, its state being the last one said;
 * two sides' accounts are never merged (law L3). A plan whose day has passed is an outcome the record does not hold; a
 * period that ran out is expired by its own terms. Statements whose day of speaking is
 * unknown answer an as-of question only where a copy of them was there on that day (`undated`), before what has a day.
 */
export function foldLedger(statements: readonly LedgerStatement[], asOf: AsOf): Ledger {
  const known = statements.filter(
    (s) =>
      !asOf.rejected.has(s.id) &&
      (asOf.day === null || (s.said === null ? asOf.undated === true : asOf.hindsight || isSaidBy(s.said, asOf.day))),
  );
  const ledger = Object.fromEntries(Section.options.map((s) => [s, [] as Entry[]])) as Ledger;
  for (const row of joinRows(known, asOf.merged))
    if (!row.every((s) => s.attributes.needsRow === true)) ledger[row[0]!.section].push(foldRow(row, asOf));
  for (const section of Section.options)
    ledger[section].sort((a, b) => compare(a.date ?? a.said ?? '', b.date ?? b.said ?? '') || compare(a.id, b.id));
  return ledger;
}

/** Said by that day; a text dated by month or year counts once that is over. */
const isSaidBy = (said: string, day: string): boolean => endOf(said) <= day;
