import { foldCase } from '../../core/claims/dates/date-lexicon.ts';
import { findTopics } from '../../core/claims/topics/find-topics.ts';
import type { QuestionAsked } from '../../core/ledger/topic-row.ts';
import type { Rules, Turn, VersionRecord } from '../../core/model/index.ts';

/** Rules of the findings by which an answer is known to be none: declined, sent elsewhere, put off. */
const NO_ANSWER = /^answer-/u;

/**
 * The topics each question asks about, and whether its answer openly is none. An answer in which no statement on the topic was
 * found is no refusal: only what the official says can make it one.
 */
export function askedTopics({ text, turns, findings }: VersionRecord, rules: Rules): QuestionAsked[] {
  return turns.flatMap((turn, i) => {
    if (turn.kind !== 'question') return [];
    const answers = answersTo(turns, i);
    const isDeclined = findings.some(
      (f) =>
        NO_ANSWER.test(f.rule) && answers.some((t) => f.start !== undefined && t.start <= f.start && f.start < t.end),
    );
    const topics = findTopics(foldCase(text.slice(turn.bodyStart, turn.end)), rules).map((hit) => hit.topic);
    return [{ turn, topics, isDeclined }];
  });
}

/** The answers up to the next question. */
function answersTo(turns: readonly Turn[], question: number): readonly Turn[] {
  const after = turns.slice(question + 1);
  const next = after.findIndex((t) => t.kind === 'question');
  return (next < 0 ? after : after.slice(0, next)).filter((t) => t.kind === 'answer');
}
