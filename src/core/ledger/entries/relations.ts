import type { Draft } from './draft-entry.ts';
import { pairKey, pairOf, sidesOf } from './sides.ts';
import type { LedgerView, TalkClause } from './talk-clause.ts';

/**
 * The stated level and state of relations between two parties, in the speaker's own words; the answer to a question about
 * them goes on with "they". The value is quoted, never put in words of ours (law L3).
 */
export function findRelations(view: LedgerView): Draft[] {
  const seen = new Set<number>();
  return view.clauses.flatMap((clause) => {
    if (
      !clause.isOfficial ||
      clause.says('not-a-relation') ||
      !clause.says('relation-state') ||
      seen.has(clause.sentenceIndex)
    )
      return [];
    const noun = clause.find('relations') ?? askedAbout(view, clause);
    const sides = sidesOf(view, clause);
    const parties = pairOf(sides);
    if (!noun || parties.length < 2) return [];
    seen.add(clause.sentenceIndex);
    const state = clause.find('relation-state')!;
    const value = stateWords(view, clause, state);
    return [
      {
        section: 'relations',
        clause,
        parties,
        status: 'stated',
        value: view.record.text.slice(value.start, value.end),
        handles: [pairKey(parties)],
        proofs: [{ field: 'value', ...value }, ...(sides.named ? [{ field: 'parties', ...sides.named }] : [])],
        rule: 'relations-noun',
      },
    ];
  });
}

/** "How would you describe relations with C?" - "They are at the lowest point …" */
function askedAbout(view: LedgerView, clause: TalkClause) {
  if (!clause.says('relation-pronoun')) return null;
  return (
    view
      .before(clause, 2)
      .find((c) => c.find('relations'))
      ?.find('relations') ?? null
  );
}

/** The words of the state: after the verb of being to the end of the clause or its first comma; all of it when it is denied or doubted. */
function stateWords(view: LedgerView, clause: TalkClause, state: { start: number; end: number }) {
  if (view.saysIn(view.record.text.slice(clause.start, state.start), 'not'))
    return { start: clause.start, end: clause.end };
  const be = clause.findAll('being').findLast((b) => b.end <= state.start);
  const start = be ? be.end + (/^\s*/u.exec(view.record.text.slice(be.end))?.[0].length ?? 0) : state.start;
  const stop = view.record.text.slice(state.end, clause.end).search(/[,.;:]/u);
  return { start, end: stop < 0 ? clause.end : state.end + stop };
}
