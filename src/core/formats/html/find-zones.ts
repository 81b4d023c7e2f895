import type { Block, Rules } from '../../model/index.ts';
import { findContainer, isInside, share } from './find-container.ts';
import { type Flag, flagRegions } from './flag-regions.ts';
import type { HtmlElement, HtmlTree } from './html-tree.ts';
import { measureElements, measureUnflagged, proseOf } from './measure-elements.ts';
import { RegionNames } from './name-regions.ts';
import { refineZones } from './refine-zones.ts';
import type { PlacedBlock, WalkedText } from './walk-text.ts';

/** Letters after the article within which its date and author may still stand. */
const BYLINE_REACH = 400;
const MOST_BYLINES = 6;

/** What the page calls itself. */
export interface PageTitles {
  /** headline of its data, og:title: without the site's name */
  readonly stated: readonly string[];
  readonly tag: string | null;
  /** names of the site, which are no title */
  readonly sites: readonly string[];
}

/** A page of fewer letters without an article is a note: all of it that bears no flag is its text. */
const SHORT_PAGE = 1500;

type Zone = NonNullable<Block['zone']>;

/** The zone of every block of a page, with the rule that set it. */
export function findZones(tree: HtmlTree, walked: WalkedText, titles: PageTitles, rules: Rules): Block[] {
  const names = new RegionNames(rules);
  const m = measureElements(tree, walked);
  const flags = flagRegions(tree, m, names);
  measureUnflagged(tree, walked, m, (order) => flags[order] !== null);
  const found = findContainer(tree, walked, m, flags, names);
  // a list of names or links without one paragraph is no article, however densely it stands
  const article = m.ownChars[0]! <= SHORT_PAGE || holdsSentence(found, walked) ? found : [];
  const container = article.length || m.ownChars[0]! > SHORT_PAGE ? article : [tree.root];
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
    if (flag === 'metadata' && near(p) && !(manyBylines && inside[element.order]))
      return { zone: 'metadata', rule: 'byline-region' };
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
  // an article has one byline; what bears its class again and again are the names of those who speak
  const manyBylines = body.filter((p) => flags[p.element.order] === 'metadata').length > MOST_BYLINES;
  const blocks = nameTitle(
    walked.placed.map((p) => ({ ...p.block, ...zoneOf(p) })),
    walked.text,
    titles,
  );
  const captions = new Set(tree.elements.filter((e) => names.of(e).has('caption')));
  const led = markLead(blocks, walked.placed, container, flags, captions);
  return refineZones(
    led.map((b, i) => ({ ...b, linked: Math.min(walked.placed[i]!.linked, b.end - b.start) })),
    walked.text,
    rules,
  );
}

/** A block of this length is prose even where its script ends no sentence with a sign we know. */
const LONG_BLOCK = 200;

function holdsSentence(container: readonly HtmlElement[], { placed, text }: WalkedText): boolean {
  return placed.some(({ block, element, linked }) => {
    const length = block.end - block.start;
    if (block.kind === 'heading' || proseOf(length, linked) === 0) return false;
    const ends = /[.!?…。！？؟।][\s"'”’»)\]]*$/u.test(text.slice(Math.max(block.start, block.end - 8), block.end));
    return (ends || length >= LONG_BLOCK) && container.some((e) => isInside(element, e));
  });
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

/**
 * The lead: unflagged prose between the title and the body, inside an element that holds both. Pages keep it in the head of
 * the article, outside the box of its text.
 */
function markLead(
  blocks: Block[],
  placed: readonly PlacedBlock[],
  container: readonly HtmlElement[],
  flags: readonly Flag[],
  captions: ReadonlySet<HtmlElement>,
): Block[] {
  const title = blocks.findIndex((b) => b.zone === 'title');
  const body = blocks.findIndex((b, i) => i > title && b.zone === 'article');
  const box = container[0];
  if (title < 0 || body < 0 || !box || body - title > LEAD_BLOCKS) return blocks;
  let shared: HtmlElement | null = placed[title]!.element;
  while (shared && !isInside(box, shared)) shared = shared.parent;
  if (!shared || shared.tag === '#root') return blocks;
  return blocks.map((b, i) => {
    if (i <= title || i >= body || b.zone !== 'boilerplate' || b.rule !== 'outside-article') return b;
    const { element, linked } = placed[i]!;
    for (let e: HtmlElement | null = element; e && e !== shared; e = e.parent) if (captions.has(e)) return b;
    const isLead = flags[element.order] === null && isInside(element, shared) && proseOf(b.end - b.start, linked) > 0;
    return isLead ? { ...b, zone: 'article', rule: 'lead' } : b;
  });
}
/** Blocks between title and body; more are not a head. */
const LEAD_BLOCKS = 30;

/** Headings looked at; a title stands early. */
const MAX_HEADINGS = 200;

/**
 * The heading that is the document's title: the one that says what the page calls itself (in its data for machines, then in
 * its title tag, where the site's name may stand behind), else the only h1.
 */
function nameTitle(blocks: Block[], text: string, titles: PageTitles): Block[] {
  const key = (s: string) =>
    s
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  const site = titles.sites.map(key);
  const headings = blocks
    .filter((b) => b.kind === 'heading' && b.zone !== 'comment')
    .slice(0, MAX_HEADINGS)
    .map((b) => ({ block: b, key: key(text.slice(b.start, b.end).split('\n', 1)[0]!) }))
    .filter((h) => h.key.length > 1 && !site.includes(h.key));
  const choose = (): { block: Block; rule: string } | null => {
    for (const wanted of titles.stated.map(key)) {
      const same =
        headings.find((h) => h.key === wanted) ??
        headings.find((h) => h.key.length > 12 && (wanted.startsWith(h.key) || h.key.startsWith(wanted)));
      if (same && wanted.length > 1) return { block: same.block, rule: 'stated-title' };
    }
    const tag = titles.tag ? key(titles.tag) : '';
    const inTag = headings.filter(
      (h) =>
        h.key.length > 3 &&
        (tag.startsWith(h.key) || (tag.includes(h.key) && (h.key.length > 12 || h.block.level === 1))),
    );
    const best = inTag.sort((a, b) => b.key.length - a.key.length || a.block.start - b.block.start)[0];
    if (best && (best.key.length > tag.length * 0.3 || tag.startsWith(best.key)))
      return { block: best.block, rule: 'title-heading' };
    const tops = headings.filter((h) => h.block.level === 1);
    if (tops.length === 1) return { block: tops[0]!.block, rule: 'only-h1' };
    const own = tops.filter((h) => h.block.zone !== 'boilerplate');
    return own.length === 1 ? { block: own[0]!.block, rule: 'only-own-h1' } : null;
  };
  const chosen = choose();
  return chosen ? blocks.map((b) => (b === chosen.block ? { ...b, zone: 'title', rule: chosen.rule } : b)) : blocks;
}
