import type { Span } from '../../core/model/index.ts';

/** The item that shares most with a span, if it holds at least half of it; of two alike, the first. */
export function bestCover<T extends Span>(items: readonly T[], start: number, end: number): T | undefined {
  let best: T | undefined;
  let most = 0;
  for (const item of items) {
    const shared = Math.min(item.end, end) - Math.max(item.start, start);
    if (shared > most && shared * 2 >= end - start) {
      best = item;
      most = shared;
    }
  }
  return best;
}
