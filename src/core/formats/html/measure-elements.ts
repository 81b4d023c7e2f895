import type { HtmlTree } from './html-tree.ts';
import type { WalkedText } from './walk-text.ts';

/** Sums over the subtree of each element, by `order`. */
export interface Measures {
  /** letters of blocks */
  readonly chars: Float64Array;
  /** of these, letters inside links */
  readonly linked: Float64Array;
  /** letters of running prose: long blocks, links taken off */
  readonly prose: Float64Array;
  /** blocks of running prose */
  readonly paragraphs: Float64Array;
  /** h1 elements with text */
  readonly titles: Float64Array;
  /** letters and prose that no flag took away; filled by `measureUnflagged` */
  readonly ownChars: Float64Array;
  readonly ownProse: Float64Array;
}

/** A block shorter than this is a label, a link or a line, not prose. */
const PROSE_CHARS = 60;

export const proseOf = (chars: number, linked: number) =>
  chars >= PROSE_CHARS && linked < chars * 0.5 ? chars - Math.min(linked, chars) : 0;

/** One pass over the blocks, one over the elements from the last to the first (children come after their parents). */
export function measureElements(tree: HtmlTree, walked: WalkedText): Measures {
  const n = tree.elements.length;
  const m: Measures = {
    chars: new Float64Array(n),
    linked: new Float64Array(n),
    prose: new Float64Array(n),
    paragraphs: new Float64Array(n),
    titles: new Float64Array(n),
    ownChars: new Float64Array(n),
    ownProse: new Float64Array(n),
  };
  for (const { block, element, linked } of walked.placed) {
    const length = block.end - block.start;
    const prose = proseOf(length, linked);
    m.chars[element.order]! += length;
    m.linked[element.order]! += Math.min(linked, length);
    m.prose[element.order]! += prose;
    if (prose) m.paragraphs[element.order]!++;
    if (block.level === 1) m.titles[element.order]!++;
  }
  for (let i = n - 1; i > 0; i--) {
    const parent = tree.elements[i]!.parent!.order;
    for (const sums of [m.chars, m.linked, m.prose, m.paragraphs, m.titles]) sums[parent]! += sums[i]!;
  }
  return m;
}

/** The same sums over blocks whose element bears no flag: what may be article. */
export function measureUnflagged(
  tree: HtmlTree,
  walked: WalkedText,
  m: Measures,
  flagged: (order: number) => boolean,
): void {
  for (const { block, element, linked } of walked.placed) {
    if (flagged(element.order)) continue;
    const length = block.end - block.start;
    // a heading is neither prose nor noise, unless it is a link to another article
    if (block.kind === 'heading' && linked < length * 0.5) continue;
    m.ownChars[element.order]! += length;
    if (block.kind !== 'heading') m.ownProse[element.order]! += proseOf(length, linked);
  }
  for (let i = tree.elements.length - 1; i > 0; i--) {
    const parent = tree.elements[i]!.parent!.order;
    m.ownChars[parent]! += m.ownChars[i]!;
    m.ownProse[parent]! += m.ownProse[i]!;
  }
}
