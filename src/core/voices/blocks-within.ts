import type { Block } from '../model/index.ts';

/** Blocks that meet a stretch, in order; the first is found in log time. */
export function blocksWithin(blocks: readonly Block[], start: number, end: number): readonly Block[] {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (blocks[middle]!.end <= start) low = middle + 1;
    else high = middle;
  }
  let stop = low;
  while (stop < blocks.length && blocks[stop]!.start < end) stop++;
  return blocks.slice(low, stop);
}
