import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contextFor } from '../service/context.fixture.ts';
import { OPERATIONS } from '../service/index.ts';
import { openStore } from '../store/index.ts';
import type { Store } from '../store/port.ts';
import { createApp } from './app.tsx';
import { hashPassword, makeToken } from './security/passwords.ts';
import { OPEN, readAccess } from './security/read-access.ts';

let home: string;
let store: Store;
let closed: ReturnType<typeof createApp>;
let open: ReturnType<typeof createApp>;
let two: ReturnType<typeof createApp>;
const [reader, reviewer] = [makeToken(), makeToken()];
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'onrecord-guard-'));
  store = await openStore(join(home, 'record.db'), { create: true });
  const ctx = contextFor(store, { localFiles: false });
  const file = join(home, 'access.yaml');
  writeFileSync(
    file,
    `people:\n- {name: Ilse, role: review, password: "${await hashPassword('nine lives')}"}\n- {name: desk, role: read, token: "${reader.line}"}\n`,
  );
  closed = createApp({ operations: OPERATIONS, ctx, version: '0.0.0', access: await readAccess(file, null) });
  const tokens = join(home, 'tokens.yaml');
  writeFileSync(
    tokens,
    `people:\n- {name: Ana, role: review, token: "${reviewer.line}"}\n- {name: desk, role: read, token: "${reader.line}"}\n`,
  );
  two = createApp({ operations: OPERATIONS, ctx, version: '0.0.0', access: await readAccess(tokens, null) });
  open = createApp({ operations: OPERATIONS, ctx, version: '0.0.0', access: OPEN });
});
afterAll(async () => {
  await store.close();
  rmSync(home, { recursive: true });
});

const ORIGIN = 'https://record.example';
const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}, app = closed) =>
  app.request(`${ORIGIN}${path}`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { origin: ORIGIN, host: 'record.example', ...headers },
  });
const tokenIn = (html: string) => /name="token" value="([^"]+)"/.exec(html)?.[1] ?? '';

/** Sign in as the reviewer; answers with the cookie as a browser sends it, and as it was set. */
async function signIn(password = 'nine lives', fields: Record<string, string> = {}) {
  const token = tokenIn(await (await closed.request(`${ORIGIN}/login`)).text());
  const answer = await post('/login', { token, name: 'Ilse', password, next: '/review', ...fields });
  const set = answer.headers.get('set-cookie') ?? '';
  return { answer, set, cookie: set.split(';')[0]! };
}

describe('signing in', () => {
  test('the cookie is for this site and this browser alone', async () => {
    const { answer, set, cookie } = await signIn();
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/review');
    for (const part of ['HttpOnly', 'SameSite=Strict', 'Secure', 'Path=/']) expect(set).toContain(part);
    expect((await closed.request(`${ORIGIN}/review`, { headers: { cookie } })).status).toBe(200);
  });

  test('a wrong password, a form of another site and one without token are refused', async () => {
    expect((await signIn('ten lives')).answer.status).toBe(401);
    expect((await signIn('nine lives', { token: 'guess' })).answer.status).toBe(403);
    expect(
      (await post('/login', { name: 'Ilse', password: 'nine lives' }, { origin: 'http://evil.example' })).status,
    ).toBe(403);
  });

  test('after signing out the cookie opens nothing', async () => {
    const { cookie } = await signIn();
    const token = tokenIn(await (await closed.request(`${ORIGIN}/login`, { headers: { cookie } })).text());
    await post('/logout', { token }, { cookie });
    expect((await closed.request(`${ORIGIN}/review`, { headers: { cookie } })).status).toBe(303);
  });

  test('who tries too often waits', async () => {
    const tries: number[] = [];
    for (let i = 0; i < 12; i++) tries.push((await signIn('x', { name: '' })).answer.status);
    expect(tries.at(-1)).toBe(429);
  });
});

