import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contextFor } from '../service/context.fixture.ts';
import { OPERATIONS } from '../service/index.ts';
import type { Context } from '../service/operation.ts';
import { openStore } from '../store/index.ts';
import type { Store } from '../store/port.ts';
import { createApp } from './app.tsx';
import { OPEN, readAccess } from './security/read-access.ts';

const HOSTILE = `<script>alert(1)</script><svg onload=alert(2)>"'&\u202e${'long '.repeat(400)}`;
const INTERVIEW = `Interview of Minister Ilse Marenko with the Tarsk Courier, 4 March 2031

Question: Will Varnia sign? ${HOSTILE}

Ilse Marenko: We will not sign the Talvik Treaty before the inspections are over. <img src=x onerror=alert(3)>

Question: And Kestoria?

Ilse Marenko: That is for Kestoria to say.
`;

let home: string;
let store: Store;
let app: ReturnType<typeof createApp>;
let ctx: Context;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'onrecord-web-'));
  writeFileSync(join(home, 'talk.txt'), INTERVIEW);
  writeFileSync(
    join(home, 'talk.meta.json'),
    JSON.stringify({
      title: HOSTILE,
      outlet: HOSTILE,
      publisher: HOSTILE,
      number: '<style>*{display:none}</style>',
      rights: HOSTILE,
      note: HOSTILE,
      url: 'javascript:alert(4)',
      participants: [{ label: 'Ilse Marenko', name: '<svg onload=alert(5)>Ilse Marenko\u202e', role: 'official' }],
      date: '2031-03-04',
    }),
  );
  store = await openStore(join(home, 'record.db'), { create: true });
  ctx = contextFor(store);
  const add = OPERATIONS.find((o) => o.name === 'add')!;
  for await (const _ of add.run(ctx, add.input.parse({ paths: [join(home, 'talk.txt')] })) as AsyncIterable<unknown>);
  ctx = { ...ctx, localFiles: false };
  app = createApp({ operations: OPERATIONS, ctx, version: '0.0.0', access: OPEN });
});
afterAll(async () => {
  await store.close();
  rmSync(home, { recursive: true });
});

const get = (path: string, headers: Record<string, string> = {}) => app.request(`http://localhost${path}`, { headers });
/** A file of ours, with the nonce of the answer and nothing in it. */
const OWN_SCRIPT = /<script type="module" src="\/assets\/[a-z-]+-[0-9a-f]{10}\.js" nonce="[\w+/=-]+"><\/script>/g;
const QUOTE = 'We will sign the Talvik Treaty before the inspections are over.';

