import { compareStatements, type Relation } from './compare-statements.ts';
import { likenessOf, SAME_PROPOSITION, type Weigh, weighKeys } from './match-statements.ts';
import { isOneSide } from './one-side.ts';
import type { Statement } from './statement.ts';

/** A statement on the line of time; `shift` when it moves away from an earlier one of the same party, with that one. */
export interface TimelineEntry {
  readonly statement: Statement;
  readonly shift: { readonly relation: Relation; readonly from: Statement; readonly why: string } | null;
}

/** Relations that are worth a mark on the line. */
const SHIFTS: ReadonlySet<Relation> = new Set<Relation>(['hardened', 'softened', 'reversed', 'overtaken']);
/** Keys by which earlier statements are sought, the most telling ones; and how many of the latest each gives. */
const SOUGHT_KEYS = 6;
const LATEST = 60;

/**
 * Statements in order of time, undated ones first. A shift needs two anchors on two events, and the same party or, where
 * the party is unknown, the same person: two sides' words are never compared as one position (law L3).
 */
export function weaveTimeline(statements: readonly Statement[]): TimelineEntry[] {
  const weigh = weighKeys(statements);
  const line = [...statements].sort(byTime);
  const index = new Map<string, number[]>();
  return line.map((statement, i) => {
    const keys = [...statement.proposition.keys.keys()];
    const before = candidates(keys, index, weigh).map((at) => line[at]!);
    for (const key of keys) {
      const at = index.get(key);
      if (at) at.push(i);
      else index.set(key, [i]);
    }
    return { statement, shift: shiftOf(statement, before, weigh) };
  });
}

/** By day (EDTF sorts as text), then by document and place, so that the order is the same on every machine. */
export function byTime(a: Statement, b: Statement): number {
  return compare(a.date ?? '', b.date ?? '') || compare(a.document, b.document) || a.start - b.start;
}
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Places of earlier statements that have a telling key in common, the latest first. */
function candidates(keys: readonly string[], index: ReadonlyMap<string, readonly number[]>, weigh: Weigh): number[] {
  const telling = [...keys].sort((x, y) => weigh(y) - weigh(x) || compare(x, y)).slice(0, SOUGHT_KEYS);
  const found = new Set(telling.flatMap((key) => index.get(key)?.slice(-LATEST) ?? []));
  return [...found].sort((x, y) => y - x);
}

/** Of the latest earlier event that speaks to the point, the likest statement decides; an older one was answered by that. */
function shiftOf(statement: Statement, before: readonly Statement[], weigh: Weigh): TimelineEntry['shift'] {
  let from: Statement | null = null;
  let best = null;
  for (const earlier of before) {
    if (from && earlier.event !== from.event) break;
    if (earlier.event === statement.event || !earlier.date || earlier.date === statement.date) continue;
    if (!isOneSide(earlier, statement)) continue;
    const likeness = likenessOf(earlier, statement, weigh);
    if (likeness.own < SAME_PROPOSITION || (best && likeness.own <= best.own)) continue;
    from = earlier;
    best = likeness;
  }
  if (!from || !best) return null;
  const { relation, why } = compareStatements(from, statement, best);
  return SHIFTS.has(relation) ? { relation, from, why } : null;
}
