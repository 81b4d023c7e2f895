import type { AlignUnit, GroupLikeness } from './align-units.ts';

/** Rare tokens tell more: inverse document frequency over the units of both sides. */
export function tokenWeights(units: readonly AlignUnit[]): (token: string) => number {
  const seen = new Map<string, number>();
  for (const u of units) for (const t of u.tokens) seen.set(t, (seen.get(t) ?? 0) + 1);
  return (token) => Math.log(1 + units.length / (seen.get(token) ?? 1));
}

/** The tokens of the two sides as numbers with weights: what the inner loops read. */
export interface TokenTable {
  readonly a: readonly Int32Array[];
  readonly b: readonly Int32Array[];
  readonly weight: Float64Array;
  readonly idOf: ReadonlyMap<string, number>;
}

/** Number the tokens; those of weight 0 are left out. */
export function tabulate(
  a: readonly AlignUnit[],
  b: readonly AlignUnit[],
  weigh: (token: string) => number,
): TokenTable {
  const idOf = new Map<string, number>();
  const weights: number[] = [];
  const ids = (u: AlignUnit) => {
    const list: number[] = [];
    for (const t of u.tokens) {
      const w = weigh(t);
      if (w <= 0) continue;
      let id = idOf.get(t);
      if (id === undefined) {
        id = weights.length;
        idOf.set(t, id);
        weights.push(w);
      }
      list.push(id);
    }
    return Int32Array.from(list);
  };
  return { a: a.map(ids), b: b.map(ids), weight: Float64Array.from(weights), idOf };
}

/** Weighted Dice of the tokens of two groups. */
export function sharedTokens(table: TokenTable): GroupLikeness {
  const { weight } = table;
  const sum = (tokens: ReadonlySet<number>) => {
    let n = 0;
    for (const t of tokens) n += weight[t]!;
    return n;
  };
  return memberwise(table, (left, right) => {
    const [few, many] = left.size < right.size ? [left, right] : [right, left];
    let common = 0;
    for (const t of few) if (many.has(t)) common += weight[t]!;
    const whole = sum(left) + sum(right);
    return whole === 0 ? 0 : (2 * common) / whole;
  });
}

/** Least likeness of a member of a group to its best partner on the other side: under it, it has no place in the group. */
const MEMBER_FLOOR = 0.08;

/**
 * Likeness of groups from likeness of token sets. Single pairs are remembered, and a group is looked at only when each of
 * its members meets something on the other side: most groups fall away without a look.
 */
function memberwise(
  table: TokenTable,
  of: (left: ReadonlySet<number>, right: ReadonlySet<number>) => number,
): GroupLikeness {
  const lefts = table.a.map((t) => new Set(t));
  const rights = table.b.map((t) => new Set(t));
  const known = new Float32Array(lefts.length * rights.length).fill(-1);
  const single = (i: number, j: number): number => {
    const at = i * rights.length + j;
    if (known[at]! < 0) known[at] = of(lefts[i]!, rights[j]!);
    return known[at]!;
  };
  const meets = (from: number, to: number, value: (n: number) => number): boolean => {
    for (let n = from; n < to; n++) if (value(n) >= MEMBER_FLOOR) return true;
    return false;
  };
  return (i0, i1, j0, j1) => {
    if (i1 - i0 === 1 && j1 - j0 === 1) return single(i0, j0);
    for (let i = i0; i < i1; i++) if (!meets(j0, j1, (j) => single(i, j))) return 0;
    for (let j = j0; j < j1; j++) if (!meets(i0, i1, (i) => single(i, j))) return 0;
    return of(tokenSet(table.a, i0, i1), tokenSet(table.b, j0, j1));
  };
}

/**
 * How well lengths fit, 0..1: 1 at the expected ratio, falling with the squared distance in standard deviations.
 * The variance of 6.8 per character is Gale and Church's (1993); the ratio is that of the two texts at hand.
 */
