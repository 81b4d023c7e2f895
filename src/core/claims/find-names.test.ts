import { describe, expect, test } from 'vitest';
import { loadRules } from '../../intake/rules.ts';
import type { Rules, Turn } from '../model/index.ts';
import { findNames } from './find-names.ts';

const loaded = loadRules();
/** The vocabularies that come with the package, and two invented states. */
const rules: Rules = {
  ...loaded,
  parties: [
    ...loaded.parties,
    {
      id: 'varnia',
      name: 'Varnia',
      kind: 'state',
      aliases: ['Republic of Varnia', 'Варни*'],
      adjectives: ['Varnian', 'Varnians', 'варнийс*'],
      capitals: ['Tarsk', 'Тарск*'],
      until: null,
      memberOf: null,
      source: 'invented',
    },
    {
      id: 'kestoria',
      name: 'Kestoria',
      kind: 'state',
      aliases: ['KST'],
      adjectives: ['Kestorian'],
      capitals: ['Ostrel'],
      until: null,
      memberOf: null,
      source: 'invented',
    },
  ],
  things: [
    ...loaded.things,
    {
      id: 'lake-treaty',
      name: 'Lake Treaty',
      kind: 'instrument',
      aliases: ['Lake treaty', 'LT'],
      parties: [],
      dates: {},
      source: 'invented',
    },
  ],
};
const turn = (text: string, speaker: string | null = null): Turn => ({
  id: 't',
  kind: 'answer',
  voice: 'official',
  speaker,
  person: null,
  label: null,
  start: 0,
  bodyStart: 0,
  end: text.length,
  rule: 'test',
});
const officeRules: Rules = {
  ...rules,
  offices: [
    {
      id: 'varnia-president',
      name: 'President of Varnia',
      aliases: ['President'],
      organisation: 'varnia',
      source: 'invented',
    },
    {
      id: 'kestoria-fm',
      name: 'Foreign Minister of Kestoria',
      aliases: ['Foreign Minister'],
      organisation: 'kestoria',
      source: 'invented',
    },
  ],
  people: [
    {
      id: 'ilse-marenko',
      name: 'Ilse Marenko',
      names: {},
      aliases: [],
      source: 'invented',
      tenures: [{ office: 'varnia-president', from: '2020-01-10', to: '2024-01-10', source: 'invented' }],
    },
    {
      id: 'xu-laning',
      name: 'Xu Laning',
      names: {},
      aliases: [],
      source: 'invented',
      tenures: [{ office: 'kestoria-fm', from: '2021', to: '..', source: 'invented' }],
    },
  ],
};
const people = (text: string, day: string | null) =>
  findNames(text, [turn(text)], officeRules, [], day)
    .filter((m) => m.kind === 'person')
    .map((m) => `${text.slice(m.start, m.end)}=${m.entity}`);

describe('who holds an office on the day of speaking', () => {
  test.each([
    ['behind the title', 'I spoke with President Marenko today.', '2022-05-01', ['Marenko=ilse-marenko']],
    [
      'a surname of two letters that stands first',
      'I spoke with Foreign Minister Xu today.',
      '2022-05-01',
      ['Xu=xu-laning'],
    ],
    [
      'from then on by surname',
      'President Marenko called. Later Marenko wrote.',
      '2022-05-01',
      ['Marenko=ilse-marenko', 'Marenko=ilse-marenko'],
    ],
    ['not after the term', 'I spoke with President Marenko today.', '2025-05-01', ['Marenko=name:marenko']],
    ['not where the day is unknown', 'I spoke with President Marenko today.', null, ['Marenko=name:marenko']],
    ['not another office', 'I spoke with Vice President Marenko today.', '2022-05-01', ['Marenko=name:marenko']],
    ['not who held it before', 'I spoke with former President Marenko today.', '2022-05-01', ['Marenko=name:marenko']],
  ] as const)('%s', (_, text, day, expected) => {
    expect(people(text, day)).toEqual(expected);
  });
});

const names = (text: string, speaker: string | null = null) =>
  findNames(text, [turn(text, speaker)], rules, []).map((m) => `${text.slice(m.start, m.end)} ${m.kind} ${m.name}`);

