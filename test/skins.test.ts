import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { runCli } from '../src/cli/main.ts';
import { AnnotatePool } from '../src/intake/workers/annotate-pool.ts';
import { mcpOverHttp } from '../src/mcp/serve-mcp.ts';
import { contextFor } from '../src/service/context.fixture.ts';
import { OPERATIONS } from '../src/service/index.ts';
import { accessOf, type Context } from '../src/service/operation.ts';
import { openStore } from '../src/store/index.ts';
import type { Store } from '../src/store/port.ts';
import { createApp } from '../src/web/app.tsx';
import { OPEN } from '../src/web/security/read-access.ts';
import { ROOT, readLines } from './sample-record.ts';

/** Some of the sample record on the command line, over HTTP and for an assistant: one store, three skins. */
const TEXTS = ['2023-05-16-perrin-briefing.md', '2023-06-06-doral-briefing.txt', '2023-09-14-marenko-press.html'];
const pool = new AnnotatePool({ threads: 1 });
let home: string;
let store: Store;
let ctx: Context;
let app: ReturnType<typeof createApp>;
let client: Client;
const ids: Record<string, string> = {};

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'onrecord-skins-'));
  store = await openStore(join(home, 'record.db'), { create: true });
  ctx = contextFor(store, { pool });
  await onCommandLine('add', ...TEXTS.map((name) => join(ROOT, 'samples/record', name)));
  const remote = { ...ctx, localFiles: false };
  const assistant = mcpOverHttp(OPERATIONS, remote, '0.0.0');
  app = createApp({ operations: OPERATIONS, ctx: remote, version: '0.0.0', access: OPEN, assistant });
  const heads = await store.heads();
  Object.assign(ids, { a: heads[0]!.id, b: heads[1]!.id });
  ids.turn = (await store.record(ids.a!))!.turns.find((t) => t.kind === 'answer' || t.kind === 'speech')!.id;
  client = new Client({ name: 'test', version: '0.0.0' });
  const fetch = async (url: string | URL | Request, init?: RequestInit) => app.fetch(new Request(url, init));
  await client.connect(new StreamableHTTPClientTransport(new URL('http://localhost/mcp'), { fetch }));
}, 60_000);
afterAll(async () => {
  await client?.close();
  await pool.close();
  await store?.close();
  rmSync(home, { recursive: true });
});

/** What the command line prints with --json, line by line. */
async function onCommandLine(...argv: string[]): Promise<unknown[]> {
  const printed: string[] = [];
  const out = vi.spyOn(process.stdout, 'write').mockImplementation((text) => printed.push(String(text)) > 0);
  try {
    const open = async () => ({ ctx, close: async () => {}, clearProgress: () => {} });
    await runCli([...argv, '--json'], { operations: OPERATIONS, version: '0.0.0', open, signal: ctx.signal });
  } finally {
    out.mockRestore();
  }
  return readLines<unknown>(printed.join(''));
}

/** One input for each operation that all three skins offer, and its words on the command line. */
const CASES: Record<string, { input: () => Record<string, unknown>; argv: () => string[] }> = {
  list: { input: () => ({ from: '2023-06', limit: '3' }), argv: () => ['--from', '2023-06', '--limit', '3'] },
  show: { input: () => ({ id: ids.a }), argv: () => [ids.a!] },
  search: { input: () => ({ query: 'talks', limit: '5' }), argv: () => ['talks', '--limit', '5'] },
  check: { input: () => ({ quotes: ['We will trade in people.'] }), argv: () => ['We will trade in people.'] },
  timeline: { input: () => ({ topic: 'talks' }), argv: () => ['talks'] },
  compare: { input: () => ({ a: ids.a, b: ids.b }), argv: () => [ids.a!, ids.b!] },
  ledger: { input: () => ({ asOf: '2023-12-01' }), argv: () => ['--as-of', '2023-12-01'] },
  topics: { input: () => ({}), argv: () => [] },
  person: { input: () => ({ id: 'Nobody Atall' }), argv: () => ['Nobody Atall'] },
  gaps: { input: () => ({}), argv: () => [] },
  review: { input: () => ({ limit: '5' }), argv: () => ['--limit', '5'] },
  history: { input: () => ({}), argv: () => [] },
  news: { input: () => ({ since: '2031-01', limit: '2' }), argv: () => ['--since', '2031-01', '--limit', '2'] },
  saved: { input: () => ({}), argv: () => [] },
  digest: { input: () => ({ since: '2031-01' }), argv: () => ['2031-01'] },
  cite: { input: () => ({ id: ids.turn, style: 'bibtex' }), argv: () => [ids.turn!, '--style', 'bibtex'] },
};
const OFFERED = OPERATIONS.filter((op) => accessOf(op) === 'read');

