import type { Block, Clue } from '../../model/index.ts';
import { type HtmlTree, rawText } from './html-tree.ts';
import { readJsonLd } from './read-json-ld.ts';
import type { WalkedText } from './walk-text.ts';

/** Names of meta elements and the fact each states, surest first. What a machine changed last is no fact of ours. */
const META: readonly (readonly [string, string])[] = [
  ['article:published_time', 'published'],
  ['og:article:published_time', 'published'],
  ['datepublished', 'published'],
  ['parsely-pub-date', 'published'],
  ['sailthru.date', 'published'],
  ['citation_publication_date', 'published'],
  ['dc.date.issued', 'published'],
  ['dcterms.issued', 'published'],
  ['dcterms.created', 'published'],
  ['dcterms.date', 'published'],
  ['dc.date.created', 'published'],
  ['dc.date', 'published'],
  ['pubdate', 'published'],
  ['pub_date', 'published'],
  ['publish-date', 'published'],
  ['publish_date', 'published'],
  ['publication_date', 'published'],
  ['publicationdate', 'published'],
  ['article_date_original', 'published'],
  ['originalpublicationdate', 'published'],
  ['article.published', 'published'],
  ['article.created', 'published'],
  ['cxenseparse:recs:publishtime', 'published'],
  ['og:published_time', 'published'],
  ['date', 'published'],
  ['og:title', 'title'],
  ['twitter:title', 'title'],
  ['dc.title', 'title'],
  ['og:site_name', 'siteName'],
  ['application-name', 'siteName'],
  ['dc.publisher', 'publisher'],
  ['dcterms.publisher', 'publisher'],
  ['og:url', 'url'],
  ['og:locale', 'language'],
  ['content-language', 'language'],
  ['author', 'author'],
  ['article:author', 'author'],
  ['dc.creator', 'author'],
  ['copyright', 'rights'],
  ['dc.rights', 'rights'],
  ['dcterms.rights', 'rights'],
];

/** Broken heads spill into the body; the titles of drawings stand elsewhere. */
const TITLE_PARENTS = new Set(['head', 'body', 'html', '#root']);

/** What the head of a page states about it, for machines. */
export function collectClues(tree: HtmlTree): Clue[] {
  const clues: Clue[] = [];
  const metas = new Map<string, string>();
  for (const e of tree.elements) {
    if (e.tag === 'meta') {
      const value = e.attrs.get('content')?.trim();
      if (!value || value.length > 2000) continue;
      for (const attr of ['property', 'name', 'itemprop', 'http-equiv'])
        for (const name of (e.attrs.get(attr) ?? '').toLowerCase().split(/\s+/))
          if (name && !metas.has(name)) metas.set(name, value);
    } else if (e.tag === 'link') {
      const href = e.attrs.get('href')?.trim();
      if (href && /(?:^|\s)canonical(?:\s|$)/i.test(e.attrs.get('rel') ?? ''))
        clues.push({ field: 'url', value: href, rule: 'canonical-link' });
    } else if (
      e.tag === 'title' &&
      TITLE_PARENTS.has(e.parent?.tag ?? '') &&
      !clues.some((c) => c.rule === 'title-tag')
    ) {
      const value = rawText(e, 2000).replace(/\s+/g, ' ').trim();
      if (value) clues.push({ field: 'title', value, rule: 'title-tag' });
    } else if (e.tag === 'html') {
      const value = e.attrs.get('lang') ?? e.attrs.get('xml:lang');
      if (value) clues.push({ field: 'language', value, rule: 'html-lang' });
    } else if (e.tag === 'script' && /^application\/ld\+json/i.test(e.attrs.get('type') ?? ''))
      clues.push(...readJsonLd(rawText(e)));
  }
  for (const [name, field] of META) {
    const value = metas.get(name);
    if (value) clues.push({ field, value, rule: 'html-meta' });
  }
  return clues;
}

const PUBLISHED_CLASS =
  /(?:^|[\s_-])(?:published|pubdate|publish|entry-date|post-date|date-published|article-date|posted-on|created|dt-published)(?:$|[\s_-])/i;
const CHANGED_CLASS = /(?:^|[\s_-])(?:updated|modified|dt-updated)(?:$|[\s_-])/i;

/** Dates that elements of the body carry: `<time>`, microdata, `abbr.published`. Not those of comments and of other articles. */
export function collectTimes(tree: HtmlTree, walked: WalkedText, blocks: readonly Block[]): Clue[] {
  const clues: Clue[] = [];
  const aside: Clue[] = [];
  for (const e of tree.elements) {
    const itemprop = e.attrs.get('itemprop') ?? '';
    const isPublished = /(?:^|\s)datePublished(?:\s|$)/.test(itemprop);
    if (e.tag !== 'time' && !isPublished && !(e.tag === 'abbr' && e.attrs.has('title'))) continue;
    if (e.tag === 'meta') {
      if (isPublished && e.parent?.tag !== 'head')
        clues.push({ field: 'published', value: e.attrs.get('content') ?? '', rule: 'html-time-published' });
      continue;
    }
    const start = walked.startOf[e.order]!;
    const end = walked.endOf[e.order]!;
    const block = start >= 0 ? blockAt(blocks, start) : undefined;
    if (block?.zone === 'comment' || (!block && !isPublished)) continue;
    const own = !block || isOwn(block);
    const value =
      e.attrs.get('datetime') ??
      e.attrs.get('content') ??
      (e.tag === 'abbr' ? e.attrs.get('title') : undefined) ??
      walked.text.slice(start, end);
    const classes = `${e.attrs.get('class') ?? ''} ${e.parent?.attrs.get('class') ?? ''}`;
    const changed = CHANGED_CLASS.test(e.attrs.get('class') ?? '') || /dateModified/.test(itemprop);
    const sure = isPublished || e.attrs.has('pubdate') || PUBLISHED_CLASS.test(classes);
    if (changed && !sure) continue;
    if (!sure && e.tag !== 'time') continue;
    const span = start >= 0 && end > start ? { start, end } : {};
    if (!own && !sure) continue;
    const clue = { field: 'published', value: value || walked.text.slice(start, end), ...span };
    if (own) clues.push({ ...clue, rule: sure ? 'html-time-published' : 'html-time' });
    else aside.push({ ...clue, rule: 'html-time-aside' });
  }
  // a date in the furniture is the page's own only when there is no other
  const days = new Set(aside.map((c) => c.value.slice(0, 10)));
  return days.size === 1 ? [...clues, ...aside] : clues;
}

const isOwn = (b: Block) => b.zone !== 'comment' && !(b.zone === 'boilerplate' && b.rule !== 'outside-article');

/** The block that covers an offset; blocks are ordered. */
function blockAt(blocks: readonly Block[], offset: number): Block | undefined {
  let low = 0;
  let high = blocks.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const b = blocks[middle]!;
    if (offset < b.start) high = middle - 1;
    else if (offset >= b.end) low = middle + 1;
    else return b;
  }
  return undefined;
}
