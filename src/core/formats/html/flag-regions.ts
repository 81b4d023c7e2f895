import type { HtmlElement, HtmlTree } from './html-tree.ts';
import type { Measures } from './measure-elements.ts';
import type { Region, RegionNames } from './name-regions.ts';

/** What an element and all inside it are, by their markup; null = nothing said. */
export type Flag = 'boilerplate' | 'comment' | 'form' | 'metadata' | 'hidden' | null;

/** An element with this share of the page's prose is its body, whatever its class says ("has-sidebar"). */
const BODY_SHARE = 0.4;

/**
 * Flags of all elements, by order; what stands inside inherits. Comments first, because their share of the prose must not
 * count when the body is protected: a page may hold more words of readers than of its author.
 */
export function flagRegions(tree: HtmlTree, m: Measures, names: RegionNames): Flag[] {
  const regions = tree.elements.map((e) => names.of(e));
  const flags: Flag[] = new Array(tree.elements.length).fill(null);
  const named = countNamed(tree, regions);
  let commentProse = 0;
  for (const e of tree.elements) {
    const inherited = e.parent ? flags[e.parent.order]! : null;
    flags[e.order] = inherited === 'comment' ? 'comment' : null;
    if (inherited === 'comment' || !isComments(e, regions[e.order]!, m, named[e.order]!)) continue;
    flags[e.order] = 'comment';
    commentProse += m.prose[e.order]!;
  }
  const total = m.prose[0]! - commentProse;
  // the head of an article holds its title and date, the head of a page its menu
  const inArticle = new Uint8Array(tree.elements.length);
  for (const e of tree.elements)
    if (e.parent && e.tag !== 'body' && (inArticle[e.parent.order] || regions[e.parent.order]!.has('article')))
      inArticle[e.order] = e.parent.tag === 'body' || e.parent.tag === 'html' ? 0 : 1;
  for (const e of tree.elements) {
    const inherited = e.parent ? flags[e.parent.order]! : null;
    if (flags[e.order] === 'comment') {
      // a form or the buttons among comments are the site's
      if (inherited === 'form' || regions[e.order]!.has('form')) {
        if (m.prose[e.order]! < 400 && !hasCommentInside(e, regions)) flags[e.order] = 'form';
      }
      continue;
    }
    flags[e.order] = inherited ?? ownFlag(e, regions[e.order]!, m, total, inArticle[e.order] === 1);
  }
  return flags;
}

/** A part of the page with more prose than this needs several comments in it to be their place: a ministry "comments" too. */
const MANY_SHARE = 0.5;
const LEAST_COMMENTS = 3;

/** Elements inside each that are named as comments. */
function countNamed(tree: HtmlTree, regions: readonly ReadonlySet<Region>[]): Float64Array {
  const named = new Float64Array(tree.elements.length);
  for (let i = tree.elements.length - 1; i > 0; i--) {
    const parent = tree.elements[i]!.parent!.order;
    named[parent]! += named[i]! + (regions[i]!.has('comment') ? 1 : 0);
  }
  return named;
}

function isComments(e: HtmlElement, regions: ReadonlySet<Region>, m: Measures, inside: number): boolean {
  if (!regions.has('comment')) return false;
  if (e.tag === 'html' || e.tag === 'body' || e.tag === 'main' || e.tag === 'a') return false;
  if (m.titles[e.order]! > 0) return false;
  if (m.prose[e.order]! > m.prose[0]! * MANY_SHARE && inside < LEAST_COMMENTS) return false;
  return m.prose[e.order]! <= m.prose[0]! * 0.9;
}

const hasCommentInside = (e: HtmlElement, regions: readonly ReadonlySet<Region>[]) =>
  e.children.some((c) => typeof c !== 'string' && regions[c.order]!.has('comment') && !regions[c.order]!.has('form'));

function ownFlag(e: HtmlElement, regions: ReadonlySet<Region>, m: Measures, total: number, inArticle: boolean): Flag {
  if (e.tag === 'html' || e.tag === 'body' || e.tag === '#root') return null;
  if (m.prose[e.order]! > total * BODY_SHARE) return null;
  if (regions.has('hidden')) return 'hidden';
  if (regions.has('form')) return 'form';
  if (regions.has('boilerplate') && !(regions.has('article') && m.prose[e.order]! > total * 0.2)) return 'boilerplate';
  if (regions.has('thin-boilerplate') && m.prose[e.order]! < m.chars[e.order]! * 0.5) return 'boilerplate';
  if (regions.has('header') && m.titles[e.order]! === 0 && !inArticle) return 'boilerplate';
  if (regions.has('metadata') && m.chars[e.order]! < 300) return 'metadata';
  return null;
}
