import { parseFeed } from 'feedsmith';
import { type Clue, OnrecordError } from '../../core/model/index.ts';
import { LIMITS } from './limits.ts';
import { type DecodedMember, type DecodeInner, readMember } from './member.ts';

/** An item of a feed, whatever its vocabulary. Dates as printed there. */
export interface FeedItem {
  readonly address: string | null;
  readonly title: string | null;
  readonly published: string | null;
  readonly author: string | null;
  /** HTML, or text in which markup is escaped */
  readonly content: string;
}
export interface Feed {
  readonly title: string | null;
  readonly language: string | null;
  readonly items: readonly FeedItem[];
}

/** RSS, RDF and Atom in one form. Throws `unreadable` when it is none. */
export function readFeed(text: string, name: string): Feed {
  let parsed: ReturnType<typeof parseFeed>;
  try {
    parsed = parseFeed(text);
  } catch (cause) {
    throw new OnrecordError(
      'unreadable',
      `${name}: not a feed that can be read (${(cause as Error).message})`,
      null,
      cause,
    );
  }
  const feed = parsed.feed as Loose;
  const items = ((feed.items ?? feed.entries ?? []) as Loose[]).slice(0, LIMITS.entries).map((item) => ({
    address: addressOf(item),
    title: textOf(item.title),
    published: dayOf(
      textOf(item.pubDate) ?? textOf(item.published) ?? textOf(item.dc?.dates?.[0]) ?? textOf(item.date_published),
    ),
    author: textOf(item.dc?.creators?.[0]) ?? textOf(item.authors?.[0]),
    content:
      textOf(item.content?.encoded) ?? textOf(item.content) ?? textOf(item.description) ?? textOf(item.summary) ?? '',
  }));
  return { title: textOf(feed.title), language: textOf(feed.language) ?? textOf(feed.xml?.lang), items };
}

// The parser's types differ by format; what we take is checked value by value.
// biome-ignore lint/suspicious/noExplicitAny: the shape differs by format and is checked where it is read
type Loose = { [key: string]: any };

const textOf = (value: unknown): string | null => {
  const text =
    typeof value === 'string' ? value : ((value as Loose | undefined)?.value ?? (value as Loose | undefined)?.name);
  return typeof text === 'string' && text.trim() ? text.trim() : null;
};

function addressOf(item: Loose): string | null {
  const links = (item.links ?? []) as Loose[];
  const link =
    textOf(item.link) ??
    textOf(item.url) ??
    textOf((links.find((l) => (l.rel ?? 'alternate') === 'alternate') ?? links[0])?.href);
  const guid = textOf(item.guid) ?? textOf(item.id);
  return link ?? (guid && /^https?:\/\//.test(guid) ? guid : null);
}

/** RFC 822 and RFC 3339 days as ISO dates, in the day of their own time zone. */
function dayOf(printed: string | null): string | null {
  const iso = /^\d{4}-\d\d-\d\d/.exec(printed ?? '')?.[0];
  if (iso) return iso;
  const m = /(\d{1,2})\s+([A-Za-z]{3})[a-z]*\s+(\d{4})/.exec(printed ?? '');
  const month = m ? 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ').indexOf(m[2]!.toLowerCase()) + 1 : 0;
  return m && month ? `${m[3]}-${String(month).padStart(2, '0')}-${m[1]!.padStart(2, '0')}` : null;
}

/** Each item of a feed as a document of its own, with its address, title and date. */
export async function decodeFeed(
  text: string,
  name: string,
  depth: number,
  inner: DecodeInner,
): Promise<DecodedMember[]> {
  const feed = readFeed(text, name);
  const members: DecodedMember[] = [];
  const seen = new Map<string, number>();
  for (const item of feed.items) {
    const body = item.content || (item.title ? escapeMarkup(item.title) : '');
    if (!body) continue;
    const path = item.address ?? item.title ?? `item-${members.length + 1}`;
    const n = (seen.get(path) ?? 0) + 1;
    seen.set(path, n);
    members.push(
      ...(await readMember(
        {
          container: name,
          path: n > 1 ? `${path}#${n}` : path,
          bytes: new TextEncoder().encode(pageOf(item, body)),
          mediaType: 'text/html; charset=utf-8',
          ...(item.address ? { sidecar: { url: item.address } } : {}),
          clues: cluesOf(item, feed),
        },
        depth,
        inner,
      )),
    );
  }
  if (!members.length)
    throw new OnrecordError('unreadable', `${name}: the feed has no items with words`, 'Nothing was stored.');
  return members;
}

const escapeMarkup = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The item as a page: its title is a heading, so that it is part of the text. */
const pageOf = (item: FeedItem, body: string) =>
  `<!DOCTYPE html><meta charset="utf-8">${item.title ? `<title>${escapeMarkup(item.title)}</title><h1>${escapeMarkup(item.title)}</h1>` : ''}<article>${/<\w/.test(body) ? body : `<p>${body}</p>`}</article>`;

const cluesOf = (item: FeedItem, feed: Feed): Clue[] =>
  (
    [
      ['title', item.title],
      ['published', item.published],
      ['author', item.author],
      ['publisher', feed.title],
      ['language', feed.language],
    ] as const
  ).flatMap(([field, value]) => (value ? [{ field, value, rule: 'feed-item' }] : []));
