import { type Draft, dateIn, partiesIn } from './draft-entry.ts';
import type { LedgerView, TalkClause } from './talk-clause.ts';

/**
 * Meetings, rounds, visits, conferences: a noun or verb of meeting with a day, a place, or somebody to meet.
 * Negatives: "meet obligations", "in this round" of a count, a meeting spoken of in general ("diplomacy needs meetings").
 */
export function findMeetings(view: LedgerView): Draft[] {
  return view.clauses.flatMap((clause) => {
    if (!clause.says('meeting') || clause.says('not-a-meeting')) return [];
    const date = dateIn(clause);
    const place = clause.sentenceMentions.find((m) => m.kind === 'place' || m.rule.includes('capital'));
    const parties = partiesIn(view, clause, true);
    const people = clause.sentenceMentions.some((m) => m.kind === 'person');
    const status = statusOf(clause);
    if (status === null || !(date || place || parties.length > 1 || people)) return [];
    // known from an interviewer's premise alone, a meeting is never listed as held
    if (clause.turn.kind === 'question' && status === 'held') return [];
    return [
      {
        section: 'meetings',
        clause,
        parties,
        status,
        date: status === 'postponed' ? null : (date?.value ?? null),
        key: [date?.value ?? '', ...[...parties].sort()].join('|'),
        ...(date ? { proofs: [{ field: 'date', start: date.start, end: date.end }] } : {}),
        attributes: { place: place ? (place.name ?? null) : null, level: null },
        rule: 'meeting-noun',
      },
    ];
  });
}

/** Most negative first: a meeting that was put off is no longer planned, and one that was denied was never held. */
function statusOf(clause: TalkClause): string | null {
  if (clause.says('meeting-denied')) return null;
  if (clause.says('cancelled', true)) return 'cancelled';
  if (clause.says('postponed', true)) return 'postponed';
  if (clause.says('not-agreed', true)) return 'not-agreed';
  if (clause.says('recurring')) return 'recurring';
  if (clause.says('planned')) return 'planned';
  if (clause.says('held')) return 'held';
  if (clause.says('planned', true)) return 'planned';
  if (clause.says('held', true)) return 'held';
  return null;
}
