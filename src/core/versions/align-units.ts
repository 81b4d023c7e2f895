/** A piece of text to align, with what it is recognised by. `size` is its length in UTF-16 units. */
export interface AlignUnit {
  readonly start: number;
  readonly end: number;
  readonly size: number;
  /** tokens of both sides live in one space: stems, or skeletons across languages */
  readonly tokens: ReadonlySet<string>;
}

/** A group of consecutive units of one side beside a group of the other; index ranges, end exclusive. */
export interface Bead {
  readonly a: readonly [number, number];
  readonly b: readonly [number, number];
  readonly score: number;
}

/** Likeness 0..1 of units i0..i1 of one side and j0..j1 of the other (ends exclusive). */
export type GroupLikeness = (i0: number, i1: number, j0: number, j1: number) => number;

/** Shapes of beads, plainest first (Gale and Church 1993 use the first four); each step away from 1-1 costs. */
const SHAPES: readonly (readonly [number, number, number])[] = [
  [1, 1, 0],
  [1, 2, 0.1],
  [2, 1, 0.1],
  [2, 2, 0.2],
  [1, 3, 0.16],
  [3, 1, 0.16],
  [1, 4, 0.2],
  [4, 1, 0.2],
];
/** Cells beyond which only a band around the diagonal is filled: bounds the work on very long texts. */
const MAX_CELLS = 2_000_000;

/**
 * The best way to lay two lists of units side by side, in order, by dynamic programming. `likeness` gives 0..1 for a pair
 * of groups; groups under `floor` are better left alone. Units in no bead stand on one side only.
 */
export function alignUnits(
  a: readonly AlignUnit[],
  b: readonly AlignUnit[],
  likeness: GroupLikeness,
  floor: number,
): Bead[] {
  const n = a.length;
  const m = b.length;
  const band = n * m <= MAX_CELLS ? m : Math.max(60, Math.floor(MAX_CELLS / Math.max(n, 1) / 2));
  const best: Float64Array[] = [];
  const step: Int8Array[] = [];
  const given: Float32Array[] = [];
  for (let i = 0; i <= n; i++) {
    best.push(new Float64Array(m + 1).fill(Number.NEGATIVE_INFINITY));
    step.push(new Int8Array(m + 1).fill(-3));
    given.push(new Float32Array(m + 1));
  }
  best[0]![0] = 0;
  for (let i = 0; i <= n; i++) {
    const centre = n === 0 ? 0 : Math.round((i / n) * m);
    const from = Math.max(0, centre - band);
    const to = Math.min(m, centre + band);
    for (let j = from; j <= to; j++) {
      if (i > 0 && best[i - 1]![j]! > best[i]![j]!) set(i, j, best[i - 1]![j]!, -1, 0);
      if (j > 0 && best[i]![j - 1]! > best[i]![j]!) set(i, j, best[i]![j - 1]!, -2, 0);
      SHAPES.forEach(([p, q, cost], shape) => {
        if (p > i || q > j) return;
        const before = best[i - p]![j - q]!;
        if (before === Number.NEGATIVE_INFINITY) return;
        const value = likeness(i - p, i, j - q, j);
        if (value < floor) return;
        const total = before + (value - floor + 0.02) - cost;
        if (total > best[i]![j]!) set(i, j, total, shape, value);
      });
    }
  }
  return trace();

  function set(i: number, j: number, total: number, how: number, value: number): void {
    best[i]![j] = total;
    step[i]![j] = how;
    given[i]![j] = value;
  }
  function trace(): Bead[] {
    const beads: Bead[] = [];
    let i = n;
    let j = m;
    while (i > 0 || j > 0) {
      const how = step[i]![j]!;
      if (how === -1) i--;
      else if (how === -2) j--;
      else if (how >= 0) {
        const [p, q] = SHAPES[how]!;
        beads.push({ a: [i - p, i], b: [j - q, j], score: given[i]![j]! });
        i -= p;
        j -= q;
      } else break; // outside the band: what is left stands alone
    }
    return beads.reverse();
  }
}
