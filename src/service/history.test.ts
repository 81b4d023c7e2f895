import { expect, test } from 'vitest';
import type { Judgement } from '../core/model/index.ts';
import { type Decided, history } from './history.ts';
import { judgedIds } from './judge/judged-ids.ts';
import type { Context } from './operation.ts';

const judgement = (id: string, decision: Judgement['decision'], about: string, by = 'Ilse'): Judgement => ({
  id,
  about,
  other: null,
  decision,
  value: null,
  anchor: null,
  by,
  at: '2031-04-01T10:00:00Z',
  reason: 'heard',
});
const ALL = [
  judgement('jud:1', 'accept', 'ver:a/t-1'),
  judgement('jud:2', 'reject', 'ver:a/t-2', 'Orla'),
  judgement('jud:3', 'undo', 'jud:1', 'Orla'),
  judgement('jud:4', 'undo', 'jud:2'),
  judgement('jud:5', 'undo', 'jud:4'),
  judgement('jud:6', 'accept', 'ver:b'),
];
const ctx = { store: { judgements: async () => ALL } } as unknown as Context;
const ask = async (input: Record<string, unknown>) => {
  const { items } = (await history.run(ctx, history.input.parse(input))) as { items: Decided[] };
  return items.map((j) => [j.id, j.stands, j.undoneBy]);
};

test('[S1] newest first, with what was taken back and what an undone undo left standing', async () => {
  expect(await ask({})).toEqual([
    ['jud:6', true, null],
    ['jud:5', false, null],
    ['jud:4', false, 'jud:5'],
    ['jud:3', false, null],
    ['jud:2', true, null],
    ['jud:1', false, 'jud:3'],
  ]);
  const { accepted, rejected } = await judgedIds(ctx.store);
  expect([[...accepted], [...rejected]]).toEqual([['ver:b'], ['ver:a/t-2']]);
});

test.each([
  ['one id', { id: 'ver:a/t-1' }, ['jud:3', 'jud:1']],
  ['a document with its parts', { id: 'ver:a' }, ['jud:4', 'jud:3', 'jud:2', 'jud:1']],
  ['a judgement', { id: 'jud:6' }, ['jud:6']],
  ['one person', { by: 'Orla' }, ['jud:3', 'jud:2']],
  ['a page', { limit: 2, next: '2' }, ['jud:4', 'jud:3']],
  ['an id that only begins so', { id: 'ver:' }, []],
])('only %s', async (_name, input, ids) => expect((await ask(input)).map(([id]) => id)).toEqual(ids));
