import type { Block, Rules } from '../../model/index.ts';
import { findContainer, share } from './find-container.ts';
import { type Flag, flagRegions } from './flag-regions.ts';
import { measureElements } from './measure-elements.ts';
import { RegionNames } from './name-regions.ts';
import type { HtmlTree } from './parse-html.ts';
import type { PlacedBlock, WalkedText } from './walk-text.ts';

/** Letters after the article within which its date and author may still stand. */
const BYLINE_REACH = 400;

type Zone = NonNullable<Block['zone']>;

/** The zone of every block of a page, with the rule that set it. */
export function findZones(tree: HtmlTree, walked: WalkedText, title: string | null, rules: Rules): Block[] {
  const names = new RegionNames(rules);
  const m = measureElements(tree, walked);
  const flags = flagRegions(tree, m, names);
  const container = findContainer(tree, walked, m, flags, names);
  const inside = new Uint8Array(tree.elements.length);
  for (const e of container) inside[e.order] = 1;
  for (const e of tree.elements) if (e.parent && inside[e.parent.order]) inside[e.order] = 1;
  // lists and boxes of links inside the article
  const linky = new Uint8Array(tree.elements.length);
  for (const e of tree.elements) {
    if (e.parent && linky[e.parent.order]) linky[e.order] = 1;
    else if (
      inside[e.order] &&
      isLinkBox(e.tag) &&
      m.chars[e.order]! > 0 &&
      share(m.linked[e.order]!, m.chars[e.order]!) > 0.6
    )
      linky[e.order] = 1;
  }
  const zoneOf = (p: PlacedBlock): { zone: Zone; rule: string } => {
    const { element, block } = p;
    const flag: Flag = flags[element.order]!;
    if (element.tag === 'title') return { zone: 'metadata', rule: 'title-tag' };
    if (flag === 'comment') return { zone: 'comment', rule: 'comment-region' };
    if (flag === 'form') return { zone: 'boilerplate', rule: 'form' };
    if (flag === 'hidden') return { zone: 'boilerplate', rule: 'hidden' };
    if (flag === 'boilerplate') return { zone: 'boilerplate', rule: 'furniture-region' };
    if (flag === 'metadata' && near(p)) return { zone: 'metadata', rule: 'byline-region' };
    if (!inside[element.order]) return { zone: 'boilerplate', rule: 'outside-article' };
    if (linky[element.order]) return { zone: 'boilerplate', rule: 'link-box' };
    if (block.kind === 'heading') return { zone: 'heading', rule: 'heading' };
    return { zone: 'article', rule: 'in-article' };
  };
  // a byline stands between the title and the end of the article, inside its markup or not
  const body = walked.placed.filter((p) => inside[p.element.order]);
  const from = Math.min(
    body[0]?.block.start ?? 0,
    walked.placed.find((p) => p.block.level === 1)?.block.start ?? Infinity,
  );
  const to = (body.at(-1)?.block.end ?? -1) + BYLINE_REACH;
  const near = ({ block }: PlacedBlock) => block.start >= from && block.end <= to;
  const blocks = walked.placed.map((p) => ({ ...p.block, ...zoneOf(p) }));
  return nameTitle(blocks, walked.text, title);
}

const isLinkBox = (tag: string) =>
  tag === 'ul' ||
  tag === 'ol' ||
  tag === 'div' ||
  tag === 'section' ||
  tag === 'table' ||
  tag === 'p' ||
  tag === 'dl' ||
  tag === 'header';

/** The heading that is the document's title: the first h1 that the page's own title repeats, else the only h1. */
function nameTitle(blocks: Block[], text: string, title: string | null): Block[] {
  const key = (s: string) =>
    s
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  const wanted = title ? key(title) : '';
  const h1 = blocks.filter((b) => b.kind === 'heading' && b.zone !== 'comment');
  const match = h1.find((b) => {
    const k = key(text.slice(b.start, b.end));
    return k.length > 3 && wanted !== '' && (wanted.includes(k) || k.includes(wanted));
  });
  const only = h1.filter((b) => b.level === 1);
  const chosen = match ?? (only.length === 1 ? only[0] : undefined);
  return chosen
    ? blocks.map((b) => (b === chosen ? { ...b, zone: 'title', rule: match ? 'title-heading' : 'only-h1' } : b))
    : blocks;
}
