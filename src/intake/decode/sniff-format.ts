import { sniffGzip, sniffZip } from './sniff-archive.ts';
import { sniffText } from './sniff-text.ts';

/** What the bytes are: a format name, its media type, and in words what was seen (for the error line). */
export interface Sniffed {
  readonly format: string;
  readonly mediaType: string;
  readonly seen: string;
}

/** Magic bytes of what is certainly not text. First match wins; longer signatures stand first. */
const MAGIC: readonly (readonly [string, string, string, string])[] = [
  ['89504e470d0a1a0a', 'png', 'image/png', 'a PNG image'],
  ['d0cf11e0a1b11ae1', 'ole', 'application/msword', 'an old Office file (.doc, .xls, .ppt)'],
  ['377abcaf271c', '7z', 'application/x-7z-compressed', 'a 7z archive'],
  ['526172211a07', 'rar', 'application/vnd.rar', 'a RAR archive'],
  // a web archive holds pictures, too: its first line is what counts
  ['574152432f', 'warc', 'application/warc', 'a web archive'],
  ['255044462d', 'pdf', 'application/pdf', 'a PDF'],
  ['504b0304', 'zip', 'application/zip', 'a ZIP archive'],
  ['504b0506', 'zip', 'application/zip', 'an empty ZIP archive'],
  ['7f454c46', 'elf', 'application/octet-stream', 'a program'],
  ['47494638', 'gif', 'image/gif', 'a GIF image'],
  ['ffd8ff', 'jpeg', 'image/jpeg', 'a JPEG image'],
  ['1f8b', 'gzip', 'application/gzip', 'gzip-compressed data'],
];

const BY_EXTENSION: Readonly<Record<string, readonly [string, string]>> = {
  html: ['html', 'text/html'],
  xml: ['xml', 'application/xml'],
  tei: ['xml', 'application/tei+xml'],
  akn: ['xml', 'application/akn+xml'],
  htm: ['html', 'text/html'],
  xhtml: ['html', 'application/xhtml+xml'],
  md: ['markdown', 'text/markdown'],
  markdown: ['markdown', 'text/markdown'],
  txt: ['text', 'text/plain'],
  text: ['text', 'text/plain'],
};

const BY_MEDIA_TYPE: Readonly<Record<string, string>> = {
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'application/xml': 'xml',
  'text/xml': 'xml',
  'application/tei+xml': 'xml',
  'text/markdown': 'markdown',
  'text/plain': 'text',
};

/** Name the format of bytes. Reads at most the first 4 KB; `binary` when they are no text and no format we know. */
export function sniffFormat(bytes: Uint8Array, name: string, mediaType?: string): Sniffed {
  const hex = Buffer.from(bytes.subarray(0, 16)).toString('hex');
  for (const [magic, format, type, seen] of MAGIC)
    if (hex.startsWith(magic)) return refine({ format, mediaType: type, seen: `the file is ${seen}` }, bytes);
  const head = bytes.subarray(0, 4096);
  if (isBinary(head)) return { format: 'binary', mediaType: 'application/octet-stream', seen: 'binary data, not text' };
  const start = Buffer.from(head)
    .toString('latin1')
    .replace(/^(?:ï»¿|\u00ff\u00fe|\u00fe\u00ff)/, '')
    .replaceAll('\0', '')
    .trimStart();
  if (/^(?:<!doctype html\b|<html\b)/i.test(start))
    return { format: 'html', mediaType: mediaType ?? 'text/html', seen: 'html' };
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase();
  const certain = sniffText(start, extension, mediaType);
  if (certain) return { format: certain[0], mediaType: withCharset(certain[1], mediaType), seen: certain[0] };
  const declared = extension ? BY_EXTENSION[extension] : undefined;
  if (declared) return { format: declared[0], mediaType: mediaType ?? declared[1], seen: declared[0] };
  const essence = mediaType?.split(';')[0]?.trim().toLowerCase();
  const typed = essence ? BY_MEDIA_TYPE[essence] : undefined;
  if (typed) return { format: typed, mediaType: mediaType!, seen: typed };
  if (/^(?:<!doctype html|<html|<head|<body)/i.test(start))
    return { format: 'html', mediaType: 'text/html', seen: 'html' };
  if (extension && !/^\d+$/.test(extension))
    return { format: 'unknown', mediaType: 'application/octet-stream', seen: `files named .${extension} are not read` };
  return { format: 'text', mediaType: 'text/plain', seen: 'text' };
}

/** The charset that came with the bytes belongs to them, whatever they turn out to be. */
const withCharset = (type: string, given: string | undefined) => {
  const charset = /;\s*charset\s*=\s*[^;]{1,40}/i.exec(given ?? '')?.[0];
  return charset ? `${type}${charset}` : type;
};

/** Look into what may hold something else: ZIP files are office documents, compressed data is a web archive. */
function refine(found: Sniffed, bytes: Uint8Array): Sniffed {
  const inside = found.format === 'zip' ? sniffZip(bytes) : found.format === 'gzip' ? sniffGzip(bytes) : null;
  if (!inside) return found;
  return 'seen' in inside
    ? { format: 'unknown', mediaType: found.mediaType, seen: inside.seen }
    : { ...found, format: inside[0], mediaType: inside[1] };
}

/** More than one NUL without a UTF-16 or UTF-32 mark, or more than a tenth control bytes: no text we could read. */
function isBinary(head: Uint8Array): boolean {
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) return false;
  let nul = 0;
  let control = 0;
  for (const byte of head) {
    if (byte === 0) nul++;
    else if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) control++;
  }
  return nul > 1 || control * 10 > head.length;
}
