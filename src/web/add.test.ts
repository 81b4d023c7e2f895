import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AnnotatePool } from '../intake/workers/annotate-pool.ts';
import { contextFor } from '../service/context.fixture.ts';
import { OPERATIONS } from '../service/index.ts';
import { openStore } from '../store/index.ts';
import type { Store } from '../store/port.ts';
import { createApp } from './app.tsx';
import { labelsOfForm, mendingOfForm } from './routes/mending-form.ts';
import { OPEN, readAccess } from './security/read-access.ts';
import { Tray } from './tray.ts';

const TALK = `Interview of Minister Ilse Marenko and Orla Kestrin with the Tarsk Courier

Question: Will Varnia sign?

Marenko: We will not sign this year.

Kestrin: I agree.

Question: Why?

A: The inspections are not over. <script>alert(1)</script>
`;

const pool = new AnnotatePool({ threads: 1 });
let home: string;
let store: Store;
let app: ReturnType<typeof createApp>;
let readers: ReturnType<typeof createApp>;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'onrecord-add-'));
  store = await openStore(join(home, 'record.db'), { create: true });
  const ctx = contextFor(store, { pool, localFiles: false });
  app = createApp({ operations: OPERATIONS, ctx, version: '0.0.0', access: OPEN });
  const access = { ...(await readAccess(null, 'admin-token')), everyone: 'read' as const };
  readers = createApp({ operations: OPERATIONS, ctx, version: '0.0.0', access });
});
afterAll(async () => {
  await pool.close();
  await store.close();
  rmSync(home, { recursive: true });
});

const hidden = (html: string, name: string) =>
  new RegExp(`name="${name.replaceAll('.', '\\.')}" value="([^"]*)"`).exec(html)?.[1] ?? '';
const open = async () => hidden(await (await app.request('http://localhost/add')).text(), 'token');
/** Send a form as a browser without script does; answers with status, page and where it leads. */
async function send(path: string, fields: readonly (readonly [string, string | File])[], own = app) {
  const body = new FormData();
  for (const [name, value] of fields) body.append(name, value);
  const answer = await own.request(`http://localhost${path}`, { method: 'POST', body });
  return { status: answer.status, html: await answer.text(), to: answer.headers.get('location') };
}
/** Every field of the preview's form as it stands. */
const fieldsOf = (html: string): [string, string][] => {
  const form = /<form class="mend"[\s\S]*?<\/form>/.exec(html)![0];
  const inputs = [...form.matchAll(/<input [^>]*?name="([^"]+)"[^>]*?value="([^"]*)"/g)].map((m): [string, string] => [
    m[1]!,
    m[2]!,
  ]);
  const selects = [...form.matchAll(/<select name="([^"]+)"[\s\S]*?<option value="([^"]+)" selected/g)];
  return [...inputs, ...selects.map((m): [string, string] => [m[1]!, m[2]!])];
};
const set = (fields: [string, string][], changes: Record<string, string>) =>
  fields.map(([name, value]): [string, string] => [name, changes[name] ?? value]);

