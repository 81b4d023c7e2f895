import { basename } from 'node:path';
import { type Entry, fromBufferPromise, validateFileName, type ZipFile } from 'yauzl';
import { OnrecordError, type Sidecar } from '../../core/model/index.ts';
import { LIMITS } from './limits.ts';
import { type DecodedMember, type DecodeInner, readMember } from './member.ts';

/** Names inside an archive that a folder would be walked past for, too, and the packaging of an e-book. */
const SKIPPED =
  /(?:^|\/)(?:\.|__MACOSX\/|META-INF\/|mimetype$|(?:readme|licen[cs]e|copying|notice)(?:\.[a-z]+)?$)|\.(?:json|opf|ncx)$/i;

/**
 * The documents of a ZIP archive, in the order of their names. A name that points outside (`../`, absolute), a member too
 * large or packed too tightly to be honest, and an archive deeper than one level are each an error; the others are read.
 */
export async function decodeZip(
  bytes: Uint8Array,
  name: string,
  depth: number,
  inner: DecodeInner,
): Promise<DecodedMember[]> {
  const zip = await openZip(bytes, name);
  const files = new Map<string, Uint8Array>();
  const refused: DecodedMember[] = [];
  const refuse = (path: string, code: 'refused' | 'too-large' | 'unreadable', why: string, hint: string) =>
    refused.push({ path: `${name}!/${path}`, error: new OnrecordError(code, `${name}!/${path}: ${why}`, hint) });
  let total = 0;
  let count = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      const path = nameOf(entry);
      if (++count > LIMITS.entries) {
        refuse(
          '…',
          'too-large',
          `the archive holds more than ${LIMITS.entries} files`,
          'Unpack it and add its folders one by one.',
        );
        break;
      }
      if (path.endsWith('/')) continue;
      const unsafe = validateFileName(path.replaceAll('\\', '/'));
      if (unsafe) {
        refuse(
          path.slice(0, 200),
          'refused',
          `the name points outside the archive (${unsafe})`,
          'Nothing of it was read. Ask who made the archive.',
        );
        continue;
      }
      if (SKIPPED.test(path) && !path.endsWith('.meta.json')) continue;
      const why = tooLarge(entry, total);
      if (why) {
        refuse(path, 'too-large', why, 'If it is honest, unpack it yourself and add the file.');
        continue;
      }
      try {
        const data = await unpack(zip, entry);
        total += data.length;
        files.set(path, data);
      } catch (cause) {
        if (cause instanceof OnrecordError) throw cause;
        refuse(path, 'unreadable', `cannot be unpacked (${(cause as Error).message})`, 'Make the archive anew.');
      }
    }
  } catch (cause) {
    refuse(
      '…',
      'unreadable',
      `the archive is damaged (${(cause as Error).message})`,
      'What could be unpacked was read. Make the archive anew.',
    );
  } finally {
    zip.close();
  }
  const members: DecodedMember[] = [];
  for (const path of [...files.keys()].sort()) {
    if (path.endsWith('.meta.json')) continue;
    const data = files.get(path)!;
    members.push(
      ...(await readMember({ container: name, path, bytes: data, sidecar: sidecarFor(path, files) }, depth, inner)),
    );
    // read and done: a large archive need not stay in memory twice
    files.delete(path);
  }
  return [...members, ...refused];
}

async function openZip(bytes: Uint8Array, name: string): Promise<ZipFile> {
  try {
    return await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      lazyEntries: true,
      // names are checked here one by one, so that one bad name does not hide the other members
      decodeStrings: false,
      validateEntrySizes: true,
    });
  } catch (cause) {
    throw new OnrecordError(
      'unreadable',
      `${name}: not a ZIP archive that can be read (${(cause as Error).message})`,
      'Make the archive anew.',
      cause,
    );
  }
}

/** UTF-8 where it is valid, else the old DOS code page of Cyrillic archives, which holds Latin as it is. */
function nameOf(entry: Entry): string {
  const raw = entry.fileName as unknown as Buffer;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw);
  } catch {
    return new TextDecoder('ibm866').decode(raw);
  }
}

function tooLarge(entry: Entry, total: number): string | null {
  const { uncompressedSize: size, compressedSize: packed } = entry;
  if (size > LIMITS.memberBytes) return `it unpacks to ${size} bytes; the limit is ${LIMITS.memberBytes}`;
  if (size > 1_000_000 && size > packed * LIMITS.ratio)
    return `it unpacks to ${Math.round(size / Math.max(packed, 1))} times its size, as a bomb does`;
  if (total + size > LIMITS.totalBytes) return `the archive unpacks to more than ${LIMITS.totalBytes} bytes`;
  return null;
}

/** yauzl ends the stream with an error when a member is larger than it claimed; the claim was checked before. */
async function unpack(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  const stream = await zip.openReadStreamPromise(entry);
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return new Uint8Array(Buffer.concat(chunks));
}

/** NAME.html.meta.json or NAME.meta.json beside NAME.html. */
function sidecarFor(path: string, files: ReadonlyMap<string, Uint8Array>): Sidecar | undefined {
  const stem = path.slice(0, path.length - basename(path).length) + basename(path).replace(/\.[^.]+$/, '');
  const data = files.get(`${path}.meta.json`) ?? files.get(`${stem}.meta.json`);
  if (!data) return undefined;
  try {
    const read: unknown = JSON.parse(
      Buffer.from(data)
        .toString('utf8')
        .replace(/^\uFEFF/, ''),
    );
    return read && typeof read === 'object' && !Array.isArray(read) ? (read as Sidecar) : undefined;
  } catch {
    return undefined;
  }
}
