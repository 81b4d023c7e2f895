import { generateAtomFeed } from 'feedsmith';
import type { NewsItem } from '../service/news/news-item.ts';
import { partPath } from './pages/links.ts';

/** What a feed is made of. */
export interface FeedParts {
  /** path and query of the feed, its identity on this site */
  readonly path: string;
  readonly title: string;
  readonly items: readonly NewsItem[];
  /** how far the record reaches */
  readonly note: string;
  /** public address of the site without a slash at its end; null: no address of ours stands in the feed */
  readonly base: string | null;
}

// A feed without entries still has to say when it was last changed (RFC 4287, 4.1.1).
const NEVER = '1970-01-01T00:00:00Z';

/**
 * Atom (RFC 4287). Ids are `urn:onrecord:` and the record's own, so that they hold when the site moves; an entry links to
 * the source's own address, and to our page only under a public base. What no person has reviewed says so.
 */
export function writeFeed({ path, title, items, note, base }: FeedParts): string {
  return generateAtomFeed({
    id: `urn:onrecord:feed:${encodeURIComponent(path)}`,
    title: { value: visible(title) },
    subtitle: { value: visible(note) },
    updated: items[0]?.added ?? NEVER,
    generator: { text: 'Onrecord' },
    authors: [{ name: 'Onrecord' }],
    links: base ? [{ href: `${base}${path}`, rel: 'self', type: 'application/atom+xml' }] : [],
    entries: items.map((item) => ({
      id: `urn:onrecord:${item.kind}:${item.id}`,
      title: { value: visible([item.speaker, item.title].filter(Boolean).join(': ')) },
      updated: item.added,
      links: linksOf(item, base),
      summary: {
        value: visible(
          [
            item.text === null ? null : `“${item.text}”`,
            item.why,
            item.date === null ? 'The source prints no day.' : `Said ${item.date}.`,
            item.reviewed ? 'Reviewed by a person.' : 'As a machine read it; reviewed by nobody.',
          ]
            .filter(Boolean)
            .join(' — '),
        ),
      },
    })),
  });
}

function linksOf(item: NewsItem, base: string | null) {
  const own = base ? `${base}${partPath(item.id)}` : null;
  const source = item.url && /^https?:\/\//u.test(item.url) ? item.url : null;
  if (own) return [{ href: own, rel: 'alternate' }, ...(source ? [{ href: source, rel: 'via' }] : [])];
  return source ? [{ href: source, rel: 'alternate' }] : [];
}

/** Signs that XML forbids, and those that turn the direction of what follows, are left out. */
const visible = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
