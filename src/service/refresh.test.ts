import { mkdtempSync, rmSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openStore } from '../store/index.ts';
import type { Store } from '../store/port.ts';
import { add } from './add.ts';
import { contextFor } from './context.fixture.ts';
import { judge } from './judge.ts';
import type { Context } from './operation.ts';
import { refresh } from './refresh.ts';

/** What the invented ministry's server says now: path -> page; null is gone. */
const site = new Map<string, string | null>();
const server = http.createServer((ask, answer) => {
  const page = site.get(ask.url!);
  if (page === null || page === undefined) answer.writeHead(404).end();
  else {
    const etag = `"${page.length}-${page.slice(-40).replace(/[^\w]/g, '')}"`;
    if (ask.headers['if-none-match'] === etag) answer.writeHead(304).end();
    else
      answer
        .writeHead(200, { 'content-type': ask.url!.endsWith('.xml') ? 'application/rss+xml' : 'text/html', etag })
        .end(page);
  }
});
const dir = mkdtempSync(join(tmpdir(), 'onrecord-refresh-'));
let base = '';
let store: Store;
let ctx: Context;
let n = 0;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(dir, { recursive: true, force: true });
});
beforeEach(async () => {
  site.clear();
  store = await openStore(join(dir, `${n++}.db`), { create: true });
  let clock = 0;
  ctx = contextFor(store, {
    now: () => new Date(Date.UTC(2031, 4, 7) + clock++ * 1000).toISOString(),
  });
  return () => store.close();
});

const page = (words: string, footer = 'Contact us') =>
  `<html><head><title>On the Straits</title></head><body><article><h1>On the Straits</h1><p>MS. MARENKO: ${words} We have said so before, and we say so again today in this house.</p></article><footer>${footer}</footer></body></html>`;
// biome-ignore lint/suspicious/noExplicitAny: lines of two operations, checked by what they hold
type Line = any;
async function addAll(...paths: string[]) {
  const lines: Line[] = [];
  for await (const line of add.run(ctx, { paths, allowPrivate: true }) as AsyncIterable<Line>) lines.push(line);
  return lines;
}
async function refreshAll(source?: string) {
  const lines: Line[] = [];
  for await (const line of refresh.run(ctx, { source, allowPrivate: true }) as AsyncIterable<Line>)
    lines.push({ ...line, address: line.address.replace(base, '') });
  return lines;
}

test('unchanged, changed with the changed words, gone with its text kept, back again', async () => {
  site.set('/a', page('We will not sign.'));
  const [added] = await addAll(`${base}/a`);
  expect(added).toMatchObject({ status: 'added', document: { url: `${base}/a` } });
  expect(await refreshAll()).toMatchObject([
    { address: '/a', status: 'unchanged', document: { id: added.document.id } },
  ]);
  site.set('/a', page('We will sign.'));
  const [changed] = await refreshAll();
  expect(changed).toMatchObject({ status: 'changed', before: added.document.id });
  expect(changed.findings[0]).toMatchObject({ rule: 'changed-words', severity: 'warning' });
  expect(changed.findings[0].why).toContain('We will not sign.');
  expect(changed.findings[0].why).toContain('We will sign.');
  site.set('/a', null);
  expect(await refreshAll()).toMatchObject([
    { status: 'gone', document: { id: changed.document.id }, findings: [{ rule: 'address-gone' }] },
  ]);
  expect((await store.record(added.document.id))!.text).toContain('We will not sign.');
  expect((await store.visits()).map((v) => v.outcome)).toEqual(['gone']);
  site.set('/a', page('We will sign.'));
  expect(await refreshAll()).toMatchObject([{ status: 'unchanged', document: { id: changed.document.id } }]);
});

test('a page whose furniture changed says so', async () => {
  site.set('/a', page('No.', 'Visitors today: 17'));
  await addAll(`${base}/a`);
  site.set('/a', page('No.', 'Visitors today: 23'));
  const [line] = await refreshAll();
  expect(line.findings[0]).toMatchObject({ rule: 'changed-words', severity: 'info' });
});

