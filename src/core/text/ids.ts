import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** Lower-case hex SHA-256 of a string (as UTF-8) or of bytes. */
export function hashOf(data: string | Uint8Array): string {
  return bytesToHex(sha256(typeof data === 'string' ? utf8ToBytes(data) : data));
}

/** The words of a passage as ids see them: case, punctuation and white space do not matter, so re-wrapping keeps the id. */
export function wordsKey(text: string): string {
  // the same, several times faster
  if (isAscii(text))
    return (
      text
        .toLowerCase()
        .match(/[a-z0-9]+/g)
        ?.join(' ') ?? ''
    );
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu)
      ?.join(' ') ?? ''
  );
}

const isAscii = (text: string): boolean => !/[^\x00-\x7f]/.test(text);

/**
 * Ids made from words, in order (law K3): `t-5f2c91`; the second passage with the same words is `t-5f2c91-2`.
 * Two passages of different words that share the first six digits both get more digits, so that neither depends on order.
 */
export function idsFromWords(prefix: string, texts: readonly string[]): string[] {
  const keys = texts.map(wordsKey);
  const hashes = new Map<string, string>();
  for (const key of keys) if (!hashes.has(key)) hashes.set(key, hashOf(key));
  const byShort = new Map<string, number>();
  for (const hash of hashes.values()) byShort.set(hash.slice(0, 6), (byShort.get(hash.slice(0, 6)) ?? 0) + 1);
  const seen = new Map<string, number>();
  return keys.map((key) => {
    const hash = hashes.get(key)!;
    const short = byShort.get(hash.slice(0, 6)) === 1 ? hash.slice(0, 6) : hash.slice(0, 12);
    const n = (seen.get(key) ?? 0) + 1;
    seen.set(key, n);
    return n === 1 ? `${prefix}-${short}` : `${prefix}-${short}-${n}`;
  });
}