describe('names', () => {
  test.each<[string, string[]]>([
    ['Varnia and the Kestorian side agreed', ['Varnia country Varnia', 'Kestorian country Kestoria']],
    [
      'The Republic of Varnia ratified the Lake Treaty',
      ['Republic of Varnia country Varnia', 'Lake Treaty instrument Lake Treaty'],
    ],
    ['Tarsk insists on it', ['Tarsk country Varnia']],
    ['They met in Tarsk', ['Tarsk place Tarsk']],
    ['They will fly to Tarsk', ['Tarsk place Tarsk']],
    ['We appealed to Tarsk', ['Tarsk country Varnia']],
    ["It is Tarsk's choice", ['Tarsk country Varnia']],
    ['kst is no name, KST is', ['KST country Kestoria']],
    ['Minister Ilse Marenko spoke. Marenko left.', ['Ilse Marenko person Ilse Marenko', 'Marenko person Ilse Marenko']],
    ['Kestorian Secretary of State Viktor Tarr came', ['Kestorian country Kestoria', 'Viktor Tarr person Viktor Tarr']],
    [
      'Alexander Brasko and Viktor Tarr came',
      ['Alexander Brasko person Alexander Brasko', 'Viktor Tarr person Viktor Tarr'],
    ],
    ['pilot K.V. Brasko returned', ['K.V. Brasko person K.V. Brasko']],
    ['under the River Boundary Convention', ['River Boundary Convention instrument River Boundary Convention']],
    ['the Ministry of River Transport said', ['Ministry of River Transport organization Ministry of River Transport']],
    ['The River Review Conference opened', ['River Review Conference event River Review Conference']],
    [
      'Позиция Варнии ясна, варнийский посол в Тарске',
      ['Варнии country Varnia', 'варнийский country Varnia', 'Тарске place Тарске'],
    ],
  ])('%s', (text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  test.each([
    'Of Course We Agree',
    'Nothing of the kind.',
    'I would like to turn to this',
    'They let us go',
    'He said it was a cold day',
  ])('%s: no name', (text) => {
    expect(names(text)).toEqual([]);
  });

  test('a surname that two people bear belongs to neither', () => {
    expect(names('Ilse Marenko and Viktor Marenko came. Marenko left.')).toEqual([
      'Ilse Marenko person Ilse Marenko',
      'Viktor Marenko person Viktor Marenko',
    ]);
  });
  test("a speaker's surname is his", () => {
    expect(names('It was Tarr who asked', 'Viktor Tarr')).toEqual(['Tarr person Viktor Tarr']);
  });
  test('letters in brackets name what stands before them', () => {
    expect(names('the River Inspection Agency (RIA) said; RIA added').at(-1)).toBe(
      'RIA organization River Inspection Agency',
    );
  });
});

describe('surnames of people of the vocabulary', () => {
  const withPeople: Rules = {
    ...rules,
    people: [
      ...rules.people,
      ...[
        ['ilse-tarrovin', 'Ilse Tarrovin', 'Ильзе Тарровин'],
        ['one-kestrelin', 'Anna Kestrelin', 'Анна Кестрелин'],
        ['two-kestrelin', 'Boris Kestrelin', 'Борис Кестрелин'],
        ['common', 'Rolf Miller', 'Рольф Миллер'],
      ].map(([id, name, ru]) => ({
        id: id!,
        name: name!,
        names: { ru: ru! },
        aliases: [],
        tenures: [],
        source: 'invented',
      })),
    ],
  };
  const people = (text: string) =>
    findNames(text, [turn(text)], withPeople, [])
      .filter((m) => m.kind === 'person')
      .map((m) => [text.slice(m.start, m.end), m.entity]);
  test.each<[string, [string, string | null][]]>([
    ['As Tarrovin said yesterday', [['Tarrovin', 'ilse-tarrovin']]],
    ["But Tarrovin's ministry answered", [['Tarrovin', 'ilse-tarrovin']]],
    ['Вчера об этом говорили с Тарровиным', [['Тарровиным', 'ilse-tarrovin']]],
    ['They live in Tarrovin Street', []],
    ['The Old Tarrovin bridge', []],
    ['As Kestrelin said', []],
    ['As Miller said', []],
    ['tarrovin is a word here', []],
    [
      'Viktor Tarrovin came, and Tarrovin spoke',
      [
        ['Viktor Tarrovin', 'name:viktor-tarrovin'],
        ['Tarrovin', 'name:viktor-tarrovin'],
      ],
    ],
  ])('%s', (text, expected) => {
    expect(people(text)).toEqual(expected);
  });
  test('a treaty named by letters and a year', () => {
    const text = 'a draft of a possible RAMP-2026 treaty, and the UN-5 group';
    expect(findNames(text, [turn(text)], rules, []).filter((m) => m.kind === 'instrument')).toMatchObject([
      { name: 'RAMP-2026 treaty' },
    ]);
  });
});
