import type { LedgerStatement } from '../../model/index.ts';
import { HANDLE_BREAK } from '../entries/draft-entry.ts';

/**
 * Statements of one matter by one side, together: those that share a handle, directly or through another statement. Two
 * sides' accounts are never joined (law L3), nor are statements of nobody known. `joined` are pairs of statement ids that a
 * person merged. Rows and their statements come in order of time, then of place; the order of the input does not count.
 */
export function joinRows(
  statements: readonly LedgerStatement[],
  joined: readonly (readonly [string, string])[] = [],
): LedgerStatement[][] {
  const parent = statements.map((_, i) => i);
  const root = (i: number): number => {
    let at = i;
    while (parent[at] !== at) at = parent[at] = parent[parent[at]!]!;
    return at;
  };
  const join = (a: number, b: number) => {
    const [x, y] = [root(a), root(b)];
    if (x !== y) parent[Math.max(x, y)] = Math.min(x, y);
  };
  const byHandle = new Map<string, number>();
  const byId = new Map<string, number>();
  statements.forEach((s, i) => {
    byId.set(s.id, i);
    for (const key of handlesOf(s)) {
      const known = byHandle.get(key);
      if (known === undefined) byHandle.set(key, i);
      else join(known, i);
    }
  });
  for (const [a, b] of joined) {
    const [x, y] = [byId.get(a), byId.get(b)];
    if (x !== undefined && y !== undefined) join(x, y);
  }
  const rows = new Map<number, LedgerStatement[]>();
  statements.forEach((s, i) => {
    const row = rows.get(root(i));
    if (row) row.push(s);
    else rows.set(root(i), [s]);
  });
  return [...rows.values()].map((row) => row.sort(byTime));
}

/** What a statement's matter is known by, within its section and side: statements that share one are of one row. */
export const handlesOf = (s: LedgerStatement): string[] =>
  s.key.split(HANDLE_BREAK).map((handle) => `${s.section}|${s.side ?? s.id}|${handle}`);

/** Earlier said first; within one text, as it is spoken. */
function byTime(a: LedgerStatement, b: LedgerStatement): number {
  const [x, y] = [a.evidence[0], b.evidence[0]];
  return (
    compare(a.said ?? '', b.said ?? '') ||
    compare(x?.document ?? '', y?.document ?? '') ||
    (x?.start ?? 0) - (y?.start ?? 0) ||
    compare(a.id, b.id)
  );
}

export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
