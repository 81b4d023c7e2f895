import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PoliteFetcher, type PoliteOptions } from './fetch-politely.ts';
import { isPrivateAddress } from './private-addresses.ts';
import { readRobots } from './robots.ts';

const robotsDelay = (text: string) => readRobots('https://varnia.example/robots.txt', text).delayMs;

/** A server on the loopback address: reachable only because the tests allow it. */
let base = '';
const seen: { path: string; headers: http.IncomingHttpHeaders }[] = [];
let underWay = 0;
let mostAtOnce = 0;
const BOMB = gzipSync(Buffer.alloc(50_000_000));
type Send = [status: number, headers?: http.OutgoingHttpHeaders, body?: string | Buffer];
const PAGES: Record<string, (ask: http.IncomingMessage) => Send> = {
  '/robots.txt': () => [200, {}, 'User-agent: *\nDisallow: /secret\n'],
  '/page': (ask) =>
    ask.headers['if-none-match'] === '"v1"'
      ? [304]
      : [
          200,
          {
            'content-type': 'text/html; charset=windows-1251',
            'content-encoding': 'gzip',
            etag: '"v1"',
            'last-modified': 'Tue, 06 May 2031 10:00:00 GMT',
          },
          gzipSync('<p>words</p>'),
        ],
  '/gone': () => [410],
  '/broken': () => [503],
  '/hop': () => [302, { location: '/page' }],
  '/loop': () => [302, { location: '/loop' }],
  '/to-private': () => [302, { location: 'http://10.1.2.3/admin' }],
  '/to-file': () => [302, { location: 'file:///etc/passwd' }],
  '/to-secret': () => [302, { location: '/secret/x' }],
  '/large': () => [200, {}, Buffer.alloc(300_000)],
  '/bomb': () => [200, { 'content-encoding': 'gzip' }, BOMB],
};
const server = http.createServer((ask, answer) => {
  const path = ask.url!;
  seen.push({ path, headers: ask.headers });
  mostAtOnce = Math.max(mostAtOnce, ++underWay);
  answer.on('close', () => underWay--);
  if (path === '/endless') {
    answer.writeHead(200, { 'content-type': 'text/html' });
    const timer = setInterval(() => answer.write('x'), 20);
    answer.on('close', () => clearInterval(timer));
  } else if (path === '/slow') setTimeout(() => answer.end('x'), 30);
  else if (path !== '/mute') {
    const [status, headers, body] = PAGES[path]?.(ask) ?? [404];
    answer.writeHead(status, headers).end(body);
  }
});
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
/** May ask the test server, but no other private address. */
const fetcher = (over: PoliteOptions = {}) =>
  new PoliteFetcher({
    allowPrivate: ['127.0.0.1'],
    delayMs: 0,
    maxBytes: 100_000,
    timeLimitMs: 500,
    wait: async () => {},
    ...over,
  });

describe('what comes back', () => {
  test('bytes unpacked, media type, validators; redirects followed', async () => {
    const read = await fetcher().fetch(`${base}/hop`);
    expect(read).toMatchObject({
      outcome: 'fetched',
      url: `${base}/page`,
      mediaType: 'text/html; charset=windows-1251',
      etag: '"v1"',
      lastModified: 'Tue, 06 May 2031 10:00:00 GMT',
    });
    expect(read.outcome === 'fetched' && Buffer.from(read.bytes).toString()).toBe('<p>words</p>');
  });
  test('unchanged and gone are outcomes, trouble is an error', async () => {
    expect(await fetcher().fetch(`${base}/page`, { etag: '"v1"' })).toEqual({ outcome: 'unchanged' });
    expect(await fetcher().fetch(`${base}/gone`)).toEqual({ outcome: 'gone', status: 410 });
    await expect(fetcher().fetch(`${base}/broken`)).rejects.toMatchObject({ code: 'unreadable' });
  });
});

describe('politeness', () => {
  test('robots.txt is asked once and obeyed, also after a redirect', async () => {
    const polite = fetcher();
    const before = seen.length;
    await expect(polite.fetch(`${base}/secret/x`)).rejects.toMatchObject({ code: 'refused' });
    await expect(polite.fetch(`${base}/to-secret`)).rejects.toMatchObject({ code: 'refused' });
    expect(seen.slice(before).map((s) => s.path)).toEqual(['/robots.txt', '/to-secret']);
    expect(seen.at(-1)!.headers['user-agent']).toMatch(/^Onrecord\//);
  });
  test('one request at a time a host, a pause before each but the first', async () => {
    const waits: number[] = [];
    mostAtOnce = 0;
    const polite = fetcher({ delayMs: 1000, wait: async (ms: number) => void waits.push(ms) });
    await Promise.all([1, 2, 3].map(() => polite.fetch(`${base}/slow`)));
    expect(mostAtOnce).toBe(1);
    expect(waits).toEqual([1000, 1000, 1000]);
  });
  test('a site may ask for a longer pause, within reason', () => {
    expect(robotsDelay('User-agent: *\nCrawl-delay: 7')).toBe(7000);
    expect(robotsDelay('User-agent: *\nCrawl-delay: 7000')).toBe(30_000);
  });
});

describe('hostile servers', () => {
  test.each([
    ['a redirect to a private address', '/to-private', 'refused'],
    ['a redirect to a file', '/to-file', 'refused'],
    ['redirects in a circle', '/loop', 'unreadable'],
    ['a body over the limit', '/large', 'too-large'],
    ['a compressed bomb', '/bomb', 'too-large'],
    ['a server that never ends', '/endless', 'timeout'],
    ['a server that never answers', '/mute', 'timeout'],
  ])('%s', async (_, path, code) => {
    const started = performance.now();
    await expect(fetcher().fetch(base + path)).rejects.toMatchObject({ code });
    expect(performance.now() - started).toBeLessThan(3000);
  });
  test('private addresses in every spelling are refused without a request', async () => {
    const before = seen.length;
    const { port } = new URL(base);
    const hosts =
      '127.0.0.1 localhost 2130706433 0x7f.1 [::1] [::ffff:127.0.0.1] 0 169.254.169.254 10.0.0.1 192.168.1.1 [fd00::1] [fe80::1]';
    for (const host of hosts.split(' '))
      await expect(fetcher({ allowPrivate: false }).fetch(`http://${host}:${port}/page`), host).rejects.toMatchObject({
        code: 'refused',
      });
    expect(seen.length).toBe(before);
  });
  test('other schemes, passwords in addresses, and what is no address', async () => {
    await expect(fetcher().fetch('file:///etc/passwd')).rejects.toMatchObject({ code: 'refused' });
    await expect(fetcher().fetch('http://user:pass@127.0.0.1/')).rejects.toMatchObject({ code: 'refused' });
    await expect(fetcher().fetch('nonsense')).rejects.toMatchObject({ code: 'usage' });
  });
});

test('which addresses are private', () => {
  const of = (addresses: string) => addresses.split(' ').filter(isPrivateAddress).join(' ');
  const all =
    '127.0.0.1 10.0.0.1 172.16.0.1 172.31.255.255 192.168.0.1 169.254.1.1 100.64.0.1 0.0.0.0 224.0.0.1 255.255.255.255 :: ::1 ::ffff:10.0.0.1 ::ffff:a00:1 64:ff9b::7f00:1 2002:7f00:1:: fe80::1 fc00::1 2001:db8::1 nonsense';
  expect(of(all)).toBe(all);
  expect(of('8.8.8.8 1.1.1.1 172.32.0.1 2606:4700::1111 ::ffff:8.8.8.8 64:ff9b::808:808')).toBe('');
});