describe('pages', () => {
  const paths = async () => {
    const [head] = await store.heads();
    return [
      '/',
      '/documents',
      `/d/${head!.id.slice(4)}`,
      `/check?quote=${encodeURIComponent(QUOTE)}`,
      '/check',
      '/search?query=treaty&all=1',
      '/search',
      '/timeline?topic=treaty',
      '/timeline',
      '/ledger?asOf=2031-04-01',
      '/matter?name=Talvik+Treaty',
      '/matter?name=%3Cscript%3Ealert(1)%3C/script%3E',
      '/compare',
      '/topics',
      '/coverage',
      '/review',
      `/cite?id=${head!.id}`,
      `/compare?a=${head!.id}&b=${head!.id}`,
    ];
  };

  it('each is a whole page, under 150 KB, and says who may frame and script it', async () => {
    for (const path of await paths()) {
      const answer = await get(path);
      const html = await answer.text();
      expect([path, answer.status]).toEqual([path, 200]);
      expect(html.startsWith('<!doctype html><html lang="en">')).toBe(true);
      expect(html.length).toBeLessThan(150_000);
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(html.match(/<h1>/g)).toHaveLength(1);
    }
  });

  it('hostile words stay words, in every page', async () => {
    for (const path of await paths()) {
      const html = await (await get(path)).text();
      expect(html.replaceAll(OWN_SCRIPT, '')).not.toMatch(/<script|<svg|<img/);
      expect(html).not.toMatch(/<style|(?:href|src|action)="?\s*(?:javascript|data):/i);
      // marks of direction stay in the words of the source, which are set apart, and nowhere else
      expect(html.replace(/<bdi[^>]*>[\s\S]*?<\/bdi>/g, '')).not.toContain('\u202e');
    }
    const page = await (await get('/search?query=%3Cscript%3Ealert(1)%3C/script%3E')).text();
    expect(page.replaceAll(OWN_SCRIPT, '')).not.toContain('<script');
  });

  it('a quotation that lost its "not" is answered in words, with the word struck', async () => {
    const html = await (await get(`/check?quote=${encodeURIComponent(QUOTE)}&speaker=Marenko`)).text();
    expect(html).toContain('the sense is turned');
    expect(html).toMatch(/<del>[^<]*not[^<]*<\/del>/);
    expect(html).toContain('not to be printed so');
  });

  it('a draft is checked quotation by quotation, and nothing of it is stored', async () => {
    const body = new URLSearchParams({
      draft: `"We will not sign the Talvik Treaty before the inspections are over," Marenko said. "We like cake," she added.`,
    });
    const html = await (await app.request('http://localhost/check', { method: 'POST', body })).text();
    expect(html).toMatch(/<a class="quoted ok" href="#q1"[^>]*>We will not sign the Talvik Treaty/);
    expect(html).toContain('id="q2"');
    expect(html).toContain('2 quotations checked: 1 may be printed');
    expect(await store.heads()).toHaveLength(1);
  });

  it('a draft that is a file is checked as well', async () => {
    const body = new FormData();
    body.set('draft', '');
    body.set(
      'file',
      new File(['"We will not sign the Talvik Treaty before the inspections are over," Marenko said.'], 'draft.md'),
    );
    const html = await (await app.request('http://localhost/check', { method: 'POST', body })).text();
    expect(html).toContain('1 quotation checked');
  });

  it('a document is handed out in the forms that other tools read, as far as its rights let it', async () => {
    const [head] = await store.heads();
    for (const [format, first] of [
      ['tei', '<?xml'],
      ['akn', '<?xml'],
      ['web-annotation', '['],
      ['csv', 'document,'],
      ['csl-json', '['],
    ] as const) {
      const answer = await get(`/take/${head!.id.slice(4)}/${format}`);
      expect([format, answer.status]).toEqual([format, 200]);
      expect(answer.headers.get('content-disposition')).toContain('attachment');
      expect((await answer.text()).trimStart().startsWith(first)).toBe(true);
    }
    expect((await get(`/take/${head!.id.slice(4)}/jsonl`)).status).toBe(404);
  });

  it('a treaty is found under any spelling of its names', async () => {
    for (const name of ['New START', 'start iii', 'START-III'])
      expect(await (await get(`/matter?name=${encodeURIComponent(name)}`)).text()).toContain('<h1>New START</h1>');
  });

  it.each([
    ['/timeline?topic=arms-supplies', '/feed/topic/arms-supplies'],
    ['/search?query=treaty&speaker=Marenko', '/feed/search?query=treaty&amp;speaker=Marenko'],
  ])('%s names its feed, for programs and for readers', async (path, feed) => {
    const html = await (await get(path)).text();
    expect(html).toContain(`<link rel="alternate" type="application/atom+xml"`);
    expect(html.split(`href="${feed}"`)).toHaveLength(3);
    expect((await get(feed.replaceAll('&amp;', '&'))).headers.get('content-type')).toContain('application/atom+xml');
  });

  it('a search is kept from the page of its hits', async () => {
    const html = await (await get('/search?query=treaty&speaker=Marenko')).text();
    expect(html).toMatch(/<form method="post" action="\/new\/save">[\s\S]*name="speaker" value="Marenko"/);
  });

  it('what is not there is said plainly, without paths or stacks', async () => {
    for (const path of ['/d/ffffffffffff', '/nothing']) {
      const answer = await get(path);
      expect(answer.status).toBe(404);
      expect(await answer.text()).not.toMatch(/\/src\/|at .*\.ts/);
    }
  });
});

describe('API', () => {
  it('answers an operation as the operation does, with an ETag', async () => {
    const answer = await get('/api/search?query=treaty');
    const search = OPERATIONS.find((o) => o.name === 'search')!;
    expect(await answer.json()).toEqual(
      JSON.parse(JSON.stringify(await search.run(ctx, search.input.parse({ query: 'treaty' })))),
    );
    const again = await get('/api/search?query=treaty', { 'if-none-match': answer.headers.get('etag')! });
    expect(again.status).toBe(304);
  });

  it.each([
    ['an unknown id', '/api/show?id=ver:ffffffffffff', 404, 'not-found'],
    ['a parameter that is none', '/api/search?query=a&colour=red', 400, 'usage'],
    ['a missing parameter', '/api/search', 400, 'usage'],
    ['an operation that stays on this machine', '/api/add?paths=/etc/passwd', 404, 'not-found'],
    ['a file of this machine', '/api/check?file=/etc/passwd', 403, 'refused'],
  ])('%s: the one error shape', async (_name, path, status, code) => {
    const answer = await get(path);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ error: { code, message: expect.any(String) } });
  });

  it('describes itself, one path an operation that reads', async () => {
    const api = (await (await get('/api/openapi.json')).json()) as { paths: Record<string, unknown> };
    expect(Object.keys(api.paths)).toEqual(
      expect.arrayContaining(['/api/show', '/api/search', '/api/check', '/api/ledger']),
    );
    for (const local of ['rebuild', 'refresh', 'doctor', 'export'])
      expect(Object.keys(api.paths)).not.toContain(`/api/${local}`);
    expect(api.paths['/api/add']).not.toHaveProperty('get');
  });
});

describe('who may ask', () => {
  it('another site cannot reach it by naming this machine', async () => {
    expect((await app.request('http://evil.example/', { headers: { host: 'evil.example' } })).status).toBe(421);
  });

  it('beyond loopback a token is demanded', async () => {
    const open = createApp({ operations: OPERATIONS, ctx, version: '0.0.0', access: await readAccess(null, 'secret') });
    expect((await open.request('http://record.example/')).headers.get('location')).toBe('/login?next=%2F');
    expect((await open.request('http://record.example/api/list')).status).toBe(401);
    expect(
      (await open.request('http://record.example/api/list', { headers: { authorization: 'Bearer wrong' } })).status,
    ).toBe(401);
    expect((await open.request('http://record.example/', { headers: { authorization: 'Bearer secret' } })).status).toBe(
      200,
    );
  });
});
