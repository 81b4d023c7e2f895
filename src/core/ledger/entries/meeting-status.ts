import { dateIn } from './date-in.ts';
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
  return clause.turn.kind === 'question' && dateIn(view, clause) ? 'planned' : null;
}
