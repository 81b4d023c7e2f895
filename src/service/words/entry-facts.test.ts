import { expect, it } from 'vitest';
import type { Entry } from '../../core/model/index.ts';
import { entryFacts, valueWords } from './entry-facts.ts';

const BARE: Entry = {
  id: 'entry:1',
  title: '',
  parties: [],
  status: 'stated',
  date: null,
  value: null,
  said: null,
  valid: { from: null, to: null },
  lastStated: null,
  ageDays: null,
  statedBy: [],
  reviewed: false,
  statements: [],
  evidence: [],
};
const lines = (entry: Partial<Entry>) => entryFacts({ ...BARE, ...entry }).map((f) => `${f.name}: ${f.words}`);

it.each([
  [{ value: '100', bound: 'at-most', unit: 'visas' }, 'at most 100 visas'],
  [{ value: '31', bound: null, unit: 'flights' }, '31 flights'],
  [{ value: 'negative' }, 'negative'],
  [{ value: null, bound: 'about' }, null],
])('a number with its bound and unit: %o', (entry, words) => {
  expect(valueWords(entry)).toBe(words);
});

it('a row tells who towards whom, where and until when; what is not known is left out', () => {
  expect(lines({})).toEqual([]);
  expect(
    lines({ by: 'Varnia', to: 'Kestoria', parties: ['Varnia', 'Kestoria'], reason: 'because of the strait' }),
  ).toEqual(['by: Varnia', 'towards: Kestoria', 'reason given: because of the strait']);
  expect(lines({ place: 'Port Sorrel', level: 'ministers', calledBy: 'dialogue' })).toEqual([
    'called: dialogue',
    'among: ministers',
    'in: Port Sorrel',
  ]);
  expect(lines({ valid: { from: null, to: '2026-02' }, byWhen: '2024-Q2' })).toEqual([
    'by when: second quarter of 2024',
    'holds: until February 2026',
  ]);
});

it('a span that the date tells already is not told again, nor a single party', () => {
  expect(lines({ date: '2022-01-10', valid: { from: '2022-01-10', to: null } })).toEqual([]);
  expect(lines({ date: '2022/2023', valid: { from: '2022', to: '2023' } })).toEqual([]);
  expect(lines({ by: 'Varnia', parties: ['Varnia'] })).toEqual([]);
});

it('of a proposal it is the sender, not who spoke last', () => {
  expect(lines({ thread: [], from: 'Varnia', by: 'Kestoria', to: 'Kestoria' })).toEqual([
    'by: Varnia',
    'towards: Kestoria',
  ]);
});
