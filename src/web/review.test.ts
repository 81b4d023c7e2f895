import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AnnotatePool } from '../intake/workers/annotate-pool.ts';
import { contextFor } from '../service/context.fixture.ts';
import { OPERATIONS } from '../service/index.ts';
import { runOperation } from '../service/run-operation.ts';
import { openStore } from '../store/index.ts';
import type { Store } from '../store/port.ts';
import { createApp } from './app.tsx';
import { hashPassword } from './security/passwords.ts';
import { OPEN, readAccess } from './security/read-access.ts';

const TALK = `Q: Will Varnia sign the Talvik Treaty?

MARENKO: We will sign the Talvik Treaty on 5 May 2031. We demand that Kestoria withdraw its troops.

Q: And you?

DOLAN: We will not sign it.

Q: Why?

A: It is unfair. <script>alert(1)</script>
`;
const HOSTILE = '<script>alert(7)</script>"\u202e';

const pool = new AnnotatePool({ threads: 1 });
let home: string;
let store: Store;
let app: ReturnType<typeof createApp>;
let team: ReturnType<typeof createApp>;
let version: string;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'onrecord-review-'));
  store = await openStore(join(home, 'record.db'), { create: true });
  let hour = 10;
  const blob = { name: 'talk.txt', read: async () => new TextEncoder().encode(TALK) };
  const ctx = contextFor(store, {
    now: () => `2031-04-01T${hour++}:00:00Z`,
    blobs: new Map([['talk.txt', blob]]),
    pool,
    localFiles: false,
  });
  const add = OPERATIONS.find((o) => o.name === 'add')!;
  await runOperation(add, ctx, add.input.parse({ paths: ['talk.txt'], date: '2031-03-04' }));
  version = (await store.versionIds())[0]!;
  app = createApp({ operations: OPERATIONS, ctx, version: '0.0.0', access: OPEN });
  const file = join(home, 'access.yaml');
  writeFileSync(
    file,
    `everyone: read\npeople: [{name: Ana Brandt, role: review, password: "${await hashPassword('nine lives')}"}]\n`,
  );
  team = createApp({ operations: OPERATIONS, ctx, version: '0.0.0', access: await readAccess(file, null) });
});
afterAll(async () => {
  await pool.close();
  await store.close();
  rmSync(home, { recursive: true });
});

const BASE = 'http://localhost';
const page = async (path: string, own = app) => (await own.request(BASE + path)).text();
const tokenIn = (html: string) => /name="token" value="([^"]+)"/.exec(html)?.[1] ?? '';
async function decide(fields: Record<string, string>, own = app, cookie = '') {
  const token = fields.token ?? tokenIn(await (await own.request(`${BASE}/review`, { headers: { cookie } })).text());
  const answer = await own.request(`${BASE}/judge`, {
    method: 'POST',
    headers: { cookie },
    body: new URLSearchParams({ token, by: 'Ilse', reason: 'as heard on the tape', back: '/review', ...fields }),
  });
  return { status: answer.status, to: answer.headers.get('location') ?? '', html: await answer.text() };
}
const turnOf = async (label: string) => (await store.record(version))!.turns.find((t) => t.label?.startsWith(label))!;

