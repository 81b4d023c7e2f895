import { WORD_CLASSES, WORD_SPAN } from './gram-key.ts';

/** How many places each word of a segment has: pairs of (step to the next word, count), packed; some 100 KB for a vocabulary. */
export function packCounts(counts: Uint32Array): Uint8Array {
  let bytes = new Uint8Array(1 << 16);
  let length = 0;
  const put = (value: number) => {
    let rest = value;
    while (rest >= 128) {
      bytes[length++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    bytes[length++] = rest;
  };
  let last = 0;
  for (let w = 0; w < WORD_CLASSES; w++) {
    if (counts[w] === 0) continue;
    if (length + 10 > bytes.length) {
      const wider = new Uint8Array(bytes.length * 2);
      wider.set(bytes);
      bytes = wider;
    }
    put(w - last);
    put(counts[w]!);
    last = w;
  }
  return bytes.slice(0, length);
}

/** Add packed counts to a table of all words. */
export function addCounts(bytes: Uint8Array, counts: Uint32Array): void {
  let i = 0;
  const take = () => {
    let byte = bytes[i++]!;
    let value = byte & 127;
    for (let shift = 7; byte & 128; shift += 7) {
      byte = bytes[i++]!;
      value |= (byte & 127) << shift;
    }
    return value >>> 0;
  };
  for (let w = 0; i < bytes.length; ) {
    w += take();
    counts[w]! += take();
  }
}

/** Count the words that open the keys, one up or one down each. */
export function countKeys(keys: Float64Array, counts: Uint32Array, step: 1 | -1): void {
  for (let i = 0; i < keys.length; i++) counts[Math.floor(keys[i]! / WORD_SPAN)]! += step;
}
