import { compareStatements } from './compare-statements.ts';
import { findEarlier } from './find-earlier.ts';
import { likenessOf, type Weigh } from './match-statements.ts';
import type { Relation } from './relation.ts';
import type { Statement } from './statement.ts';
import { lineOf } from './statement-line.ts';

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
  const line = [...statements].sort(byTime);
  const { index, weigh } = findEarlier(lineOf(line), 0, line.length);
  return line.map((statement, i) => ({
    statement,
    shift: index[i] === -1 ? null : shiftBetween(line[index[i]!]!, statement, weigh),
  }));
}

/** How a statement stands to the earlier one on the same point; null where that is no shift worth a mark. */
export function shiftBetween(earlier: Statement, later: Statement, weigh: Weigh): TimelineEntry['shift'] {
  const { relation, why } = compareStatements(earlier, later, likenessOf(earlier, later, weigh));
  return SHIFTS.has(relation) ? { relation, from: earlier, why } : null;
}

/** By day (EDTF sorts as text), then by document and place, so that the order is the same on every machine. */
export function byTime(a: Statement, b: Statement): number {
  return compare(a.date ?? '', b.date ?? '') || compare(a.document, b.document) || a.start - b.start;
}
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
