import type { DecodedSource, Sidecar, SourceFormat } from '../../core/model/index.ts';
import { OnrecordError } from '../../core/model/index.ts';
import { decodeCaptions } from './decode-captions.ts';
import { decodePdf } from './decode-pdf.ts';
import { decodeText } from './decode-text.ts';
import { decodeXml } from './decode-xml.ts';
import { sniffFormat } from './sniff-format.ts';

/**
 * One document found in the bytes: the file itself, or a member of a container (`archive.zip!/inner.html`, nested with
 * more `!/`). `bytes` are the member's own bytes: they are kept as its capture and decoded again by a rebuild, so
 * `decode(bytes, last part of path, source.mediaType)` must give the same single source.
 */
export type DecodedMember =
  | { readonly path: string; readonly bytes: Uint8Array; readonly source: DecodedSource; readonly sidecar?: Sidecar }
  | { readonly path: string; readonly error: OnrecordError };

/** What each format is decoded by. Containers return several members; a document returns one. */
type Decoder = (bytes: Uint8Array, name: string, mediaType: string) => Promise<DecodedMember[]>;

const textual =
  (format: SourceFormat): Decoder =>
  async (bytes, name, mediaType) => [{ path: name, bytes, source: decodeText(bytes, name, format, mediaType) }];

/** The commands' message for what cannot be read names what can. */
const READS = 'html, text, markdown, PDF, XML (TEI, Akoma Ntoso), WebVTT and SubRip captions';

const DECODERS: Readonly<Record<string, Decoder>> = {
  html: textual('html'),
  captions: async (bytes, name, mediaType) => [
    { path: name, bytes, source: decodeCaptions(decodeText(bytes, name, 'captions', mediaType)) },
  ],
  markdown: textual('markdown'),
  text: textual('text'),
  pdf: async (bytes, name) => [{ path: name, bytes, source: await decodePdf(bytes, name) }],
  xml: async (bytes, name, mediaType) => [{ path: name, bytes, source: decodeXml(bytes, name, mediaType) }],
};

/**
 * Decode bytes into documents: by magic bytes first, then by extension, then by the media type that came with them.
 * Throws OnrecordError `unsupported` or `unreadable` when nothing in them can be read.
 */
export async function decode(bytes: Uint8Array, name: string, mediaType?: string): Promise<DecodedMember[]> {
  const found = sniffFormat(bytes, name, mediaType);
  const decoder = DECODERS[found.format];
  if (!decoder)
    throw new OnrecordError(
      'unsupported',
      `${name}: ${found.seen}`,
      `Onrecord reads ${READS}. Save it as one of these and add it again.`,
    );
  return decoder(bytes, name, found.mediaType);
}
