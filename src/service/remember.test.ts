import { expect, it } from 'vitest';
import type { Store } from '../store/port.ts';
import { remember } from './remember.ts';

function storeAt(revision: { now: string }): Store {
  return { revision: async () => revision.now } as unknown as Store;
}

it('an answer is made once until the record is written to, each key and each record by itself', async () => {
  const revision = { now: '1' };
  const [a, b] = [storeAt(revision), storeAt({ now: '1' })];
  let made = 0;
  const ask = (store: Store, key: string) => remember(store, key, async () => ++made);
  expect([await ask(a, 'x'), await ask(a, 'x'), await ask(a, 'y'), await ask(b, 'x')]).toEqual([1, 1, 2, 3]);
  revision.now = '2';
  expect([await ask(a, 'x'), await ask(b, 'x')]).toEqual([4, 3]);
});

it('what failed is asked again', async () => {
  const store = storeAt({ now: '1' });
  let tries = 0;
  const ask = () =>
    remember(store, 'x', async () => {
      if (++tries === 1) throw new Error('busy');
      return tries;
    });
  await expect(ask()).rejects.toThrow('busy');
  expect(await ask()).toBe(2);
});

it('what was asked longest ago is forgotten', async () => {
  const store = storeAt({ now: '1' });
  let made = 0;
  for (let i = 0; i < 70; i++) await remember(store, `${i}`, async () => ++made);
  await remember(store, '69', async () => ++made);
  expect(made).toBe(70);
  await remember(store, '0', async () => ++made);
  expect(made).toBe(71);
});
