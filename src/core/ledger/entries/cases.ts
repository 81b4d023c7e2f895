import type { Draft } from './draft-entry.ts';
import type { LedgerView, TalkClause } from './talk-clause.ts';

/** A person's case: held, sentenced, refused a visa, released. Named by whom is kept: a name only the interviewer gave is his. */
export function findCases(view: LedgerView): Draft[] {
  return view.clauses.flatMap((clause) => {
    const status = statusOf(clause);
    if (status === null) return [];
    const person = clause.sentenceMentions.find((m) => m.kind === 'person' && !isSpeaker(view, m.name));
    const unnamed = clause.says('case-person', true);
    if (!person && !unnamed) return [];
    // a person whom only the interviewer names is no case that the official raised
    if (clause.turn.kind === 'question') return [];
    return [
      {
        section: 'cases',
        clause,
        what: person?.name ?? null,
        status,
        key: person?.entity ?? person?.name ?? `${status}|${clause.turn.id}`,
        attributes: {
          namedBy: person ? clause.turn.speaker : null,
          officialResponse: null,
        },
        rule: person ? 'named-case' : 'unnamed-case',
      },
    ];
  });
}

const isSpeaker = (view: LedgerView, name: string | null) =>
  name !== null && view.record.document.participants.some((p) => p.name === name);

function statusOf(clause: TalkClause): string | null {
  // "must be released" is a wish, not a release
  if (clause.says('case-wanted')) return 'raised';
  if (clause.says('case-released')) return 'released';
  if (clause.says('case-sentenced')) return 'sentenced';
  if (clause.says('case-detained')) return 'detained';
  if (clause.says('case-visa')) return 'raised';
  if (clause.says('case-expelled')) return 'raised';
  return null;
}
