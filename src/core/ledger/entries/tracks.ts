import { type Draft, partiesIn } from './draft-entry.ts';
import type { LedgerView, TalkClause } from './talk-clause.ts';

/** Tracks of talks: dialogue, consultations, contacts, negotiations, a process, working groups; with what is said of their course. */
export function findTracks(view: LedgerView): Draft[] {
  return view.clauses.flatMap((clause) => {
    if (!clause.says('track')) return [];
    const status = statusOf(clause);
    if (status === null) return [];
    const track = clause.sentenceMentions.find((m) =>
      view.rules.things.some((t) => t.id === m.entity && t.kind === 'track'),
    );
    const topic = clause.claims.find((c) => c.topic !== null)?.topic ?? null;
    const parties = partiesIn(view, clause, true);
    return [
      {
        section: 'tracks',
        clause,
        parties,
        status,
        what: track?.entity ? view.nameOf(track.entity) : topic ? view.nameOf(topic) : null,
        key: track?.entity ?? topic ?? [...parties].sort().join('|'),
        attributes: { calledAs: calledAs(view, clause) },
        rule: 'track-noun',
      },
    ];
  });
}

function statusOf(clause: TalkClause): string | null {
  if (clause.says('not-under-way')) return null;
  if (clause.says('ended')) return 'ended';
  if (clause.says('paused')) return 'suspended';
  if (clause.says('launched')) return 'being-launched';
  if (clause.says('ongoing')) return 'ongoing';
  return null;
}

/** The quoted noun it is called by: "dialogue", not "negotiations"; what is contested stays contested. */
function calledAs(view: LedgerView, clause: TalkClause): string | null {
  const nouns = view.rules.cues[view.language]?.ledger?.track ?? [];
  const words = clause.text.toLowerCase();
  return nouns.find((n) => words.includes(n.replaceAll('*', '').toLowerCase())) ?? null;
}