export function lengthFit(a: readonly AlignUnit[], b: readonly AlignUnit[]): GroupLikeness {
  const sums = (units: readonly AlignUnit[]) => {
    const s = new Float64Array(units.length + 1);
    for (const [i, u] of units.entries()) s[i + 1] = s[i]! + u.size;
    return s;
  };
  const left = sums(a);
  const right = sums(b);
  const ratio = left[a.length]! === 0 ? 1 : right[b.length]! / left[a.length]!;
  return (i0, i1, j0, j1) => {
    const x = (left[i1]! - left[i0]!) * ratio;
    const y = right[j1]! - right[j0]!;
    const delta = (x - y) / Math.sqrt(Math.max(1, (x + y) / 2) * 6.8);
    return Math.exp(-(delta * delta) / 8);
  };
}

/** Which tokens stand for which: from a token of one side to tokens of the other, with how surely (0..1). */
export type Lexicon = ReadonlyMap<string, ReadonlyMap<string, number>>;
/** The same in the numbers of a table. */
export type NumberedLexicon = ReadonlyMap<number, ReadonlyMap<number, number>>;

/** A lexicon in the numbers of a table; what the table has left out falls away. */
export function numbered(lexicon: Lexicon, table: TokenTable): NumberedLexicon {
  const all = new Map<number, Map<number, number>>();
  for (const [t, row] of lexicon) {
    const id = table.idOf.get(t);
    if (id === undefined) continue;
    const kept = new Map<number, number>();
    for (const [u, p] of row) {
      const other = table.idOf.get(u);
      if (other !== undefined) kept.set(other, p);
    }
    if (kept.size > 0) all.set(id, kept);
  }
  return all;
}

/**
 * What stands for what, learned from a first alignment: the share of aligned groups in which two tokens meet (Dice), with a
 * discount for what was seen once. (The idea of IBM model 1, one step, on one document.)
 */
export function learnLexicon(
  groups: readonly { readonly a: ReadonlySet<string>; readonly b: ReadonlySet<string>; readonly sure: number }[],
): Lexicon {
  const together = new Map<string, Map<string, number>>();
  const left = new Map<string, number>();
  const right = new Map<string, number>();
  for (const g of groups) {
    for (const t of g.a) left.set(t, (left.get(t) ?? 0) + g.sure);
    for (const t of g.b) right.set(t, (right.get(t) ?? 0) + g.sure);
    for (const t of g.a) {
      const row = together.get(t) ?? new Map<string, number>();
      together.set(t, row);
      for (const u of g.b) row.set(u, (row.get(u) ?? 0) + g.sure);
    }
  }
  const lexicon = new Map<string, Map<string, number>>();
  for (const [t, row] of together) {
    const kept: [string, number][] = [];
    for (const [u, n] of row) {
      const dice = (2 * (n - SEEN_ONCE)) / (left.get(t)! + right.get(u)!);
      if (n > 1.2 && dice > 0.35) kept.push([u, dice]);
    }
    kept.sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1));
    if (kept.length > 0) lexicon.set(t, new Map(kept.slice(0, MAX_RENDERINGS)));
  }
  return lexicon;
}
const SEEN_ONCE = 0.4;
/** Counterparts kept for a token: a word has few renderings, and what meets everything is no rendering. */
const MAX_RENDERINGS = 4;

/** Share of each side's weight that finds a counterpart in the other, by equal tokens or by the lexicon. */
export function translatedTokens(table: TokenTable, lexicon: NumberedLexicon): GroupLikeness {
  const back = new Map<number, Map<number, number>>();
  for (const [t, row] of lexicon)
    for (const [u, p] of row) {
      const r = back.get(u) ?? new Map<number, number>();
      back.set(u, r);
      r.set(t, p);
    }
  const cover = (from: ReadonlySet<number>, to: ReadonlySet<number>, by: NumberedLexicon): number => {
    let found = 0;
    let whole = 0;
    for (const t of from) {
      const w = table.weight[t]!;
      whole += w;
      if (to.has(t)) found += w;
      else {
        let best = 0;
        for (const [u, p] of by.get(t) ?? NONE) if (p > best && to.has(u)) best = p;
        found += w * best;
      }
    }
    return whole === 0 ? 0 : found / whole;
  };
  return memberwise(table, (left, right) => (cover(left, right, lexicon) + cover(right, left, back)) / 2);
}
const NONE: ReadonlyMap<number, number> = new Map();
function tokenSet(side: readonly Int32Array[], from: number, to: number): Set<number> {
  const all = new Set<number>();
  for (let i = from; i < to; i++) for (const t of side[i]!) all.add(t);
  return all;
}
