import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, InMemoryTransport } from '@modelcontextprotocol/client';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { contextFor } from '../service/context.fixture.ts';
import { OPERATIONS } from '../service/index.ts';
import type { Context } from '../service/operation.ts';
import { openStore } from '../store/index.ts';
import type { Store } from '../store/port.ts';
import { createMcpServer } from './serve-mcp.ts';

let home: string;
let store: Store;
let client: Client;
let ctx: Context;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'onrecord-mcp-'));
  writeFileSync(
    join(home, 'talk.txt'),
    'Question: Will Varnia sign?\n\nIlse Marenko: We will not sign the Talvik Treaty this year.\n',
  );
  store = await openStore(join(home, 'record.db'), { create: true });
  ctx = contextFor(store, { now: () => '' });
  const add = OPERATIONS.find((o) => o.name === 'add')!;
  for await (const _ of add.run(ctx, add.input.parse({ paths: [join(home, 'talk.txt')] })) as AsyncIterable<unknown>);
  ctx = { ...ctx, localFiles: false };
  const [here, there] = InMemoryTransport.createLinkedPair();
  await createMcpServer(OPERATIONS, ctx, '0.0.0').connect(there);
  client = new Client({ name: 'test', version: '0.0.0' });
  await client.connect(here);
});
afterAll(async () => {
  await client.close();
  await store.close();
  rmSync(home, { recursive: true });
});

const call = async (name: string, input: Record<string, unknown>) => {
  const answer = await client.callTool({ name, arguments: input });
  const [part] = answer.content as { text: string }[];
  return { isError: answer.isError === true, value: JSON.parse(part!.text) };
};

it('offers what reads, and nothing that writes', async () => {
  const names = (await client.listTools()).tools.map((t) => t.name);
  expect(names).toEqual(expect.arrayContaining(['search', 'show', 'check', 'timeline', 'compare', 'ledger']));
  for (const writing of ['add', 'judge', 'rebuild', 'refresh', 'export']) expect(names).not.toContain(writing);
});

it('checks a quotation with its source words', async () => {
  const { value } = await call('check', { quotes: ['We will not sign the Talvik Treaty this year.'] });
  expect(value.items[0]).toMatchObject({
    verdict: 'verbatim',
    matches: [{ text: 'We will not sign the Talvik Treaty this year.' }],
  });
});

it('answers as the operation does', async () => {
  const search = OPERATIONS.find((o) => o.name === 'search')!;
  const plain = JSON.parse(JSON.stringify(await search.run(ctx, search.input.parse({ query: 'treaty' }))));
  expect((await call('search', { query: 'treaty' })).value).toEqual(plain);
});

it('an unknown id, and a path of this machine, are errors in the one shape', async () => {
  expect(await call('show', { id: 'ver:ffffffffffff' })).toMatchObject({
    isError: true,
    value: { error: { code: 'not-found' } },
  });
  expect(await call('check', { file: '/etc/passwd' })).toMatchObject({
    isError: true,
    value: { error: { code: 'refused' } },
  });
});
