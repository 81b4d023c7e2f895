import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { z } from 'zod';
import { openStore } from '../store/index.ts';
import type { Store } from '../store/port.ts';
import { add } from './add.ts';
import { cite } from './cite.ts';
import { contextFor } from './context.fixture.ts';
import type { Context } from './operation.ts';

let home: string;
let store: Store;
let ctx: Context;
let version: string;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'onrecord-cite-'));
  writeFileSync(
    join(home, 'talk.txt'),
    'Interview of Minister Ilse Marenko, 4 March 2031\n\nQuestion: Will Varnia sign?\n\nIlse Marenko: We will not sign. Not this year.\n',
  );
  writeFileSync(
    join(home, 'talk.meta.json'),
    JSON.stringify({ url: 'http://localhost/talk', archive: 'https://archive.example/1', outlet: 'The Tarsk Courier' }),
  );
  store = await openStore(join(home, 'record.db'), { create: true });
  ctx = contextFor(store);
  for await (const _ of add.run(ctx, add.input.parse({ paths: [join(home, 'talk.txt')] })) as AsyncIterable<unknown>);
  version = (await store.versionIds())[0]!;
});
afterAll(async () => {
  await store.close();
  rmSync(home, { recursive: true });
});

const ask = async (id: string, style = 'plain') =>
  (await cite.run(ctx, cite.input.parse({ id, style }))) as z.infer<(typeof cite)['output']>;

it('a turn: its exact words without the label, pinned to the reading; the archive copy, never localhost', async () => {
  const record = (await store.record(version))!;
  const turn = record.turns.find((t) => t.speaker === 'Ilse Marenko')!;
  const answer = await ask(turn.id);
  expect(answer.id).toBe(`${turn.id}@r1`);
  expect(answer.quote).toMatchObject({ text: 'We will not sign. Not this year.' });
  expect(record.text.slice(answer.quote!.start, answer.quote!.end)).toBe(answer.quote!.text);
  expect(answer.text).toContain('https://archive.example/1');
  expect(answer.text).not.toContain('localhost');
  // [V3] the outlet came with the text and is not printed in it
  expect(answer.item['container-title']).toBe('[The Tarsk Courier]');
});

it('the id of a citation is one that cite and show answer to', async () => {
  const record = (await store.record(version))!;
  const first = await ask(record.sentences.at(-1)!.id);
  expect(first.quote!.text).toBe('Not this year.');
  expect(await ask(first.id)).toEqual(first);
});

it('a whole document has no quotation; an unknown part is not found', async () => {
  expect((await ask(version, 'chicago')).quote).toBeNull();
  await expect(ask(`${version}/t-ffffff`)).rejects.toMatchObject({ code: 'not-found' });
});

it('names the page of the site where it has a public address, and no address of ours where it has none', async () => {
  const turn = (await store.record(version))!.turns.find((t) => t.kind === 'answer')!.id;
  const ask = async (publicUrl: string | undefined, id: string, style: string) =>
    (await cite.run({ ...ctx, publicUrl }, cite.input.parse({ id, style }))) as z.infer<(typeof cite)['output']>;
  const page = `https://record.example/d/${turn.slice(4)}@r1`;
  for (const style of ['plain', 'chicago', 'apa', 'bibtex', 'ris', 'csl-json', 'wiki']) {
    expect((await ask('https://record.example', turn, style)).text).toContain(page);
    expect((await ask(undefined, turn, style)).text).not.toMatch(/record\.example|localhost/);
  }
  expect((await ask('https://record.example', version, 'plain')).text).toContain(
    `https://record.example/d/${version.slice(4)}@r1`,
  );
});
