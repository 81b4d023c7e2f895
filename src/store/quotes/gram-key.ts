/**
 * The sort key of the words at one place: 18 bits of the first word, 14 of the second, 12 of the third. All places of a
 * word, of a pair and of a triple are then ranges of one sorted list, so one block read answers all three. Hashes may
 * collide: a key proposes places, the words that stand there decide.
 */
export const PAIR_SPAN = 2 ** 12;
export const WORD_SPAN = 2 ** 26;
/** Words are counted by their part of the key. */
export const WORD_CLASSES = 2 ** 18;

/** Of a word's id (24 bits) the part that opens a key. */
export const wordClass = (id: number) => id >>> 6;
export const pairKey = (first: number, second: number) => (first >>> 6) * WORD_SPAN + (second >>> 10) * PAIR_SPAN;
export const tripleKey = (first: number, second: number, third: number) => pairKey(first, second) + (third >>> 12);

/** The keys of all places of a text, from the ids of its words; beyond its end stands 0. */
export function keysOf(ids: Uint32Array): Float64Array<ArrayBuffer> {
  const keys = new Float64Array(ids.length);
  let [a, b] = [ids[0] ?? 0, ids[1] ?? 0];
  for (let i = 0; i < ids.length; i++) {
    const c = i + 2 < ids.length ? ids[i + 2]! : 0;
    keys[i] = (a >>> 6) * WORD_SPAN + ((b >>> 10) * PAIR_SPAN + (c >>> 12));
    a = b;
    b = c;
  }
  return keys;
}