describe('adding a text without script', () => {
  test('an empty record offers to add; paste, look, mend, keep', async () => {
    expect(await (await app.request('http://localhost/')).text()).toContain('action="/add"');
    const seen = await send('/add', [
      ['token', await open()],
      ['text', TALK],
    ]);
    expect(seen.status).toBe(200);
    expect(seen.html).toContain('“A”: nobody is named');
    expect(seen.html).not.toContain('<script>alert');
    expect(await store.heads()).toEqual([]);

    const fields = fieldsOf(seen.html);
    const row = labelsOfForm(Object.fromEntries(fields)).findIndex((l) => l.label === 'A');
    const mended = set(fields, { [`name.${row}`]: 'Orla Kestrin', date: '2031-03-04' });
    const again = await send('/add/look', mended);
    expect(again.html).not.toContain('“A”: nobody is named');
    expect(again.html).toContain('4 March 2031');

    const kept = await send('/add/keep', fieldsOf(again.html));
    expect(kept.status).toBe(303);
    const [head] = await store.heads();
    expect(kept.to).toBe(`/add?kept=${encodeURIComponent(head!.id)}`);
    expect(head).toMatchObject({ date: '2031-03-04', dateKind: 'sidecar' });
    const { sidecar } = (await store.capture(head!.id))!;
    expect(sidecar).toEqual({
      date: '2031-03-04',
      participants: [{ label: 'A', name: 'Orla Kestrin', role: 'official' }],
    });
    expect(await (await app.request(`http://localhost${kept.to}`)).text()).toContain('Kept');
  });

  test('several files at once: a line each, then all kept', async () => {
    const token = await open();
    const before = (await store.heads()).length;
    const file = (name: string, text: string) => ['file', new File([text], name)] as const;
    const seen = await send('/add', [
      ['token', token],
      file('one.txt', TALK.replace('agree', 'disagree')),
      file('one.txt', TALK.replace('agree', 'wonder')),
      file('bad.pdf', 'no pdf'),
    ]);
    expect(seen.html).toContain('2 texts to look at');
    expect(seen.html).toContain('Not readable');
    const items = [...seen.html.matchAll(/name="item" value="([^"]+)"/g)].map((m) => m[1]!);
    const keep = seen.html.slice(seen.html.indexOf('action="/add/keep"'));
    const wanted = [...keep.matchAll(/name="item" value="([^"]+)"/g)].map((m): [string, string] => ['item', m[1]!]);
    expect(new Set(items).size).toBe(2);
    expect((await send('/add/keep', [['token', token], ...wanted])).status).toBe(303);
    expect(await store.heads()).toHaveLength(before + 2);
  });

  test.each([
    ['nothing at all', [], 400, 'nothing to look at'],
    ['an address that is none', [['address', 'javascript:alert(1)']], 400, 'does not begin with'],
    ['an address of this machine', [['address', 'http://127.0.0.1:1/x']], 200, 'could not be read'],
    ['an empty file', [['file', new File([' \n'], 'empty.txt')]], 200, 'could not be read'],
  ] as [string, [string, string | File][], number, string][])(
    '%s is answered in words',
    async (_n, fields, status, words) => {
      const answer = await send('/add', [['token', await open()], ...fields]);
      expect([answer.status, answer.html.includes(words)]).toEqual([status, true]);
      expect(answer.html).not.toMatch(/\/src\/|at .*\.ts/);
    },
  );

  test('without the token of a page, or the right to, nothing is looked at', async () => {
    expect((await send('/add', [['text', TALK]])).status).toBe(403);
    const { html, status } = await send('/add', [['text', TALK]], readers);
    expect([status, html.includes('Not kept yet')]).toEqual([403, false]);
    expect((await readers.request('http://localhost/add')).status).toBe(401);
    expect(await (await readers.request('http://localhost/')).text()).not.toContain('href="/add"');
  });

  test('what has left the tray is said', async () => {
    const answer = await send('/add/keep', [
      ['token', await open()],
      ['item', 'gone'],
    ]);
    expect([answer.status, answer.html.includes('no longer here')]).toEqual([404, true]);
  });
});

test('only what a person changed goes into the sidecar', () => {
  const form = {
    title: 'A talk',
    'was.title': 'A talk',
    date: ' 2031-03-04 ',
    'was.date': '',
    'label.0': 'Q',
    'name.0': '',
    'role.0': 'interviewer',
    'was.name.0': '',
    'was.role.0': 'interviewer',
    'label.1': 'A',
    'name.1': '',
    'role.1': 'official',
    'was.name.1': 'Ilse Marenko',
    'was.role.1': 'official',
  };
  expect(mendingOfForm(form)).toEqual({ date: '2031-03-04', who: ['A= (official)'] });
  expect(mendingOfForm({})).toEqual({});
});

test('the tray forgets after an hour, and when it is full', () => {
  let now = 0;
  const tray = new Tray(() => now);
  const sent = (size: number) => ({ name: 'a', mediaType: undefined, bytes: new Uint8Array(size) });
  const first = tray.put(sent(150_000_000));
  const second = tray.put(sent(100_000_000));
  expect([tray.get(first), tray.get(second) === null]).toEqual([null, false]);
  now = 3_600_001;
  expect(tray.get(second)).toBeNull();
});
