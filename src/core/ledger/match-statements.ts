import type { Statement } from './statement.ts';

/** Under this likeness two statements are taken to be about different things (tuned on the sample record). */
export const SAME_PROPOSITION = 0.34;

/** How telling a stem or entity is: rare ones more. Made from the statements at hand, so that no list of words is needed. */
export type Weigh = (token: string) => number;

/** Inverse document frequency over statements, smoothed; a stem in every statement weighs next to nothing. */
export function weighTokens(statements: readonly Statement[]): Weigh {
  const seen = new Map<string, number>();
  for (const s of statements) for (const t of tokensOf(s)) seen.set(t, (seen.get(t) ?? 0) + 1);
  const n = Math.max(statements.length, 2);
  return (token) => Math.log((n + 1) / ((seen.get(token) ?? 0) + 0.5));
}

const tokensOf = (s: Statement): string[] => [...s.stems, ...[...s.entities].map((e) => `@${e}`)];

/** Likeness of two statements in 0..1: weighted Dice over stems and entities. Symmetric. */
export function likeness(a: Statement, b: Statement, weigh: Weigh): number {
  const left = tokensOf(a);
  const right = new Set(tokensOf(b));
  let common = 0;
  let whole = 0;
  for (const t of left) {
    const w = weigh(t);
    whole += w;
    if (right.has(t)) common += w;
  }
  for (const t of right) whole += weigh(t);
  return whole === 0 ? 0 : (2 * common) / whole;
}

/** A pair of statements about one proposition. */
export interface StatementPair {
  readonly a: Statement;
  readonly b: Statement;
  readonly likeness: number;
}

/**
 * Pair the statements of two texts, best likeness first, each used once (ties by position, so that the answer is the
 * same on every machine). What has no partner above `SAME_PROPOSITION` stays single.
 */
export function pairStatements(as: readonly Statement[], bs: readonly Statement[], weigh: Weigh): StatementPair[] {
  const all: StatementPair[] = [];
  for (const a of as)
    for (const b of bs) {
      const value = likeness(a, b, weigh);
      if (value >= SAME_PROPOSITION) all.push({ a, b, likeness: value });
    }
  all.sort((x, y) => y.likeness - x.likeness || x.a.start - y.a.start || x.b.start - y.b.start);
  const used = new Set<Statement>();
  return all.filter(({ a, b }) => {
    if (used.has(a) || used.has(b)) return false;
    used.add(a).add(b);
    return true;
  });
}
