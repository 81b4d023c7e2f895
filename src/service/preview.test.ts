import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadRules } from '../intake/rules.ts';
import { AnnotatePool } from '../intake/workers/annotate-pool.ts';
import { openStore } from '../store/index.ts';
import type { Store } from '../store/port.ts';
import type { AddResult } from './add/keep-member.ts';
import { mendSidecar, parseWho } from './add/mending.ts';
import { contextFor } from './context.fixture.ts';
import { OPERATIONS } from './index.ts';
import type { Context } from './operation.ts';
import type { PreviewResult } from './preview.ts';
import { runOperation } from './run-operation.ts';

const TALK = `Q: Will Varnia sign?

KESTRIN: We will not sign this year.

Q: And you?

DOLAN: Neither will we.

Q: Why?

A: The inspections are not over.
`;
const rules = loadRules();
const pool = new AnnotatePool({ threads: 1 });
afterAll(() => pool.close());
let home: string;
let store: Store;
let ctx: Context;
beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'onrecord-preview-'));
  store = await openStore(join(home, 'record.db'), { create: true });
  const blob = { name: 'talk.txt', read: async () => new TextEncoder().encode(TALK) };
  const none = { name: 'empty.txt', read: async () => new Uint8Array() };
  ctx = contextFor(store, {
    rules,
    blobs: new Map([
      ['talk.txt', blob],
      ['empty.txt', none],
    ]),
    pool,
    localFiles: false,
  });
});
afterEach(async () => {
  await store.close();
  rmSync(home, { recursive: true });
});

const run = async <T>(name: string, input: Record<string, unknown>, own = ctx) => {
  const op = OPERATIONS.find((o) => o.name === name)!;
  return (await runOperation(op, own, op.input.parse(input))) as T;
};
const look = async (input: Record<string, unknown>) =>
  (await run<{ items: PreviewResult[] }>('preview', { paths: ['talk.txt'], ...input })).items[0]!;
const keep = async (input: Record<string, unknown>) =>
  (await run<{ items: AddResult[] }>('add', { paths: ['talk.txt'], ...input })).items[0]!;

const MENDED = {
  title: 'Two ministers on the treaty',
  date: '2031-03-04',
  kind: 'interview',
  who: ['A=Orla Kestrin (official)', 'KESTRIN=Orla Kestrin (official)'],
};

describe('a text before it is kept', () => {
  test('its voices, and what is uncertain', async () => {
    const seen = await look({});
    expect(seen.status).toBe('new');
    expect(seen.labels.map((l) => [l.label, l.voice, l.speaker, l.turns])).toEqual([
      ['Q', 'interviewer', null, 3],
      ['KESTRIN', 'official', 'KESTRIN', 1],
      ['DOLAN', 'official', 'DOLAN', 1],
      ['A', 'official', null, 1],
    ]);
    expect(seen.uncertain.map((u) => [u.what, u.label])).toEqual(
      expect.arrayContaining([
        ['speaker', 'A'],
        ['date', null],
        ['title', null],
      ]),
    );
  });

  test('nothing is kept by looking', async () => {
    await look(MENDED);
    expect(await store.versionIds()).toEqual([]);
  });

  test('what was mended is no longer uncertain, and is what "add" keeps', async () => {
    const seen = await look(MENDED);
    expect(seen.document).toMatchObject({ title: MENDED.title, date: '2031-03-04', dateKind: 'sidecar' });
    expect(seen.labels.find((l) => l.label === 'A')).toMatchObject({ speaker: 'Orla Kestrin' });
    expect(seen.uncertain.filter((u) => u.what !== 'finding')).toEqual([]);
    const kept = await keep(MENDED);
    expect(kept.document!.id).toBe(seen.document!.id);
    expect((await look(MENDED)).status).toBe('known');
  });

  test('[K2] a rebuild keeps what a person mended', async () => {
    const { document } = await keep(MENDED);
    const before = await store.record(document!.id);
    await run('rebuild', {});
    expect(await store.record(document!.id)).toEqual(before);
    expect(before!.turns.at(-1)).toMatchObject({ speaker: 'Orla Kestrin' });
  });

  test('an empty file, a path of the server and a private address are said, each for itself', async () => {
    const { items } = await run<{ items: PreviewResult[] }>('preview', {
      paths: ['empty.txt', '/etc/passwd', 'http://127.0.0.1:9/secret', 'talk.txt'],
    });
    expect(items.map((i) => [i.status, i.error?.code])).toEqual([
      ['failed', 'unreadable'],
      ['failed', 'refused'],
      ['failed', 'refused'],
      ['new', undefined],
    ]);
  });

  test('one title is not laid over many texts', async () => {
    for (const name of ['preview', 'add'])
      await expect(run(name, { paths: ['talk.txt', 'empty.txt'], title: 'One' })).rejects.toMatchObject({
        code: 'usage',
      });
    writeFileSync(join(home, 'a.txt'), TALK);
    writeFileSync(join(home, 'b.txt'), TALK.replace('DOLAN', 'ARDEN'));
    const local = { ...ctx, localFiles: true };
    const { items } = await run<{ items: AddResult[] }>('add', { paths: [home], title: 'One' }, local);
    expect(items.filter((i) => i.status === 'added')).toEqual([]);
  });
});

describe('what a person says of a label', () => {
  test.for([
    ['A=Ilse Marenko (official)', { label: 'A', name: 'Ilse Marenko', role: 'official' }],
    ['A:=Ilse Marenko', { label: 'A:', name: 'Ilse Marenko' }],
    ['Q=(interviewer)', { label: 'Q', name: '', role: 'interviewer' }],
    ['REPORTER=Colm Arden (Harbour Courier)', { label: 'REPORTER', name: 'Colm Arden (Harbour Courier)' }],
  ] as const)('%s', ([line, said]) => expect(parseWho(line)).toEqual(said));

  test.for(['A', '=Ilse Marenko', 'A='])('%s says nothing', (line) =>
    expect(() => parseWho(line)).toThrow(/does not say/),
  );

  test('a sidecar keeps what nobody mended', () => {
    const before = { url: 'https://record.example/1', participants: ['Colm Arden', { label: 'A', name: 'Nobody' }] };
    expect(mendSidecar(before, { who: ['A=Ilse Marenko'] })).toEqual({
      url: 'https://record.example/1',
      participants: ['Colm Arden', { label: 'A', name: 'Ilse Marenko' }],
    });
    expect(mendSidecar(null, null)).toBeNull();
  });
});
