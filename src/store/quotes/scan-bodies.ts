import { scanWords, type Words } from '../../core/text/words.ts';

/** The words of the bodies of turns, in order; labels are none. `text` starts at offset `base` of its document. */
export function scanBodies(
  text: string,
  base: number,
  turns: readonly { readonly body: number; readonly end: number }[],
): Words {
  const parts = turns.map((t) => scanWords(text, Math.max(0, t.body - base), Math.min(text.length, t.end - base)));
  if (parts.length === 1) return parts[0]!;
  const count = parts.reduce((sum, p) => sum + p.count, 0);
  const all = { count, hash: new Uint32Array(count), start: new Uint32Array(count), end: new Uint32Array(count) };
  let at = 0;
  for (const p of parts) {
    all.hash.set(p.hash, at);
    all.start.set(p.start, at);
    all.end.set(p.end, at);
    at += p.count;
  }
  return all;
}