describe('deciding on a page', () => {
  test('the queue, a decision, the notice, taking it back, and the history of it', async () => {
    const queue = await page('/review');
    const turn = await turnOf('A');
    expect(queue).toContain(`value="${turn.id}"`);
    expect(queue).not.toContain('<script>alert');

    const accepted = await decide({ id: turn.id, decision: 'accept' });
    expect(accepted.status).toBe(303);
    expect(accepted.to).toMatch(/^\/review\?done=jud/);
    const after = await page(accepted.to);
    expect(after).toContain('Recorded: Ilse accepted');
    expect(await page('/review')).not.toContain(`value="${turn.id}"`);

    const jud = decodeURIComponent(/done=([^&]+)/.exec(accepted.to)![1]!);
    await decide({ id: jud, decision: 'undo', reason: 'taken back' });
    expect(await page('/review')).toContain(`value="${turn.id}"`);
    const history = await page('/review/history');
    for (const words of ['took back', 'accepted', 'as heard on the tape', '1 April 2031', 'taken back'])
      expect(history).toContain(words);
  });

  test('whom a label means is said once for all its turns, and a rebuild keeps it', async () => {
    const { to } = await decide({
      id: version,
      decision: 'correct',
      field: 'who',
      corrected: 'A=Ilse Marenko (official)',
    });
    expect(to).toMatch(/^\/review/);
    expect(await turnOf('A')).toMatchObject({ speaker: 'Ilse Marenko', voice: 'official' });
  });

  test('a wrong speaker, a wrong day', async () => {
    const turn = await turnOf('DOLAN');
    await decide({ id: turn.id, decision: 'correct', field: 'speaker', corrected: 'Orla Dolan', back: '/d/x' });
    expect(await turnOf('DOLAN')).toMatchObject({ speaker: 'Orla Dolan' });
    await decide({ id: version, decision: 'correct', field: 'date', corrected: '2031-03-05' });
    expect((await store.head(version))!.date).toBe('2031-03-05');
  });

  test('a statement of the ledger is marked there, and reviewed once accepted', async () => {
    const ledger = await page('/ledger?asOf=2031-04-01');
    expect(ledger).toContain('not reviewed');
    const [href] = /\/judge\?id=[^"]*e-[^"]*/.exec(ledger)!;
    const shown = await page(href.replaceAll('&amp;', '&'));
    expect(shown).toContain('<mark>');
    expect(shown).toMatch(/The rules read here: <b>\w+/);
    const ids = new URLSearchParams(href.split('?')[1]!.replaceAll('&amp;', '&')).getAll('id');
    expect((await decide({ id: ids[0]!, decision: 'accept' })).status).toBe(303);
    if (ids.length === 1) expect(await page('/ledger?asOf=2031-04-01')).toMatch(/☑<\/span> reviewed/);
  });

  test.each([
    ['a correction that fits nothing', { decision: 'correct', field: 'voice', corrected: 'loud' }, 400, 'cannot be'],
    ['no reason', { decision: 'accept', reason: '' }, 400, 'reason'],
    ['a decision that is none', { decision: 'burn' }, 400, 'decision'],
    ['nothing to decide about', { decision: 'accept', id: '' }, 400, 'what to decide about'],
    ['an id that is not there', { decision: 'accept', id: 'ver:ffffffffffff' }, 404, 'no such document'],
    ['a form of another page', { decision: 'accept', token: 'guess' }, 403, 'too old'],
  ])('%s is answered in words, and keeps nothing', async (_name, fields, status, words) => {
    const before = (await store.judgements()).length;
    const answer = await decide({ id: (await turnOf('DOLAN')).id, ...(fields as Record<string, string>) });
    expect([answer.status, answer.html.includes(words)]).toEqual([status, true]);
    expect(await store.judgements()).toHaveLength(before);
  });

  test('hostile words of a reviewer stay words', async () => {
    const { id } = await turnOf('DOLAN');
    await decide({ id, decision: 'unsure', by: HOSTILE, reason: HOSTILE });
    for (const path of ['/review/history', `/judge?id=${id}`]) {
      const html = await page(path);
      expect(html).toContain('alert(7)');
      expect(html).not.toMatch(/<script>alert|alert\(7\)<\/script>"/);
      expect(html.replace(/<bdi[^>]*>[\s\S]*?<\/bdi>/g, '')).not.toContain('\u202e');
    }
  });

  test('afterwards one comes back to a page of this site only', async () => {
    const { id } = await turnOf('DOLAN');
    expect((await decide({ id, decision: 'unsure', back: '//evil.example' })).to).toMatch(/^\/review/);
  });
});

describe('who may decide', () => {
  test('a reader sees the queue and no form; a form of his own is refused', async () => {
    const queue = await page('/review', team);
    expect(queue).toContain('To review');
    expect(queue).not.toContain('action="/judge"');
    expect((await team.request(`${BASE}/judge?id=${version}`)).status).toBe(401);
    expect(
      (await decide({ id: version, decision: 'accept', token: tokenIn(await page('/login', team)) }, team)).status,
    ).toBe(401);
  });

  test('a reviewer decides under the name of the session, whatever the form says', async () => {
    const token = tokenIn(await page('/login', team));
    const body = new URLSearchParams({ token, name: 'Ana Brandt', password: 'nine lives' });
    const signedIn = await team.request(`${BASE}/login`, { method: 'POST', body });
    const cookie = signedIn.headers.get('set-cookie')!.split(';')[0]!;
    expect((await decide({ id: version, decision: 'accept', by: 'Somebody Else' }, team, cookie)).status).toBe(303);
    expect((await store.judgements()).at(-1)).toMatchObject({ by: 'Ana Brandt' });
  });
});
