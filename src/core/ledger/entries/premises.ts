import type { Turn } from '../../model/index.ts';
import { phrasesOf, says } from '../../text/phrases.ts';
import type { Draft } from './draft-entry.ts';
import type { LedgerView } from './talk-clause.ts';

/** What an interviewer takes for granted, with the official's reaction. Never the official's claim (law V1). */
export function findPremises(view: LedgerView): Draft[] {
  const { turns } = view.record;
  return view.clauses.flatMap((clause) => {
    if (clause.turn.kind !== 'question') return [];
    const isDeclarative = !/\?\s*["'”»)]*$/u.test(clause.sentence.text) && clause.text.split(/\s+/u).length >= 5;
    if (!isDeclarative && !clause.says('premise')) return [];
    const answer = turns
      .slice(turns.indexOf(clause.turn) + 1)
      .find((t) => t.kind === 'answer' || t.kind === 'question');
    const reaction = answer?.kind === 'answer' ? reactionOf(view, answer) : { status: 'leaves', span: null };
    return [
      {
        section: 'premises',
        clause,
        status: reaction.status,
        ...(reaction.span ? { proofs: [{ field: 'officialResponse', ...reaction.span }] } : {}),
        rule: 'declarative-in-question',
      },
    ];
  });
}

/** The first words of the answer tell; a premise nobody takes up is left. */
function reactionOf(view: LedgerView, answer: Turn): { status: string; span: { start: number; end: number } | null } {
  const first = view.record.sentences.find((s) => s.turn === answer.id);
  if (!first) return { status: 'leaves', span: null };
  const words = view.record.text.slice(first.start, first.end).trim();
  const span = { start: first.start, end: first.start + words.length };
  const cue = (name: string) => says(words, phrasesOf(view.rules, view.language, 'ledger', name));
  if (cue('premise-rejected')) return { status: 'rejects', span };
  if (cue('premise-qualified')) return { status: 'qualifies', span };
  if (cue('premise-accepted')) return { status: 'accepts', span };
  return { status: 'leaves', span: null };
}
