/**
 * The sort key of the words at one place: 18 bits of the first word, 14 of the second, 12 of the third. All places of a
 * word, of a pair and of a triple are then ranges of one sorted list, so one block read answers all three. Hashes may
 * collide: a key proposes places, the words that stand there decide.
 */
export const PAIR_SPAN = 2 ** 12;
export const WORD_SPAN = 2 ** 26;

/** Spread the bits of FNV, whose upper ones differ little between short words (murmur3's last step). */
function mix(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

export const wordKey = (first: number) => (mix(first) >>> 14) * WORD_SPAN;
export const pairKey = (first: number, second: number) => wordKey(first) + (mix(second) >>> 18) * PAIR_SPAN;
export const tripleKey = (first: number, second: number, third: number) => pairKey(first, second) + (mix(third) >>> 20);

/** The keys of all places of a text; beyond its end stands 0. */
export function keysOf(hash: Uint32Array): Float64Array {
  const keys = new Float64Array(hash.length);
  let [a, b] = [hash.length > 0 ? mix(hash[0]!) : 0, hash.length > 1 ? mix(hash[1]!) : 0];
  for (let i = 0; i < hash.length; i++) {
    const c = i + 2 < hash.length ? mix(hash[i + 2]!) : 0;
    keys[i] = (a >>> 14) * WORD_SPAN + (b >>> 18) * PAIR_SPAN + (c >>> 20);
    [a, b] = [b, c];
  }
  return keys;
}
