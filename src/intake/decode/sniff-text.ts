/** A format and its media type. */
export type Named = readonly [format: string, mediaType: string];

/** File endings that say more than the media type they are served with. */
const ENDINGS: Readonly<Record<string, Named>> = {
  vtt: ['captions', 'text/vtt'],
  srt: ['captions', 'application/x-subrip'],
  eml: ['mail', 'message/rfc822'],
  mht: ['mail', 'message/rfc822'],
  mhtml: ['mail', 'message/rfc822'],
  warc: ['warc', 'application/warc'],
  rss: ['feed', 'application/rss+xml'],
  atom: ['feed', 'application/atom+xml'],
};
const TYPES: Readonly<Record<string, string>> = {
  'text/vtt': 'captions',
  'application/x-subrip': 'captions',
  'message/rfc822': 'mail',
  'multipart/related': 'mail',
  'application/warc': 'warc',
  'application/rss+xml': 'feed',
  'application/atom+xml': 'feed',
};
const FEED_ROOTS = new Set(['rss', 'feed', 'rdf']);
/** Headers that every mail carries some of. */
const MAIL_HEADER =
  /^(?:from|to|cc|subject|date|message-id|received|return-path|mime-version|delivered-to|reply-to|sender|content-type|dkim-signature|x-[\w-]{1,40}):\s/i;

/**
 * What text-like bytes certainly are, by how they begin: XML of some kind, captions, a web archive, a mail. `start` is
 * the first 4 KB without byte order mark. Null when only the name can tell.
 */
export function sniffText(start: string, extension: string | undefined, mediaType: string | undefined): Named | null {
  if (/^WARC\/\d/.test(start)) return ['warc', 'application/warc'];
  if (/^WEBVTT(?:\s|$)/.test(start)) return ['captions', 'text/vtt'];
  const xml = sniffXml(start);
  if (xml) return xml;
  if (extension && ENDINGS[extension]) return ENDINGS[extension]!;
  const type = mediaType?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (TYPES[type]) return [TYPES[type]!, type];
  if (/^\d{1,6}\s*\r?\n\s*\d{1,2}:\d{2}:\d{2}[,.]\d{1,3}\s*-->/.test(start))
    return ['captions', 'application/x-subrip'];
  if (extension === undefined && isMail(start)) return ['mail', 'message/rfc822'];
  return null;
}

/** An XML file by its root element; a page that is XHTML is read as a page. */
function sniffXml(start: string): Named | null {
  if (!/^<(?:\?xml\b|(?:TEI|teiCorpus|akomaNtoso|rss|feed|rdf:RDF)\b)/.test(start)) return null;
  const root = /<(?![?!])(?:[\w.-]{1,40}:)?([\w.-]{1,60})/.exec(start)?.[1]?.toLowerCase() ?? '';
  if (root === 'html') return ['html', 'application/xhtml+xml'];
  return FEED_ROOTS.has(root) ? ['feed', 'application/xml'] : ['xml', 'application/xml'];
}

/** The first lines are headers, three of them a mail's. */
function isMail(start: string): boolean {
  const lines = start.split(/\r?\n/).slice(0, 40);
  const end = lines.indexOf('');
  const head = (end < 0 ? lines.slice(0, -1) : lines.slice(0, end)).filter((l) => !/^[ \t]/.test(l));
  return (
    head.length >= 3 &&
    head.every((l) => /^[\w-]{1,60}:\s?/.test(l)) &&
    head.filter((l) => MAIL_HEADER.test(l)).length >= 3
  );
}
