import { compareStatements, type Relation } from './compare-statements.ts';
import { likeness, SAME_PROPOSITION, type Weigh, weighTokens } from './match-statements.ts';
import type { Statement } from './statement.ts';

/** A statement on the line of time; `shift` when it moves away from an earlier one of the same party, with that one. */
export interface TimelineEntry {
  readonly statement: Statement;
  readonly shift: { readonly relation: Relation; readonly from: Statement; readonly why: string } | null;
}

/** Relations that are worth a mark on the line. */
const SHIFTS: ReadonlySet<Relation> = new Set<Relation>(['hardened', 'softened', 'reversed', 'overtaken']);

/**
 * Statements in order of time, undated ones first. A shift needs two anchors on two events, and the same party or, where
 * the party is unknown, the same person: two sides' words are never compared as one position (law L3).
 */
export function weaveTimeline(statements: readonly Statement[]): TimelineEntry[] {
  const weigh = weighTokens(statements);
  const line = [...statements].sort(byTime);
  return line.map((statement, i) => ({ statement, shift: shiftOf(statement, line.slice(0, i), weigh) }));
}

/** By day (EDTF sorts as text), then by document and place, so that the order is the same on every machine. */
export function byTime(a: Statement, b: Statement): number {
  return compare(a.date ?? '', b.date ?? '') || compare(a.document, b.document) || a.start - b.start;
}
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The latest earlier statement on the same point decides; an older one was already answered by that. */
function shiftOf(statement: Statement, before: readonly Statement[], weigh: Weigh): TimelineEntry['shift'] {
  for (let i = before.length - 1; i >= 0; i--) {
    const earlier = before[i]!;
    if (earlier.event === statement.event || !earlier.date || earlier.date === statement.date) continue;
    if (!sameSide(earlier, statement)) continue;
    const value = likeness(earlier, statement, weigh);
    if (value < SAME_PROPOSITION) continue;
    const { relation, why } = compareStatements(earlier, statement, value);
    return SHIFTS.has(relation) ? { relation, from: earlier, why } : null;
  }
  return null;
}

const sameSide = (a: Statement, b: Statement): boolean =>
  a.party !== null && b.party !== null
    ? a.party === b.party
    : a.claim.person !== null && a.claim.person === b.claim.person;
