import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { WARCParser } from 'warcio';
import { type ArchivedCapture, writeWacz } from './write-wacz.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const CAPTURES: ArchivedCapture[] = [
  {
    id: 'ver:3fa9',
    url: 'https://mfa.varnia.example/news/1?x=1',
    date: '2031-04-02T08:00:00.123Z',
    mediaType: 'text/html',
    title: 'Talks "in" Tarsk',
    bytes: bytesOf('<h1>Talks</h1>\u0000\r\n'),
  },
  {
    id: 'ver:77aa',
    url: 'urn:onrecord:ver:77aa',
    date: '2031-04-03T08:00:00Z',
    mediaType: 'text/plain',
    title: 'talk.txt',
    bytes: bytesOf('We wait.'),
  },
];
async function made(captures: readonly ArchivedCapture[]): Promise<Record<string, Uint8Array>> {
  async function* each() {
    yield* captures;
  }
  const parts: Uint8Array[] = [];
  for await (const part of writeWacz(each(), 'Onrecord 0', '2031-05-01T00:00:00Z')) parts.push(part);
  return unzipSync(Buffer.concat(parts));
}
const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

it('[K1] every capture is read back from where the index says, byte for byte', async () => {
  const files = await made(CAPTURES);
  const lines = text(files['indexes/index.cdxj']).trim().split('\n');
  expect(lines.map((l) => l.split(' ', 2))).toEqual([
    ['example,varnia,mfa)/news/1?x=1', '20310402080000'],
    ['urn:onrecord:ver:77aa', '20310403080000'],
  ]);
  for (const line of lines) {
    const { url, offset, length, digest } = JSON.parse(line.slice(line.indexOf('{'))) as Record<string, string>;
    const slice = files['archive/data.warc.gz']!.slice(Number(offset), Number(offset) + Number(length));
    const record = await new WARCParser([slice]).parse();
    const body = await record!.readFully(false);
    const capture = CAPTURES.find((c) => c.url === url)!;
    expect(record!.warcTargetURI).toBe(url);
    expect(Buffer.from(body)).toEqual(Buffer.from(capture.bytes));
    expect(digest).toBe(`sha-256:${createHash('sha256').update(capture.bytes).digest('hex')}`);
  }
});

it('names each part with its length and hash, and the list of them with its own', async () => {
  const files = await made(CAPTURES);
  const { resources, wacz_version } = JSON.parse(text(files['datapackage.json'])) as {
    wacz_version: string;
    resources: { path: string; hash: string; bytes: number }[];
  };
  expect(wacz_version).toBe('1.1.1');
  expect(resources.map((r) => r.path)).toEqual(['archive/data.warc.gz', 'indexes/index.cdxj', 'pages/pages.jsonl']);
  const hashOf = (path: string) => `sha256:${createHash('sha256').update(files[path]!).digest('hex')}`;
  for (const { path, hash, bytes } of resources) expect([hash, bytes]).toEqual([hashOf(path), files[path]!.length]);
  expect(JSON.parse(text(files['datapackage-digest.json']))).toEqual({
    path: 'datapackage.json',
    hash: hashOf('datapackage.json'),
  });
  expect(text(files['pages/pages.jsonl']).trim().split('\n')).toHaveLength(3);
});

it('an empty record is an archive without pages', async () => {
  expect(
    text((await made([]))['pages/pages.jsonl'])
      .trim()
      .split('\n'),
  ).toHaveLength(1);
});