test('a feed brings its new items, the known ones stay quiet', async () => {
  const item = (i: number) =>
    `<item><title>Statement ${i}</title><link>${base}/s${i}</link><description>Words of statement ${i}.</description></item>`;
  const feed = (...items: number[]) =>
    `<?xml version="1.0"?><rss version="2.0"><channel><title>Ministry</title>${items.map(item).join('')}</channel></rss>`;
  site.set('/feed.xml', feed(1));
  expect((await addAll(`${base}/feed.xml`)).map((l) => l.status)).toEqual(['added']);
  site.set('/feed.xml', feed(2, 1));
  const news = await refreshAll();
  expect(news).toMatchObject([{ address: `/feed.xml!/${base}/s2`, status: 'added' }]);
  expect((await store.record(news[0].document.id))!.text).toContain('Words of statement 2.');
  expect(await refreshAll()).toMatchObject([{ status: 'unchanged' }]);
});

test('only the source that was asked for; an unknown source is an error', async () => {
  site.set('/a', page('No.'));
  site.set('/b', page('Yes.'));
  await addAll(`${base}/a`, `${base}/b`);
  expect((await refreshAll(`${base}/b`)).map((l) => l.address)).toEqual(['/b']);
  await expect(refreshAll('kestoria.example')).rejects.toMatchObject({ code: 'not-found' });
});

test('add of an address that is not there, and of a private one that is not allowed, fail without a trace', async () => {
  expect(await addAll(`${base}/none`)).toMatchObject([{ status: 'failed', error: { code: 'not-found' } }]);
  const lines: Line[] = [];
  for await (const line of add.run(ctx, { paths: [`${base}/none`] }) as AsyncIterable<Line>) lines.push(line);
  expect(lines).toMatchObject([{ status: 'failed', error: { code: 'refused' } }]);
  expect(await store.versionIds()).toEqual([]);
});

test('what a person mended is kept where its words stand still, and what could not be kept is said', async () => {
  const talk = (day: string, words: string, label = 'MS. MARENKO') =>
    `<html><body><article><h1>On the Straits</h1><p>Published ${day}</p><p>${label}: ${words}</p><p>${label}: We have said so before, and we say so again today in this house.</p></article></body></html>`;
  site.set('/m', talk('4 March 2031', 'We will not sign.'));
  const lines: Line[] = [];
  const mended = { title: 'Straits briefing', date: '2031-03-02', who: ['MS. MARENKO=Ilse Marenko (official)'] };
  for await (const line of add.run(ctx, {
    paths: [`${base}/m`],
    allowPrivate: true,
    ...mended,
  }) as AsyncIterable<Line>)
    lines.push(line);
  const first = lines[0].document.id;
  const turn = (await store.record(first))!.turns.find((t) => t.label !== null)!;
  const decided = { decision: 'correct', by: 'Ana', reason: 'she told us' } as const;
  await judge.run(ctx, { id: turn.id, ...decided, value: 'kind=speech' });
  await judge.run(ctx, { id: first, ...decided, value: 'place=Tarsk' });

  site.set('/m', talk('4 March 2031', 'We will not sign.').replace('today in this house', 'in this house'));
  const [changed] = await refreshAll();
  expect(changed).toMatchObject({
    status: 'changed',
    before: first,
    document: { title: 'Straits briefing', date: '2031-03-02', place: 'Tarsk' },
  });
  const after = (await store.record(changed.document.id))!;
  expect(after.turns.find((t) => t.label !== null)).toMatchObject({ kind: 'speech', speaker: 'Ilse Marenko' });
  const said = (rule: string, line: Line) => line.findings.filter((f: Line) => f.rule === rule).map((f: Line) => f.why);
  expect(said('mending-lost', changed)).toEqual([]);
  expect(said('mending-carried', changed)).toHaveLength(5);

  site.set('/m', talk('9 May 2031', 'We will sign.', 'MR. REVAL'));
  const [other] = await refreshAll();
  expect(other.document).toMatchObject({ title: 'Straits briefing', date: '2031-05-09' });
  expect((await store.record(other.document.id))!.turns.every((t) => t.speaker !== 'Ilse Marenko')).toBe(true);
  expect(said('mending-lost', other).join('\n')).toMatch(
    /date 2031-03-02; the page now says 2031-05-09[\s\S]*no such label[\s\S]*kind=speech/,
  );
});
