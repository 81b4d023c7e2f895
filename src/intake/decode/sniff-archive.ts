import { constants, gunzipSync } from 'node:zlib';
import type { Named } from './sniff-text.ts';

const DOCX: Named = ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'];

/** What a ZIP file is: office documents are ZIP files whose first entry says so. */
export function sniffZip(bytes: Uint8Array): Named | { seen: string } {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const nameLength = data.length > 30 ? data.readUInt16LE(26) : 0;
  const first = data.subarray(30, 30 + nameLength).toString('latin1');
  if (first === 'mimetype') {
    const type = /application\/[\w.+-]{1,80}/.exec(data.subarray(30, 200).toString('latin1'))?.[0] ?? '';
    if (/opendocument\.text/.test(type)) return { seen: 'the file is an OpenDocument text; save it as .docx or .html' };
  }
  if (/^(?:\[Content_Types\]\.xml|_rels\/|docProps\/|word\/|xl\/|ppt\/)/.test(first)) {
    if (data.includes('word/document.xml')) return DOCX;
    if (data.includes('[Content_Types].xml')) return { seen: 'the file is an Office file, but no text document' };
  }
  return ['zip', 'application/zip'];
}

/** Compressed data: a web archive is read record by record, anything else is one compressed file. */
export function sniffGzip(bytes: Uint8Array): Named {
  try {
    // the first records only; four kilobytes unpack to four megabytes at most
    const head = gunzipSync(bytes.subarray(0, 4096), { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 1 << 23 });
    if (head.subarray(0, 5).toString('latin1') === 'WARC/') return ['warc', 'application/warc'];
  } catch {
    // not even its beginning unpacks: the decoder says so
  }
  return ['gzip', 'application/gzip'];
}
