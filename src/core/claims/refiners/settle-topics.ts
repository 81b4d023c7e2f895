import type { Mention, Rules, Span, Turn } from '../../model/index.ts';
import { foldCase } from '../dates/date-lexicon.ts';
import type { ClaimDraft } from '../detectors/detect-claims.ts';
import { findTopics } from '../topics/find-topics.ts';

/** The side that speaks, none where it is not known, and the names in the turn and in the question it answers. */
export interface Speaker {
  readonly own: ReadonlySet<string>;
  readonly mentions: readonly Mention[];
}

/** What a conversation is about: what was last asked for, and what was last spoken of. */
export interface Thread {
  readonly asked: readonly string[];
  /** the question that asked for it */
  readonly question: Turn | null;
  /** questions since then that named nothing */
  readonly followUps: number;
  readonly carried: readonly string[];
}
export const NO_THREAD: Thread = { asked: [], question: null, followUps: 0, carried: [] };

/** Follow-up questions that may still be about what was asked before them; further ones may be about anything. */
const FOLLOW_UPS = 2;

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
  speaker: Speaker,
  rules: Rules,
): { claims: ClaimDraft[]; thread: Thread } {
  const topicsIn = (span: Span) =>
    findTopics(foldCase(text.slice(span.start, Math.min(span.end, span.start + LONGEST))), rules)
      .map((h) => h.topic)
      .filter((topic) => isTheirs(topic, span, speaker, rules));
  const named = question ? topicsAsked(text, question, topicsIn) : [];
  // "So you are not considering it yet?" goes on with what was asked before it, not with where the last answer has strayed to
  const followsUp = question !== null && named.length === 0 && isFollowUp(question, before);
  const asked = followsUp ? before.asked : named;
  let carried = asked.length || (question && isNewAsker(question, before)) ? asked : before.carried;
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
  const thread = followsUp
    ? { asked, question: before.question, followUps: before.followUps + (question === before.question ? 0 : 1) }
    : { asked, question, followUps: 0 };
  return { claims, thread: { ...thread, carried: left < 0 ? asked : carried } };
}

/** "KBS:" after "AFP:" begins anew. */
const isNewAsker = (question: Turn, before: Thread): boolean =>
  before.question !== null && question.label !== before.question.label;
/** Asked by whoever asked before, and not long after it. */
const isFollowUp = (question: Turn, before: Thread): boolean =>
  before.question !== null && before.followUps < FOLLOW_UPS && !isNewAsker(question, before);

/** What is between two parties is spoken of by one of them; where the speaker's side is not known, both must be named. */
function isTheirs(topic: string, span: Span, { own, mentions }: Speaker, rules: Rules): boolean {
  const parties = rules.topics.find((t) => t.id === topic)?.between ?? [];
  if (own.size) return parties.length === 0 || parties.some((id) => own.has(id));
  return parties.every((id) => mentions.some((m) => m.entity === id && m.start >= span.start && m.end <= span.end));
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
function topicsAsked(text: string, question: Turn, topicsIn: (span: Span) => string[]): readonly string[] {
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
