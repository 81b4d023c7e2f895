import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Rules } from '../core/model/index.ts';
import { openStore, type Store } from '../store/index.ts';
import { made } from '../store/store.contract.ts';
import { search } from './search.ts';

let store: Store;
const rules = {
  people: [
    {
      id: 'ilse-marenko',
      name: 'Ilse Marenko',
      names: { uk: 'Ільзе Маренко' },
      aliases: ['Marenko'],
      tenures: [],
      source: 'invented',
    },
  ],
} as unknown as Rules;

beforeAll(async () => {
  store = await openStore(':memory:', { create: true });
  const sidecar = { date: '2031-03-04', language: 'en', outlet: 'Varnia Herald', title: 'Ferry talk' };
  const { capture, derivation } = made(
    'Q: Will the new ferries run in spring?\nA: The ferry will run when the new pier is finished, not before.\nReaders asked about the ferry.\n',
    'a.txt',
    '/a',
    sidecar,
  );
  derivation.record.document.participants.push({ name: 'Ilse Marenko', role: 'official', person: null, labels: ['A'] });
  await store.put(capture, derivation);
});
afterAll(() => store.close());

const find = async (query: string, more: object = {}) =>
  (await search.run({ store, rules } as never, search.input.parse({ query, ...more }))) as {
    total: number;
    next: string | null;
    items: {
      text: string;
      before: string;
      after: string;
      speaker: string | null;
      voice: string;
      kind: string;
      date: string;
      start: number;
      end: number;
      document: string;
    }[];
  };

describe('search', () => {
  it('gives the words in their context, with speaker, voice and day', async () => {
    const { items } = await find('"new pier"');
    expect(items[0]).toMatchObject({
      text: 'new pier',
      before: 'The ferry will run when the ',
      after: ' is finished, not before.\n',
      speaker: 'Ilse Marenko',
      voice: 'official',
      kind: 'answer',
      date: '2031-03-04',
      title: 'Ferry talk',
    });
    const record = (await store.record(items[0]!.document))!;
    expect(record.text.slice(items[0]!.start, items[0]!.end)).toBe('new pier');
  });

  it('marks the form of the word that stands there', async () => {
    expect((await find('ferry')).items.map((h) => h.text).sort()).toEqual(['ferries', 'ferry', 'ferry']);
  });

  it.each<[string, object, number]>([
    ['by voice', { voice: ['official'] }, 1],
    ['by several voices', { voice: ['official', 'editor'] }, 2],
    ['by kind', { kind: ['question'] }, 1],
    ['by speaker', { speaker: 'Marenko' }, 1],
    ['by speaker in another script', { speaker: 'Маренко' }, 1],
    ['by a speaker nobody knows', { speaker: 'Petrak' }, 0],
    ['by outlet', { outlet: 'herald' }, 3],
    ['by another outlet', { outlet: 'courier' }, 0],
    ['by day', { from: '2031-03-04', to: '2031-03-04' }, 3],
    ['before', { to: '2031-03-03' }, 0],
    ['by language', { lang: 'de' }, 0],
  ])('filters %s', async (_name, filter, total) => {
    expect((await find('ferry', filter)).total).toBe(total);
  });

  it('pages', async () => {
    const first = await find('ferry', { limit: 2 });
    expect([first.total, first.items.length, first.next]).toEqual([3, 2, '2']);
    const rest = await find('ferry', { limit: 2, next: first.next });
    expect([rest.items.length, rest.next]).toEqual([1, null]);
  });

  it('a search without words finds nothing', async () => {
    expect((await find('""')).total).toBe(0);
  });
});
