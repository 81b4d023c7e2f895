import type { Flag } from './flag-regions.ts';
import type { HtmlElement, HtmlTree } from './html-tree.ts';
import type { Measures } from './measure-elements.ts';
import type { RegionNames } from './name-regions.ts';
import type { WalkedText } from './walk-text.ts';

/** A paragraph tells of its parent, half as much of its grandparent, and ever less of the next three (after Readability's idea). */
const LEVELS = 5;
const SHORTEST = 25;
const CLASS_WEIGHT = 25;
/** A sibling with this share of the best score belongs to the article too. */
const SIBLING_SHARE = 0.2;
const OWN_TEXT = new Set('p pre td th blockquote li dd dt h1 h2 h3 h4 h5 h6 figcaption'.split(' '));
const TAG_SCORE: Readonly<Record<string, number>> = {
  div: 5,
  article: 15,
  section: 3,
  main: 5,
  pre: 3,
  td: 3,
  blockquote: 3,
  address: -3,
  ol: -3,
  ul: -3,
  dl: -3,
  li: -3,
  form: -3,
  th: -5,
};

/** The elements that together hold the article: the best one and those beside it that read like it. Empty: no article. */
export function findContainer(
  tree: HtmlTree,
  walked: WalkedText,
  m: Measures,
  flags: readonly Flag[],
  names: RegionNames,
): HtmlElement[] {
  const score = new Float64Array(tree.elements.length);
  const scored = new Set<HtmlElement>();
  for (const { block, element, linked } of walked.placed) {
    if (flags[element.order] !== null) continue;
    const length = block.end - block.start;
    if (length < SHORTEST || block.kind === 'heading') continue;
    const content = walked.text.slice(block.start, block.end);
    const commas = Math.min(content.split(/[,،﹐、，;。]/u).length, 1 + length / 30);
    const points =
      (commas + Math.min(3, length / 100)) *
      (1 - Math.min(1, linked / length)) *
      (block.kind === 'list-item' ? 0.5 : 1);
    let up: HtmlElement | null = OWN_TEXT.has(element.tag) ? element.parent : element;
    for (let level = 0; up && level < LEVELS; level++, up = up.parent) {
      if (up.tag === 'html' || up.tag === '#root') break;
      if (!scored.has(up)) {
        scored.add(up);
        score[up.order]! += baseScore(up, names);
      }
      score[up.order]! += points / (level === 0 ? 1 : level === 1 ? 2 : level * 3);
    }
  }
  const dense = (e: HtmlElement) => score[e.order]! * (1 - share(m.linked[e.order]!, m.chars[e.order]!));
  const ranked = [...scored]
    .filter((e) => flags[e.order] === null)
    .sort((a, b) => dense(b) - dense(a) || a.order - b.order);
  const best = ranked[0];
  if (!best || dense(best) <= 0) return [];
  const top = climb(best, ranked, dense, m, flags);
  return withSiblings(top, dense, m, flags);
}

function baseScore(e: HtmlElement, names: RegionNames): number {
  const regions = names.of(e);
  const own = (regions.has('article') ? CLASS_WEIGHT : 0) - (regions.has('boilerplate') ? CLASS_WEIGHT : 0);
  return own + (TAG_SCORE[e.tag] ?? 0);
}

/** Several good candidates under one ancestor are parts of one article; so is a parent that scores as well as its child. */
function climb(
  best: HtmlElement,
  ranked: readonly HtmlElement[],
  dense: (e: HtmlElement) => number,
  m: Measures,
  flags: readonly Flag[],
): HtmlElement {
  let top = best;
  const rivals = ranked.slice(1, 6).filter((e) => dense(e) >= dense(best) * 0.75);
  for (let up = top.parent; up && up.tag !== 'body' && up.tag !== '#root'; up = up.parent) {
    const holds = rivals.filter((r) => r !== up && isInside(r, up!)).length;
    if (holds >= 3) {
      top = up;
      break;
    }
  }
  let last = dense(top);
  const least = last / 3;
  for (let up = top.parent; up && up.tag !== 'body' && up.tag !== 'html' && up.tag !== '#root'; up = up.parent) {
    const here = dense(up);
    if (here < least) break;
    if (here > last) {
      top = up;
      break;
    }
    last = here;
  }
  top = widen(top, m, flags);
  // a lone child stands for its parent, so that its brothers are seen
  while (top.parent && top.parent.tag !== 'body' && m.chars[top.parent.order] === m.chars[top.order]) top = top.parent;
  return top;
}

/** What a wider element must add: half as much prose again, and that prose must be most of what it adds. */
const WIDER_GAIN = 0.5;
const WIDER_PURITY = 0.7;

/**
 * An article laid out in several boxes: take the ancestor that adds much prose and little else. Never past an `<article>`,
 * for around it stand other articles.
 */
function widen(top: HtmlElement, m: Measures, flags: readonly Flag[]): HtmlElement {
  let best = top;
  for (let up = top.parent; up && up.tag !== 'body' && up.tag !== 'html' && up.tag !== '#root'; up = up.parent) {
    if (best.tag === 'article') break;
    const prose = m.ownProse[up.order]! - m.ownProse[best.order]!;
    const chars = m.ownChars[up.order]! - m.ownChars[best.order]!;
    if (flags[up.order] === null && prose > m.ownProse[best.order]! * WIDER_GAIN && prose > chars * WIDER_PURITY)
      best = up;
  }
  return best;
}

function withSiblings(
  top: HtmlElement,
  dense: (e: HtmlElement) => number,
  m: Measures,
  flags: readonly Flag[],
): HtmlElement[] {
  if (!top.parent) return [top];
  const threshold = Math.max(10, dense(top) * SIBLING_SHARE);
  return top.parent.children.filter((c): c is HtmlElement => {
    if (typeof c === 'string') return false;
    if (c === top) return true;
    if (flags[c.order] !== null) return false;
    const bonus = c.attrs.get('class') && c.attrs.get('class') === top.attrs.get('class') ? dense(top) * 0.2 : 0;
    if (dense(c) + bonus >= threshold) return true;
    const chars = m.chars[c.order]!;
    return c.tag === 'p' && chars > 80 && share(m.linked[c.order]!, chars) < 0.25;
  });
}

export function isInside(e: HtmlElement, ancestor: HtmlElement): boolean {
  for (let up: HtmlElement | null = e; up && up.depth >= ancestor.depth; up = up.parent)
    if (up === ancestor) return true;
  return false;
}
export const share = (part: number, whole: number) => (whole > 0 ? part / whole : 0);
