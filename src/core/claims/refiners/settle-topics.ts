import type { Rules, Turn } from '../../model/index.ts';
import { foldCase } from '../dates/date-lexicon.ts';
import type { ClaimDraft } from '../detectors/detect-claims.ts';
import { findTopics } from '../topics/find-topics.ts';

/** What a conversation is about: what was last asked for, and what was last spoken of. */
export interface Thread {
  readonly asked: readonly string[];
  readonly carried: readonly string[];
}
export const NO_THREAD: Thread = { asked: [], carried: [] };

/** Claims without a topic of their own that may still go on with the one before; then it is no longer sure what they are about. */
const CARRIED = 3;

/** Longer passages (UTF-16 units) are lists or broken text; their beginning says what they are about. */
const LONGEST = 4000;

/**
 * Topics of the claims of one turn. A claim that names none goes on with what was just spoken of, else with what was asked:
 * "No, and it is not expected." speaks to its question. A speech that has left its subject has no topic rather than an old one.
 */
export function settleTopics(
  text: string,
  drafts: readonly ClaimDraft[],
  question: Turn | null,
  before: Thread,
  rules: Rules,
): { claims: ClaimDraft[]; thread: Thread } {
  const topicsIn = (span: { start: number; end: number }) =>
    findTopics(foldCase(text.slice(span.start, Math.min(span.end, span.start + LONGEST))), rules).map((h) => h.topic);
  const named = question ? topicsAsked(text, question, topicsIn) : [];
  // "So you are not considering it yet?" goes on with what was asked before it, not with where the last answer has strayed to
  const asked = named.length || !question ? named : before.asked;
  let carried = asked.length ? asked : before.carried;
  let left = CARRIED;
  const claims = drafts.map((draft) => {
    const own = narrowed(topicsIn(draft), carried, rules);
    if (own.length) {
      carried = own;
      left = CARRIED;
      return { ...draft, topic: own[0]!, topics: own };
    }
    if (left-- <= 0) carried = asked;
    const topic = carried[0] ?? null;
    return { ...draft, topic, topics: topic === null ? [] : [topic] };
  });
  return { claims, thread: { asked, carried: left < 0 ? asked : carried } };
}

/** A general topic ("bilateral ties") stands for the narrower one that is under way, where one is. */
function narrowed(found: readonly string[], carried: readonly string[], rules: Rules): string[] {
  const under = (general: string) =>
    carried.find((id) => rules.topics.find((t) => t.id === id)?.parents.includes(general));
  return [...new Set(found.map((id) => under(id) ?? id))];
}

/**
 * What a question asks for comes before what it only recalls: topics of its sentences with a question mark first, each by
 * its weight in the whole.
 */
function topicsAsked(
  text: string,
  question: Turn,
  topicsIn: (span: { start: number; end: number }) => string[],
): readonly string[] {
  const end = Math.min(question.end, question.bodyStart + LONGEST);
  const asked: string[] = [];
  // from stop to stop, so that a text without any is read once
  for (let start = question.bodyStart, at = start; at < end; at++) {
    const sign = text[at]!;
    if (sign !== '.' && sign !== '!' && sign !== '?') continue;
    if (sign === '?') asked.push(...topicsIn({ start, end: at }));
    start = at + 1;
  }
  const all = topicsIn({ start: question.bodyStart, end: question.end });
  return [...all.filter((t) => asked.includes(t)), ...all.filter((t) => !asked.includes(t))];
}
