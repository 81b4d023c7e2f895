import type { SourceFormat } from '../../core/model/index.ts';
import { OnrecordError } from '../../core/model/index.ts';
import { decodeCaptions } from './decode-captions.ts';
import { decodeText } from './decode-text.ts';
import { decodeXml } from './decode-xml.ts';
import { checkDepth, type DecodedMember, type DecodeInner } from './member.ts';
import { sniffFormat } from './sniff-format.ts';

export type { DecodedMember } from './member.ts';

/** What each format is decoded by. Containers return several members, decoded by `inner`; a document returns one. */
type Decoder = (
  bytes: Uint8Array,
  name: string,
  mediaType: string,
  depth: number,
  inner: DecodeInner,
) => Promise<DecodedMember[]>;

const textual =
  (format: SourceFormat): Decoder =>
  async (bytes, name, mediaType) => [{ path: name, bytes, source: decodeText(bytes, name, format, mediaType) }];

/** The commands' message for what cannot be read names what can. */
const READS =
  'html, text, markdown, PDF, DOCX, XML (TEI, Akoma Ntoso), WebVTT and SubRip captions, mail, feeds, WARC and ZIP';

// The larger libraries are loaded when the first file of their kind comes, not at every start.
const DECODERS: Readonly<Record<string, Decoder>> = {
  html: textual('html'),
  captions: async (bytes, name, mediaType) => [
    { path: name, bytes, source: decodeCaptions(decodeText(bytes, name, 'captions', mediaType)) },
  ],
  markdown: textual('markdown'),
  text: textual('text'),
  pdf: async (bytes, name) => [
    { path: name, bytes, source: await (await import('./decode-pdf.ts')).decodePdf(bytes, name) },
  ],
  docx: async (bytes, name) => [
    { path: name, bytes, source: await (await import('./decode-docx.ts')).decodeDocx(bytes, name) },
  ],
  xml: async (bytes, name, mediaType) => [{ path: name, bytes, source: decodeXml(bytes, name, mediaType) }],
  feed: async (bytes, name, mediaType, depth, inner) =>
    (await import('./decode-feed.ts')).decodeFeed(decodeXml(bytes, name, mediaType).text!, name, depth, inner),
  mail: async (bytes, name, _, depth, inner) =>
    (await import('./decode-mail.ts')).decodeMail(bytes, name, depth, inner),
  zip: async (bytes, name, _, depth, inner) => (await import('./decode-zip.ts')).decodeZip(bytes, name, depth, inner),
  gzip: async (bytes, name, _, depth, inner) =>
    (await import('./decode-gzip.ts')).decodeGzip(bytes, name, depth, inner),
  warc: async (bytes, name, _, depth, inner) =>
    (await import('./decode-warc.ts')).decodeWarc(bytes, name, depth, inner),
};
const ARCHIVES = new Set(['zip', 'gzip', 'warc']);

/**
 * Decode bytes into documents: by magic bytes first, then by extension, then by the media type that came with them.
 * Throws OnrecordError `unsupported` or `unreadable` when nothing in them can be read.
 */
export function decode(bytes: Uint8Array, name: string, mediaType?: string): Promise<DecodedMember[]> {
  return decodeAt(bytes, name, mediaType, 0);
}

async function decodeAt(
  bytes: Uint8Array,
  name: string,
  mediaType: string | undefined,
  depth: number,
): Promise<DecodedMember[]> {
  const found = sniffFormat(bytes, name, mediaType);
  if (ARCHIVES.has(found.format)) checkDepth(name, depth);
  const decoder = DECODERS[found.format];
  if (!decoder)
    throw new OnrecordError(
      'unsupported',
      `${name}: ${found.seen}`,
      `Onrecord reads ${READS}. Save it as one of these and add it again.`,
    );
  return decoder(bytes, name, found.mediaType, depth, decodeAt);
}
