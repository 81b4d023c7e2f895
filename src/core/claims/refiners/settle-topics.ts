import type { Rules, Turn } from '../../model/index.ts';
import { foldCase } from '../dates/date-lexicon.ts';
import type { ClaimDraft } from '../detectors/detect-claims.ts';
import { findTopics } from '../topics/find-topics.ts';

/**
 * Topics of the claims of one turn. A claim that names none goes on with what the turn was speaking of, at first with
 * what it was asked: "No, and it is not expected." speaks to its question. What is carried is marked by nothing else
 * than its place in `topic`; `topics` lists the claim's own and the carried one.
 */
export function settleTopics(
  text: string,
  drafts: readonly ClaimDraft[],
  question: Turn | null,
  before: readonly string[],
  rules: Rules,
): { claims: ClaimDraft[]; carried: readonly string[] } {
  const asked = question
    ? findTopics(foldCase(text.slice(question.bodyStart, question.end)), rules).map((h) => h.topic)
    : [];
  let carried = asked.length ? asked : before;
  const claims = drafts.map((draft) => {
    const own = findTopics(foldCase(text.slice(draft.start, draft.end)), rules);
    if (own.length) {
      carried = own.map((h) => h.topic);
      return { ...draft, topic: own[0]!.topic, topics: carried.slice() };
    }
    const topic = carried[0] ?? null;
    return { ...draft, topic, topics: topic === null ? [] : [topic] };
  });
  return { claims, carried };
}
