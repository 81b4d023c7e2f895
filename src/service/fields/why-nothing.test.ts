import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { z } from 'zod';
import { openStore } from '../../store/index.ts';
import type { Store } from '../../store/port.ts';
import { add } from '../add.ts';
import { contextFor } from '../context.fixture.ts';
import { ledger } from '../ledger.ts';
import type { Context } from '../operation.ts';
import { timeline } from '../timeline.ts';
import type { Nothing } from './why-nothing.ts';

let home: string;
let store: Store;
let ctx: Context;

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'onrecord-nothing-'));
  store = await openStore(join(home, 'record.db'), { create: true });
  ctx = contextFor(store);
  const path = join(home, 'talk.txt');
  writeFileSync(
    path,
    'Interview of Minister Ilse Marenko\n\nQuestion: And Paris?\n\nIlse Marenko: On 2 May 2031 we will meet the delegation of France in Paris.\n\nQuestion: And the visas?\n\nIlse Marenko: We ask for visas.\n',
  );
  writeFileSync(join(home, 'talk.meta.json'), JSON.stringify({ date: '2031-03-02', language: 'en' }));
  for await (const _ of add.run(ctx, add.input.parse({ paths: [path] })) as AsyncIterable<unknown>);
});
afterAll(async () => {
  await store.close();
  rmSync(home, { recursive: true });
});

const timelineOf = async (input: object) =>
  (await timeline.run(ctx, timeline.input.parse({ topic: 'visas', ...input }))) as z.infer<(typeof timeline)['output']>;
const ledgerOf = async (input: object) =>
  (await ledger.run(ctx, ledger.input.parse(input))) as z.infer<(typeof ledger)['output']>;

type Asked = [question: string, input: object, expected: Nothing | null];
const none = (unknown: string[], without: [string, number][], unfiltered: number): Nothing => ({
  unknown,
  without: without.map(([filter, found]) => ({ filter, found })),
  unfiltered,
});

it.each<Asked>([
  ['something is found', { speaker: 'Marenko' }, null],
  ['a party that says nothing of it', { party: 'France' }, none([], [['party', 1]], 1)],
  ['a name nobody has', { speaker: 'Nemo' }, none(['speaker'], [['speaker', 1]], 1)],
  ['days before it', { to: '2030' }, none([], [['to', 1]], 1)],
  [
    'two that each keep it out',
    { party: 'Atlantis', to: '2030' },
    none(
      ['party'],
      [
        ['party', 0],
        ['to', 0],
      ],
      1,
    ),
  ],
])('[L4] a timeline that is empty says why: %s', async (_, input, expected) => {
  const { empty } = await timelineOf(input);
  expect(empty).toEqual(expected);
});

it('[L4] nothing of a topic at all is kept out by nothing', async () => {
  const { empty } = await timelineOf({ topic: 'whaling' });
  expect(empty).toEqual(none([], [], 0));
});

it.each<Asked>([
  ['something is found', { kind: 'meetings' }, null],
  ['a day before the first word', { asOf: '2030-01-01' }, none([], [['asOf', 1]], 1)],
  ['a party nobody knows', { party: 'Atlantis' }, none(['party'], [['party', 1]], 1)],
  [
    'nothing is reviewed',
    { reviewed: true, kind: 'cases' },
    none(
      [],
      [
        ['kind', 0],
        ['reviewed', 0],
      ],
      1,
    ),
  ],
])('[L4] a ledger that is empty says why, and how far the record reaches: %s', async (_, input, expected) => {
  const { empty, coverage } = await ledgerOf(input);
  expect(empty).toEqual(expected);
  expect(coverage).toMatchObject({ documents: 1, from: '2031-03-02' });
});
