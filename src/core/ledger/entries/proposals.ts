import { type Draft, partiesIn } from './draft-entry.ts';
import type { LedgerView, TalkClause } from './talk-clause.ts';

/** Proposals, drafts, ideas and requests that one side put to the other, and what is said of the answer, each side's own word. */
export function findProposals(view: LedgerView): Draft[] {
  return view.clauses.flatMap((clause) => {
    if (!clause.says('proposal') && !clause.says('answer-to-proposal')) return [];
    const status = statusOf(clause);
    if (status === null) return [];
    const own = view.partyOf(clause.turn);
    const named = partiesIn(view, clause, true).filter((p) => p !== own);
    const others = named[0] ?? null;
    const ours = clause.says('we', true) && clause.isOfficial;
    const theirs = clause.says('their-proposal', true);
    const from = theirs ? others : ours ? own : null;
    const topic = clause.claims.find((c) => c.topic !== null)?.topic ?? null;
    return [
      {
        section: 'proposals',
        clause,
        what: topic ? view.nameOf(topic) : null,
        parties: [...new Set([from, from === own ? others : own].filter((p): p is string => p !== null))],
        status,
        by: from,
        to: from === own ? others : own,
        key: `${topic ?? ''}|${from ?? ''}`,
        rule: 'proposal-noun',
      },
    ];
  });
}

function statusOf(clause: TalkClause): string | null {
  if (clause.says('proposal-never-sent')) return 'not-received';
  if (clause.says('proposal-not-answered')) return 'not-answered';
  if (clause.says('proposal-studied')) return 'being-studied';
  if (clause.says('proposal-partly-accepted')) return 'partly-accepted';
  if (clause.says('proposal-rejected')) return 'rejected';
  if (clause.says('proposal-lapsed')) return 'lapsed';
  if (clause.says('proposal-withdrawn')) return 'withdrawn';
  if (clause.says('proposal-acknowledged')) return 'acknowledged';
  if (clause.says('proposal-accepted')) return 'accepted';
  if (clause.says('proposal-answered')) return 'answered';
  if (clause.says('proposal-sent')) return 'sent';
  if (clause.says('proposal-made')) return 'announced';
  return null;
}
