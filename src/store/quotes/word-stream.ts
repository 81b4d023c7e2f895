import { wordId } from '../../core/quotes/word-id.ts';

/** Bytes a word takes in a stored stretch. */
export const WORD_BYTES = 3;

/** The ids of words from their hashes. */
export function idsOf(hash: Uint32Array): Uint32Array<ArrayBuffer> {
  const ids = new Uint32Array(hash.length);
  for (let i = 0; i < hash.length; i++) ids[i] = wordId(hash[i]!);
  return ids;
}

/** Words from..to of a text, three bytes each. */
export function packWords(ids: Uint32Array, from: number, to: number): Uint8Array {
  const bytes = new Uint8Array((to - from) * WORD_BYTES);
  for (let i = from, at = 0; i < to; i++) {
    const id = ids[i]!;
    bytes[at++] = id;
    bytes[at++] = id >>> 8;
    bytes[at++] = id >>> 16;
  }
  return bytes;
}

/** The words of a stored stretch, written into `ids` from `at` on. */
export function unpackWords(bytes: Uint8Array, ids: Uint32Array, at: number): void {
  for (let i = 0, k = at; i < bytes.length; i += WORD_BYTES, k++)
    ids[k] = bytes[i]! | (bytes[i + 1]! << 8) | (bytes[i + 2]! << 16);
}
