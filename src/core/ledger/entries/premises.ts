import type { Turn } from '../../model/index.ts';
import type { Draft } from './draft-entry.ts';
import type { LedgerView, TalkClause } from './talk-clause.ts';

/** How much of an answer tells its reaction to a premise: later sentences speak of other things. */
const REACTION_SENTENCES = 3;

/** What makes a sentence of a question something that could be so or not: somebody, some place, day or paper. */
const TELLING: ReadonlySet<string> = new Set([
  'person',
  'organization',
  'country',
  'place',
  'instrument',
  'event',
  'date',
  'count',
]);

/** What an interviewer takes for granted, with the official's reaction. Never the official's claim (law V1). */
export function findPremises(view: LedgerView): Draft[] {
  const { turns } = view.record;
  const seen = new Set<number>();
  return view.clauses.flatMap((clause) => {
    if (clause.turn.kind !== 'question' || seen.has(clause.sentenceIndex)) return [];
    seen.add(clause.sentenceIndex);
    if (view.saysIn(clause.sentence.text, 'not-a-premise')) return [];
    if (!clause.sentenceMentions.some((m) => TELLING.has(m.kind)) && !clause.says('premise-you', true)) return [];
    const asks = asksOfItself(view, clause);
    const isDeclarative =
      !/\?\s*["'”»)]*$/u.test(clause.sentence.text) && view.stemsOf(clause.sentence.text).length >= 3;
    if (!isDeclarative && !clause.says('premise', true)) return [];
    const answer = turns
      .slice(turns.indexOf(clause.turn) + 1)
      .find((t) => t.kind === 'answer' || t.kind === 'question');
    const reaction =
      answer && answer.kind !== 'question'
        ? reactionOf(view, answer, view.stemsOf(clause.sentence.text), asks)
        : { status: 'leaves', span: null };
    return [
      {
        section: 'premises',
        clause,
        span: { start: clause.sentence.start, end: clause.sentence.end },
        status: reaction.status,
        ...(reaction.span ? { proofs: [{ field: 'officialResponse', ...reaction.span }] } : {}),
        rule: isDeclarative ? 'declarative-in-question' : 'reported-in-question',
      },
    ];
  });
}

/** Does the question go on to ask yes or no of something else? Then a bare "no" answers that, not what was taken for granted. */
function asksOfItself(view: LedgerView, clause: TalkClause): boolean {
  const rest = view.clauses.filter((c) => c.turn.id === clause.turn.id && c.sentenceIndex > clause.sentenceIndex);
  const asked = rest.findLast((c) => /\?\s*["'”»)]*$/u.test(c.sentence.text));
  return asked !== undefined && view.findIn(asked.sentence.text, 'wh-word')?.start !== 0;
}

type Reaction = { status: string; span: { start: number; end: number } | null };

/**
 * The opening of the answer tells; further sentences only when they speak of the same matter. A premise nobody takes up
 * is left, and what is said instead stands as the response.
 */
function reactionOf(view: LedgerView, answer: Turn, matter: readonly string[], asksOther: boolean): Reaction {
  const sentences = view.record.sentences.filter((s) => s.turn === answer.id).slice(0, REACTION_SENTENCES);
  let left: Reaction = { status: 'leaves', span: null };
  for (const [i, s] of sentences.entries()) {
    const words = view.record.text.slice(s.start, s.end).trim();
    const start =
      s.start +
      (view.record.text.slice(s.start, s.end).length - view.record.text.slice(s.start, s.end).trimStart().length);
    const span = { start, end: start + words.length };
    if (i === 0) left = { status: 'leaves', span };
    const shared = view.stemsOf(words).some((stem) => matter.includes(stem));
    if (i > 0 && !shared) continue;
    const cue = (name: string) => view.saysIn(words, name);
    const opens = (name: string) => !asksOther && view.findIn(words, name)?.start === 0;
    if (opens('premise-no') || cue('premise-rejected')) return { status: 'rejects', span };
    if (cue('premise-qualified')) return { status: 'qualifies', span };
    if (opens('premise-yes') || cue('premise-accepted')) return { status: 'accepts', span };
  }
  return left;
}
