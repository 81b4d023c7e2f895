import { type Draft, dateIn, partiesIn } from './draft-entry.ts';
import type { LedgerView, TalkClause } from './talk-clause.ts';

/** Sanctions, visa denials, staff limits, expulsions, property withheld, export limits: by whom, against whom, how far it has gone. */
export function findMeasures(view: LedgerView): Draft[] {
  return view.clauses.flatMap((clause) => {
    if (!clause.says('measure') || clause.turn.kind === 'question') return [];
    const own = view.partyOf(clause.turn);
    const named = partiesIn(view, clause, true).filter((p) => p !== own);
    const date = dateIn(view, clause);
    const ours = clause.says('we') && !clause.says('measure-against-us', true);
    return [
      {
        section: 'measures',
        clause,
        parties: [own, ...named].filter((p): p is string => p !== null),
        status: statusOf(clause),
        by: ours ? own : (named[0] ?? null),
        to: ours ? (named[0] ?? null) : own,
        date: date?.value ?? null,
        ...(date ? { proofs: [{ field: 'date', start: date.start, end: date.end }] } : {}),
        rule: 'measure-noun',
      },
    ];
  });
}

function statusOf(clause: TalkClause): string {
  if (clause.says('measure-denied', true)) return 'denied';
  if (clause.says('measure-lifted', true)) return 'lifted';
  if (clause.says('measure-considered', true)) return 'considered';
  if (clause.says('measure-threatened', true)) return 'threatened';
  if (clause.says('measure-announced', true)) return 'announced';
  return 'in-force';
}