describe('what an address answers before anything is read', () => {
  test.each([
    ['the API without a token', () => closed.request(`${ORIGIN}/api/list`), 401, 'sign-in'],
    [
      'a token that is none',
      () => closed.request(`${ORIGIN}/api/list`, { headers: { authorization: 'Bearer x' } }),
      401,
      'sign-in',
    ],
    [
      'a name that is not ours',
      () => open.request('http://evil.example/api/list', { headers: { host: 'evil.example' } }),
      421,
      'wrong-host',
    ],
    [
      'an address without end',
      () => open.request(`http://localhost/api/search?query=${'a'.repeat(13_000)}`),
      413,
      'too-large',
    ],
  ])('%s: the one error shape', async (_name, ask, status, code) => {
    const answer = await ask();
    expect(answer.status).toBe(status);
    expect(await answer.json()).toEqual({
      error: { code, message: expect.any(String), hint: answer.status === 421 ? null : expect.any(String) },
    });
  });

  test('a token reads', async () => {
    const answer = await closed.request(`${ORIGIN}/api/list`, { headers: { authorization: `Bearer ${reader.token}` } });
    expect(answer.status).toBe(200);
  });

  test('a body without end is cut off', async () => {
    const answer = await open.request('http://localhost/check', { method: 'POST', body: 'x'.repeat(3 * 1024 * 1024) });
    expect(answer.status).toBe(413);
  });

  test('no script but those of this page may run, and no element carries a style', async () => {
    const policyOf = async (path: string) =>
      (await open.request(`http://localhost${path}`)).headers.get('content-security-policy')!;
    const policy = await policyOf('/');
    expect(policy).toMatch(/script-src 'nonce-[^']{16,}'(?:;|$)/);
    expect(policy).not.toContain('unsafe');
    expect(policy).toContain("frame-ancestors 'none'");
    expect(await policyOf('/search')).not.toBe(policy);
    expect(await policyOf('/add')).not.toBe(await policyOf('/add'));
  });
});

describe('pages that are kept until the record is written to', () => {
  const etag = (answer: Response) => answer.headers.get('etag');

  test('a browser that has the page need not fetch it again, and its policy is the same', async () => {
    const first = await open.request('http://localhost/documents');
    const again = await open.request('http://localhost/documents', { headers: { 'if-none-match': etag(first)! } });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect(again.headers.get('content-security-policy')).toBe(first.headers.get('content-security-policy'));
    const kept = await open.request('http://localhost/documents');
    expect(await kept.text()).toBe(await first.text());
    expect(kept.headers.get('content-type')).toBe(first.headers.get('content-type'));
  });

  test('after a write the page and its nonce are others', async () => {
    const first = await open.request('http://localhost/new');
    await store.putSavedSearch({
      name: 'lake',
      query: 'lake',
      speaker: null,
      topic: null,
      outlet: null,
      lang: null,
      saved: '2031-01-01T00:00:00Z',
    });
    const later = await open.request('http://localhost/new', { headers: { 'if-none-match': etag(first)! } });
    expect(later.status).toBe(200);
    expect(await later.text()).toContain('lake');
    expect(later.headers.get('content-security-policy')).not.toBe(first.headers.get('content-security-policy'));
  });

  test('a page of somebody who has signed in is no other’s', async () => {
    const as = (token: string, more: Record<string, string> = {}) =>
      two.request(`${ORIGIN}/`, { headers: { authorization: `Bearer ${token}`, ...more } });
    const own = await as(reviewer.token);
    expect(await own.text()).toContain('Sign out Ana');
    const desk = await as(reader.token, { 'if-none-match': etag(own)! });
    expect(desk.status).toBe(200);
    expect(await desk.text()).not.toContain('Ana');
    expect((await two.request(`${ORIGIN}/`, { headers: { 'if-none-match': etag(own)! } })).status).toBe(303);
  });

  test('what is checked is kept nowhere', async () => {
    expect(etag(await open.request('http://localhost/check?quote=We+will+sign.'))).toBeNull();
  });
});
