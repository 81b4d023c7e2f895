/**
 * Distinct 32-bit hashes of all runs of `size` words over the texts (FNV-1a, folded case); runs do not cross texts.
 * A text shorter than `size` words gives one shingle, so that short answers count too.
 */
export function hashWords(texts: readonly string[], size: number): { hashes: number[]; words: number } {
  const seen = new Set<number>();
  let words = 0;
  for (const text of texts) {
    const tokens = text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
    words += tokens.length;
    if (tokens.length > 0 && tokens.length < size) seen.add(fnv(tokens.join(' ')));
    for (let i = 0; i + size <= tokens.length; i++) seen.add(fnv(tokens.slice(i, i + size).join(' ')));
  }
  return { hashes: [...seen], words };
}

/** FNV-1a over UTF-16 units with a final mix (murmur3's), so that the smallest hashes are a fair sample. */
function fnv(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
