const DIGIT_BITS = 11;
const BUCKETS = 1 << DIGIT_BITS;
/** 44-bit keys in four digits. */
const SHIFTS = [1, 2 ** 11, 2 ** 22, 2 ** 33];

/** The order of `keys`, equal keys in the order of their places: a counting sort, digit by digit. */
export function sortOrder(keys: Float64Array): Uint32Array {
  const n = keys.length;
  let order = Uint32Array.from({ length: n }, (_, i) => i);
  let next = new Uint32Array(n);
  const count = new Uint32Array(BUCKETS);
  const digits = new Uint16Array(n);
  for (const shift of SHIFTS) {
    count.fill(0);
    for (let i = 0; i < n; i++) {
      const digit = Math.floor(keys[i]! / shift) % BUCKETS;
      digits[i] = digit;
      count[digit]!++;
    }
    let sum = 0;
    for (let d = 0; d < BUCKETS; d++) {
      const here = count[d]!;
      count[d] = sum;
      sum += here;
    }
    for (let i = 0; i < n; i++) {
      const at = order[i]!;
      next[count[digits[at]!]!++] = at;
    }
    [order, next] = [next, order];
  }
  return order;
}
