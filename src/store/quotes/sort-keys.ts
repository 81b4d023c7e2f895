const DIGIT_BITS = 11;
const BUCKETS = 1 << DIGIT_BITS;
const DIGIT = BUCKETS - 1;
const HALF = 2 ** 22;

/** The order of `keys` (44 bits), equal keys in the order of their places: a counting sort, digit by digit. */
export function sortOrder(keys: Float64Array): Uint32Array {
  const n = keys.length;
  const low = new Uint32Array(n);
  const high = new Uint32Array(n);
  const counts = [0, 1, 2, 3].map(() => new Uint32Array(BUCKETS));
  const [c0, c1, c2, c3] = counts as [Uint32Array, Uint32Array, Uint32Array, Uint32Array];
  for (let i = 0; i < n; i++) {
    const key = keys[i]!;
    const h = Math.floor(key / HALF);
    const l = key - h * HALF;
    low[i] = l;
    high[i] = h;
    c0[l & DIGIT]!++;
    c1[l >>> DIGIT_BITS]!++;
    c2[h & DIGIT]!++;
    c3[h >>> DIGIT_BITS]!++;
  }
  let order = new Uint32Array(n);
  for (let i = 0; i < n; i++) order[i] = i;
  let next = new Uint32Array(n);
  for (let pass = 0; pass < 4; pass++) {
    const count = counts[pass]!;
    let sum = 0;
    for (let d = 0; d < BUCKETS; d++) {
      const here = count[d]!;
      count[d] = sum;
      sum += here;
    }
    const digits = pass < 2 ? low : high;
    const shift = pass & 1 ? DIGIT_BITS : 0;
    for (let i = 0; i < n; i++) {
      const at = order[i]!;
      next[count[(digits[at]! >>> shift) & DIGIT]!++] = at;
    }
    [order, next] = [next, order];
  }
  return order;
}
