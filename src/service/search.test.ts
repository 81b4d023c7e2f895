import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
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

describe('search over several texts of one event', () => {
  const talk = 'Q: And the pier?\nA: The pier is a promise, and a promise is kept.\n';
  const day = { date: '2031-03-04', language: 'en', title: 'Pier talk' };
  let several: Store;
  const heads = () => several.heads();
  beforeAll(async () => {
    several = await openStore(':memory:', { create: true });
    const texts: [string, string, Record<string, unknown>][] = [
      [talk, 'page.txt', { ...day, publisher: 'Ministry of Piers' }],
      [`${talk}The mirror adds that no promise was kept.\n`, 'mirror.txt', { ...day, republisher: 'Pier mirror' }],
      ['A: A promise of spring.\n', 'later.txt', { ...day, date: '2032', title: 'Spring talk' }],
      ['A: A promise without a day.\n', 'undated.txt', { language: 'en', title: 'Undated talk' }],
    ];
    for (const [text, name, sidecar] of texts) {
      const { capture, derivation } = made(text, name, `/${name}`, sidecar);
      Object.assign(derivation.record.document, sidecar);
      await several.put(capture, derivation);
    }
    const [page, mirror] = ['page.txt', 'mirror.txt'].map((name) =>
      heads().then((all) => all.find((h) => h.name === name)!),
    );
    await several.putJudgement({
      id: 'jud:1',
      about: (await page)!.id,
      other: (await mirror)!.id,
      decision: 'merge',
      value: null,
      anchor: null,
      by: 'A. Reader',
      at: '2031-04-01T00:00:00Z',
      reason: 'one talk',
    });
  });
  afterAll(() => several.close());
  const ask = async (query: string, more: object = {}) =>
    (await search.run({ store: several, rules } as never, search.input.parse({ query, ...more }))) as z.infer<
      (typeof search)['output']
    >;

  it('a mirror and its page are one hit, and the mirror stands under it', async () => {
    const { total, items } = await ask('pier');
    expect([total, items.length]).toEqual([2, 2]);
    expect(items.map((h) => h.also.map((a) => a.publisher))).toEqual([['Pier mirror'], ['Pier mirror']]);
    expect(items[0]!.document).not.toBe(items[0]!.also[0]!.document);
  });

  it('what only the mirror says is found', async () => {
    const { items } = await ask('mirror');
    expect(items.map((h) => h.text)).toEqual(['mirror']);
  });

  it('the mirror by itself answers for itself', async () => {
    const mirror = (await heads()).find((h) => h.republisher)!;
    expect((await ask('pier', { document: mirror.id })).total).toBe(2);
  });

  it('facets count what was found, the mirror not again', async () => {
    const { facets } = await ask('promise');
    expect(facets.voice).toEqual([
      { value: 'official', name: 'official', turns: 3 },
      { value: 'editor', name: 'editor', turns: 1 },
    ]);
    expect(facets.year.map((y) => [y.value, y.turns])).toEqual([
      ['', 1],
      ['2031', 2],
      ['2032', 1],
    ]);
    expect((await ask('promise', { facets: 0 })).facets.voice).toEqual([]);
  });

  it('earliest and latest are dated uses, with the reach of the record', async () => {
    const { earliest, latest, coverage } = await ask('promise');
    expect([earliest?.date, latest?.date]).toEqual(['2031-03-04', '2032']);
    expect(coverage.documents).toBe(3);
  });

  it.each([
    ['newest', ['2032', '2031-03-04', '2031-03-04', null]],
    ['oldest', ['2031-03-04', '2031-03-04', '2032', null]],
  ] as const)('in order, %s first, an unknown day last', async (sort, days) => {
    expect((await ask('promise', { sort })).items.map((h) => h.date)).toEqual(days);
  });

  it('says why nothing was found: which filter keeps how many out, which word is not there', async () => {
    const { empty } = await ask('promise', { voice: ['reader'], from: '2031', to: '2032' });
    expect(empty).toEqual({
      unfiltered: 5,
      without: [
        { filter: 'voice', turns: 4 },
        { filter: 'days', turns: 0 },
      ],
      words: [],
      unknownSpeaker: false,
    });
    const { empty: byWord } = await ask('promise submarine');
    expect(byWord!.words).toEqual([
      { words: 'promise', turns: 5 },
      { words: 'submarine', turns: 0 },
    ]);
    expect((await ask('promise', { speaker: 'Petrak' })).empty!.unknownSpeaker).toBe(true);
    expect((await ask('promise')).empty).toBeNull();
  });
});
