import type { Mention } from '../../model/index.ts';
import { isParty, partiesIn } from './draft-entry.ts';
import { sideOfPerson, sidesOfPeople } from './person-side.ts';
import { sidesOf } from './sides.ts';
import type { LedgerView, TalkClause } from './talk-clause.ts';

/** Parties named in a sentence, those of the people named among them. */
export function whoIn(view: LedgerView, clause: TalkClause): string[] {
  const all = [...new Set([...partiesIn(view, clause, true), ...sidesOfPeople(view, clause)])];
  // "my second visit abroad following my visit to Ledania": where I have been is nobody I shall meet
  const after = clause.find('besides-this');
  const meeting = clause.find('meeting');
  if (!after || !meeting || after.start < meeting.start) return all;
  const within = (m: Mention) => m.start < after.start;
  const kept = new Set(
    clause.sentenceMentions.filter(within).flatMap((m) => [m.entity, sideOfPerson(view, m)].filter((p) => p !== null)),
  );
  const own = view.partyOf(clause.turn);
  return all.filter((p) => kept.has(p) || p === own);
}

/**
 * Who meets, the speaker's own side first: those named; the speaker's own only where he says we or names it, or where
 * fewer than two others are named, so that a meeting of others stays theirs.
 */
export function whoMeets(view: LedgerView, clause: TalkClause, body: string | null): string[] {
  const sides = sidesOf(view, clause);
  const named = whoIn(view, clause);
  const others = named.filter((p) => p !== sides.own);
  const found =
    clause.turn.kind === 'question' || body
      ? named
      : others.length === 0
        ? // what an alliance does among its own has no other side
          [sides.own, isAmongItself(view, clause, sides.own) ? null : sides.other]
        : isOfOthers(view, clause, named, sides.own)
          ? others
          : [...(others.length < 2 || named.length > others.length ? [sides.own] : []), ...others];
  return [...new Set(found.filter((p): p is string => p !== null))];
}

/** An alliance with nobody named beside it meets among its own. */
const isAmongItself = (view: LedgerView, clause: TalkClause, own: string | null): boolean =>
  own !== null && view.partyKind(own) !== 'state' && !clause.mentions.some((m) => m.kind === 'person');

/** "the call between A and B", told by a third who says neither we nor its own name. */
const isOfOthers = (view: LedgerView, clause: TalkClause, named: readonly string[], own: string | null): boolean =>
  !named.includes(own ?? '') &&
  !clause.says('we') &&
  clause.findAll('meeting').some((noun) => {
    const link = view.findIn(view.record.text.slice(noun.end, noun.end + 12), 'between');
    return link?.start === 1 || view.saysIn(view.record.text.slice(noun.start, noun.end), 'between');
  });

/** "They have had two discussions": the two sides named together before in the exchange. */
export function pairBefore(view: LedgerView, clause: TalkClause): string[] | null {
  for (const c of view.before(clause)) {
    const named = [...new Set(c.sentenceMentions.filter((m) => isParty(view, m.entity)).map((m) => m.entity!))];
    if (named.length === 2) return named;
  }
  return null;
}
