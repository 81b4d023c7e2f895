import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { nextPage } from '../routes/login.tsx';
import { FormTokens } from './form-token.ts';
import { accountOfPassword, accountOfToken, hashPassword, makeToken } from './passwords.ts';
import { RateLimit } from './rate-limit.ts';
import { OPEN, readAccess } from './read-access.ts';
import { covers } from './roles.ts';
import { isSameOrigin } from './same-origin.ts';
import { Sessions } from './sessions.ts';

const home = mkdtempSync(join(tmpdir(), 'onrecord-access-'));
afterAll(() => rmSync(home, { recursive: true }));
const fileOf = (text: string) => {
  const path = join(home, `${Math.abs(text.length)}-${text.replace(/\W/g, '').slice(0, 20)}.yaml`);
  writeFileSync(path, text);
  return path;
};
const SCRYPT = `scrypt:${'a'.repeat(22)}:${'b'.repeat(43)}`;

describe('who may do what', () => {
  test.each([
    ['read', 'read', true],
    ['read', 'review', false],
    ['review', 'review', true],
    ['review', 'admin', false],
    ['admin', 'admin', true],
    ['admin', 'local', false],
    [null, 'read', false],
  ] as const)('%s asks for %s: %s', (role, access, isAllowed) => expect(covers(role, access)).toBe(isAllowed));

  test('without a setting nobody signs in; with a token or a file everybody does', async () => {
    expect(await readAccess(null, null)).toBe(OPEN);
    expect((await readAccess(null, 'long-token')).everyone).toBeNull();
    expect((await readAccess(fileOf('people: []'), null)).everyone).toBeNull();
    expect((await readAccess(fileOf('everyone: read'), null)).everyone).toBe('read');
  });

  test.each([
    ['a password in plain text', 'people: [{name: Ilse, role: read, password: secret}]', /onrecord password/],
    ['nothing to sign in with', 'people: [{name: Ilse, role: read}]', /neither a password nor a token/],
    ['a role that is none', `people: [{name: Ilse, role: owner, password: "${SCRYPT}"}]`, /people\.0\.role/],
    ['a key that is none', 'everybody: read', /everybody/],
    ['one name twice', `people: [${`{name: I, role: read, password: "${SCRYPT}"},`.repeat(2)}]`, /twice/],
    ['no YAML', 'people: [', /./],
  ])('a file with %s is refused', async (_name, text, why) => {
    await expect(readAccess(fileOf(text), null)).rejects.toMatchObject({
      code: 'usage',
      message: expect.stringMatching(why),
    });
  });

  test('passwords and tokens are known by their hashes', async () => {
    const { token, line } = makeToken();
    const file = fileOf(
      `people:\n- {name: Ilse Marenko, role: review, password: "${await hashPassword('nine lives')}"}\n- {name: desk, role: read, token: "${line}"}\n`,
    );
    const list = await readAccess(file, null);
    expect(await accountOfPassword(list, 'Ilse Marenko', 'nine lives')).toMatchObject({ role: 'review' });
    expect(await accountOfPassword(list, 'Ilse Marenko', 'nine live')).toBeNull();
    expect(await accountOfPassword(list, 'nobody', 'nine lives')).toBeNull();
    expect(accountOfToken(list, token)).toMatchObject({ name: 'desk' });
    expect(accountOfToken(list, `${token}x`)).toBeNull();
    expect(accountOfToken(list, '')).toBeNull();
  });
});

describe('where a request comes from', () => {
  const ask = (headers: Record<string, string>, method = 'POST') =>
    isSameOrigin(
      new Request('http://record.example/judge', { method, headers: { host: 'record.example', ...headers } }),
    );
  test.each([
    ['a form of this site', { origin: 'http://record.example', 'sec-fetch-site': 'same-origin' }, true],
    ['this site behind a proxy that speaks https', { origin: 'https://record.example' }, true],
    ['no browser', {}, true],
    ['another site', { origin: 'http://evil.example', 'sec-fetch-site': 'cross-site' }, false],
    ['a sister site', { origin: 'http://a.record.example', 'sec-fetch-site': 'same-site' }, false],
    ['an old browser on another site', { origin: 'http://evil.example' }, false],
    ['another port of this machine', { origin: 'http://record.example:81' }, false],
    ['a frame without origin', { origin: 'null' }, false],
  ])('%s', (_name, headers, isAllowed) => expect(ask(headers as Record<string, string>)).toBe(isAllowed));
  test('reading may come from anywhere', () =>
    expect(ask({ origin: 'http://evil.example', 'sec-fetch-site': 'cross-site' }, 'GET')).toBe(true));

  test('a form token is that of its session', () => {
    const tokens = new FormTokens();
    expect(tokens.fits('a', tokens.of('a'))).toBe(true);
    for (const bad of [tokens.of('b'), new FormTokens().of('a'), '', undefined, 7])
      expect(tokens.fits('a', bad)).toBe(false);
  });
});

test('a session ends by itself, or when it is ended', () => {
  let now = 0;
  const sessions = new Sessions(() => now);
  const account = { name: 'Ilse', role: 'read', token: null, password: null } as const;
  const [a, b] = [sessions.begin(account), sessions.begin(account)];
  expect(sessions.accountOf(a)).toBe(account);
  expect(sessions.accountOf('guess')).toBeNull();
  sessions.end(a);
  expect([sessions.accountOf(a), sessions.accountOf(b)]).toEqual([null, account]);
  now = 13 * 3600_000;
  expect(sessions.accountOf(b)).toBeNull();
});

test('who asks too often waits; others do not', () => {
  let now = 0;
  const limit = new RateLimit({ burst: 2, perMinute: 6 }, () => now);
  expect([limit.take('a'), limit.take('a'), limit.take('a'), limit.take('b')]).toEqual([null, null, 10, null]);
  now += 10_000;
  expect(limit.take('a')).toBeNull();
  expect(limit.take('a')).toBe(10);
});

test.each([
  ['/review?x=1', '/review?x=1'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['https://evil.example', '/'],
  ['javascript:alert(1)', '/'],
  ['/a\nb', '/'],
  ['/login?next=/', '/'],
  [undefined, '/'],
])('after signing in: %s leads to %s', (next, page) => expect(nextPage(next)).toBe(page));