test('every operation that all skins offer is compared', () => {
  expect(Object.keys(CASES).sort()).toEqual(OFFERED.map((op) => op.name).sort());
});

async function overHttp(name: string, input: Record<string, unknown>, method: 'GET' | 'POST') {
  const query = new URLSearchParams();
  for (const [k, v] of Object.entries(input)) for (const one of [v].flat()) query.append(k, String(one));
  const answer =
    method === 'GET'
      ? await app.request(`http://localhost/api/${name}?${query}`)
      : await app.request(`http://localhost/api/${name}`, {
          method,
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(input),
        });
  return answer.json();
}

describe('the same question has one answer', () => {
  test.for(Object.entries(CASES))('%s', async ([name, { input, argv }]) => {
    const op = OPERATIONS.find((o) => o.name === name)!;
    const lines = await onCommandLine(name, ...argv());
    const isError = lines.length === 1 && typeof lines[0] === 'object' && lines[0] !== null && 'error' in lines[0];
    const printed = op.stream && !isError ? { items: lines } : lines[0];
    const called = await client.callTool({ name, arguments: input() });
    const forAssistant = JSON.parse((called.content as { text: string }[])[0]!.text);
    expect(await overHttp(name, input(), 'GET')).toEqual(printed);
    expect(await overHttp(name, input(), 'POST')).toEqual(printed);
    expect(forAssistant).toEqual(printed);
  });
});

test('an assistant is offered what reads, and nothing else', async () => {
  const { tools } = await client.listTools();
  expect(tools.map((t) => t.name).sort()).toEqual(OFFERED.map((op) => op.name).sort());
  for (const tool of tools) expect(tool.annotations?.readOnlyHint).toBe(true);
});

describe('what writes, over HTTP', () => {
  const post = async (path: string, init: { body: string | FormData; headers?: Record<string, string> }) => {
    const answer = await app.request(`http://localhost/api/${path}`, { method: 'POST', ...init });
    return { status: answer.status, value: (await answer.json()) as { id: string; items: unknown[] } };
  };
  const json = (value: unknown, headers: Record<string, string> = {}) => ({
    body: JSON.stringify(value),
    headers: { 'content-type': 'application/json', ...headers },
  });

  test('a judgement made there stands on the command line, and is taken back there', async () => {
    const input = { id: ids.turn, decision: 'accept', by: 'Ilse', reason: 'heard' };
    const { value } = await post('judge', json(input));
    const [history] = (await onCommandLine('history')) as { items: { id: string }[] }[];
    expect(history!.items[0]!.id).toBe(value.id);
    await onCommandLine('judge', value.id, 'undo', '--by', 'Ilse', '--reason', 'no');
    expect((await overHttp('history', {}, 'GET')) as unknown).toMatchObject({ items: [{}, { stands: false }] });
  });

  test('a file is looked at and kept by its bytes, never by a path of the server', async () => {
    const form = new FormData();
    form.append('upload', new File(['Q: Will you sign?\n\nMARENKO: We will.\n'], 'talk.txt'));
    form.append('date', '2031-03-04');
    const seen = await post('preview', { body: form });
    expect(seen.value).toMatchObject({
      items: [{ path: 'talk.txt', status: 'new', document: { date: '2031-03-04' } }],
    });
    expect((await post('preview', json({ paths: ['/etc/passwd'] }))).value).toMatchObject({
      items: [{ status: 'failed', error: { code: 'refused' } }],
    });
  });

  test.each([
    ['another site', json({}, { origin: 'http://evil.example' }), 403, 'refused'],
    ['no JSON', { body: '{', headers: { 'content-type': 'application/json' } }, 400, 'usage'],
    [
      'a form that any page could send',
      { body: 'id=1', headers: { 'content-type': 'text/plain' } },
      415,
      'unsupported',
    ],
  ] as [string, { body: string; headers: Record<string, string> }, number, string][])(
    '%s is refused in the one shape',
    async (_name, init, status, code) => {
      expect(await post('judge', init)).toMatchObject({ status, value: { error: { code } } });
    },
  );

  test('what works on the whole store stays on this machine', async () => {
    for (const name of ['rebuild', 'refresh', 'doctor', 'export'])
      expect((await post(name, json({}))).status).toBe(404);
  });
});
