/** A word as the index keeps it: 24 bits of its hash, spread (murmur3's last step), because FNV's upper bits differ little. */
export function wordId(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 8;
}
