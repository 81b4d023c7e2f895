import { brotliDecompressSync } from 'node:zlib';
import { WARCParser, type WARCRecord } from 'warcio';
import { OnrecordError } from '../../core/model/index.ts';
import { LIMITS } from './limits.ts';
import { type DecodedMember, type DecodeInner, readMember } from './member.ts';

/** Media types whose bodies hold words; pictures, styles and scripts of a page are not documents. */
const WORDS =
  /^(?:text\/(?!css|javascript)|application\/(?:xhtml\+xml|xml|pdf|rss\+xml|atom\+xml|tei\+xml|msword|vnd\.openxmlformats|x-subrip))/i;

/** The pages of a web archive: each successful response with words, with its address and the time it was fetched. */
export async function decodeWarc(
  bytes: Uint8Array,
  name: string,
  depth: number,
  inner: DecodeInner,
): Promise<DecodedMember[]> {
  const members: DecodedMember[] = [];
  let total = 0;
  let count = 0;
  try {
    for await (const record of WARCParser.iterRecords([bytes])) {
      if (++count > LIMITS.entries) {
        members.push(tooMany(name, `more than ${LIMITS.entries} records`));
        break;
      }
      const url = record.warcTargetURI;
      if (!url || !/^https?:/i.test(url) || !isDocument(record)) continue;
      const body = await bodyOf(record);
      if (body === null) {
        const path = `${name}!/${url}`;
        members.push({
          path,
          error: new OnrecordError('too-large', `${path}: over ${LIMITS.memberBytes} bytes`, null),
        });
        continue;
      }
      total += body.length;
      if (total > LIMITS.totalBytes) {
        members.push(tooMany(name, `more than ${LIMITS.totalBytes} bytes`));
        break;
      }
      const mediaType = typeOf(record);
      const retrieved = record.warcDate ?? undefined;
      members.push(
        ...(await readMember(
          {
            container: name,
            path: url,
            bytes: body,
            ...(mediaType ? { mediaType } : {}),
            sidecar: { url, ...(retrieved ? { retrieved } : {}) },
          },
          depth,
          inner,
        )),
      );
    }
  } catch (cause) {
    const path = `${name}!/…`;
    members.push({
      path,
      error: new OnrecordError(
        'unreadable',
        `${path}: the archive breaks off (${(cause as Error).message})`,
        'What came before was read.',
        cause,
      ),
    });
  }
  if (!members.length)
    throw new OnrecordError('unreadable', `${name}: no page with words in it`, 'Nothing was stored.');
  return members;
}

const tooMany = (name: string, what: string): DecodedMember => ({
  path: `${name}!/…`,
  error: new OnrecordError(
    'too-large',
    `${name}: ${what}; the rest was not read`,
    'Cut the archive in parts and add them.',
  ),
});

function isDocument(record: WARCRecord): boolean {
  if (record.warcType !== 'response' && record.warcType !== 'resource') return false;
  if (record.httpHeaders && record.httpHeaders.statusCode !== 200) return false;
  const type = typeOf(record);
  return (type === null || WORDS.test(type)) && !/\/robots\.txt$/i.test(record.warcTargetURI ?? '');
}

const typeOf = (record: WARCRecord): string | null =>
  record.httpHeaders?.headers.get('content-type') ??
  (record.warcType === 'resource' ? record.warcHeader('Content-Type') : null) ??
  null;

/** The body with its transfer and content codings undone; null when it is too large. */
async function bodyOf(record: WARCRecord): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of record) {
    size += chunk.length;
    if (size > LIMITS.memberBytes) {
      await record.skipFully();
      return null;
    }
    chunks.push(chunk);
  }
  const body = Buffer.concat(chunks);
  // the library undoes gzip, deflate and chunks; Brotli it hands over as it is
  const coding = record.httpHeaders?.headers.get('content-encoding')?.trim().toLowerCase();
  return new Uint8Array(coding === 'br' ? brotliDecompressSync(body, { maxOutputLength: LIMITS.memberBytes }) : body);
}
