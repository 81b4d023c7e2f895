import { dateIn, dateInClause } from './date-in.ts';
import { meetingNouns, tellsWith } from './meeting-role.ts';
import type { LedgerView, TalkClause } from './talk-clause.ts';

/**
 * How far a meeting is, in the words' own terms; null when they do not say. Most negative first: a meeting that was put off
 * is no longer planned. A thing still to come ("if we meet", "it would be good to meet") is no plan.
 */
export function meetingStatus(view: LedgerView, clause: TalkClause): string | null {
  for (const whole of [false, true]) {
    if (clause.says('postponed', whole)) return 'postponed';
    if (clause.says('cancelled', whole)) return 'cancelled';
    if (clause.says('not-agreed', whole)) return 'not-agreed';
    if (clause.says('meeting-wished', whole)) return null;
    if (clause.says('recurring', whole) && clause.says('held', whole)) return 'recurring';
    if (clause.says('recurring')) return 'recurring';
    if (clause.says('held-surely', whole)) return 'held';
    if (clause.says('planned', whole)) return 'planned';
    if (clause.says('held', whole)) return 'held';
  }
  if (clause.turn.kind === 'question') return dateIn(view, clause) ? 'planned' : null;
  return isBehind(view, clause) ? 'held' : null;
}

/** "my meeting with the minister", "the summit between A and B last year": told of as behind, without a verb of meeting. */
function isBehind(view: LedgerView, clause: TalkClause): boolean {
  const nouns = meetingNouns(view, clause).filter((noun) => tellsWith(view, clause, noun));
  if (nouns.length === 0) return false;
  const { date, published } = view.record.document;
  const said = date ?? published;
  const day = dateInClause(view, clause)?.value.split('/').at(-1);
  if (day && said && /^\d{4}-\d\d-\d\d/u.test(said)) return day < said.slice(0, day.length);
  return nouns.some((noun) =>
    view.saysIn(view.record.text.slice(Math.max(clause.start, noun.start - 30), noun.start), 'behind'),
  );
}
