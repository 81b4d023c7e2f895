import { createHash } from 'node:crypto';
import { Zip, ZipPassThrough } from 'fflate';
import { getSurt, WARCRecord, WARCSerializer } from 'warcio';

/** One capture as it goes into an archive: the bytes as received, and where and when. */
export interface ArchivedCapture {
  readonly id: string;
  /** its address on the web, else `urn:onrecord:` and its id */
  readonly url: string;
  /** ISO 8601; when it was fetched, else when it was added */
  readonly date: string;
  readonly mediaType: string;
  readonly title: string;
  readonly bytes: Uint8Array;
}

const WACZ_VERSION = '1.1.1';
const WARC = 'archive/data.warc.gz';

/**
 * Captures as one WACZ 1.1.1 file (specs.webrecorder.net/wacz/1.1.1), a part at a time: the bytes as WARC `resource`
 * records, since no server's headers are kept; a CDXJ index over them; the list of pages; and hashes of it all. The same
 * captures give the same file, `made` (ISO 8601) apart.
 */
export async function* writeWacz(
  captures: AsyncIterable<ArchivedCapture>,
  software: string,
  made: string,
): AsyncIterable<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, data) => {
    if (error) throw error;
    ready.push(data);
  });
  const resources: { name: string; path: string; hash: string; bytes: number }[] = [];
  // stored, not packed: a reader jumps to a record by its offset
  const open = (path: string) => {
    const file = new ZipPassThrough(path);
    // times in a ZIP begin in 1980; a fixed one makes files that can be compared
    file.mtime = new Date(1980, 0, 2);
    zip.add(file);
    return { file, hash: createHash('sha256'), bytes: 0 };
  };
  const write = (to: ReturnType<typeof open>, data: Uint8Array) => {
    to.hash.update(data);
    to.bytes += data.length;
    to.file.push(data);
  };
  const end = (of: ReturnType<typeof open>, path: string) => {
    of.file.push(new Uint8Array(0), true);
    resources.push({
      name: path.split('/').at(-1)!,
      path,
      hash: `sha256:${of.hash.digest('hex')}`,
      bytes: of.bytes,
    });
  };
  const whole = (path: string, text: string) => {
    const file = open(path);
    write(file, new TextEncoder().encode(text));
    end(file, path);
  };

  const warc = open(WARC);
  const index: string[] = [];
  const pages = [JSON.stringify({ format: 'json-pages-1.0', id: 'pages', title: 'All Pages' })];
  for await (const capture of captures) {
    const record = await recordOf(capture);
    index.push(indexLine(capture, record, warc.bytes));
    pages.push(JSON.stringify({ id: capture.id, url: capture.url, ts: timeOf(capture.date), title: capture.title }));
    write(warc, record);
    yield* ready.splice(0);
  }
  end(warc, WARC);
  whole('indexes/index.cdxj', index.sort().join(''));
  whole('pages/pages.jsonl', `${pages.join('\n')}\n`);
  const about = { profile: 'data-package', wacz_version: WACZ_VERSION, created: made, software };
  whole('datapackage.json', JSON.stringify({ ...about, resources }, null, 2));
  const digest = { path: 'datapackage.json', hash: resources.at(-1)!.hash };
  whole('datapackage-digest.json', JSON.stringify(digest, null, 2));
  zip.end();
  yield* ready.splice(0);
}

/** ISO 8601 to the second, as WARC and the index want it. */
const timeOf = (date: string) => new Date(date).toISOString().replace(/\.\d+Z$/u, 'Z');

async function recordOf({ id, url, date, mediaType, bytes }: ArchivedCapture): Promise<Uint8Array> {
  const record = WARCRecord.create(
    {
      url,
      date: timeOf(date),
      type: 'resource',
      warcVersion: 'WARC/1.1',
      warcHeaders: { 'Content-Type': mediaType, 'WARC-Record-ID': `<urn:onrecord:${id}>` },
    },
    [bytes],
  );
  return WARCSerializer.serialize(record, { gzip: true });
}

/** A CDXJ line: the address turned round, the time, and where the record lies. */
function indexLine({ url, date, mediaType, bytes }: ArchivedCapture, record: Uint8Array, offset: number): string {
  const place = {
    url,
    mime: mediaType,
    digest: `sha-256:${createHash('sha256').update(bytes).digest('hex')}`,
    length: String(record.length),
    offset: String(offset),
    filename: WARC.split('/').at(-1),
  };
  return `${/^https?:/u.test(url) ? getSurt(url) : url} ${timeOf(date).replace(/\D/gu, '')} ${JSON.stringify(place)}\n`;
}
