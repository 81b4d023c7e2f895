import { expect, test } from 'vitest';
import { loadRules } from '../../../intake/rules.ts';
import type { DocumentFacts, Party, Rules, Turn } from '../../model/index.ts';
import { findNames } from '../find-names.ts';
import { resolveCounterparts } from './resolve-counterparts.ts';

const loaded = loadRules();
const state = (id: string, name: string, adjectives: string[]): Party => ({
  id,
  name,
  kind: 'state',
  aliases: [],
  adjectives,
  capitals: [],
  until: null,
  memberOf: null,
  source: 'invented',
});
const rules: Rules = {
  ...loaded,
  parties: [
    ...loaded.parties,
    state('varnia', 'Varnia', ['Varnian']),
    state('kestoria', 'Kestoria', ['Kestorian', 'кесторийс*']),
    state('ledania', 'Ledania', ['Ledanian']),
  ],
  offices: [
    ...loaded.offices,
    { id: 'v', name: 'Minister of Varnia', aliases: [], organisation: 'varnia', source: 'invented' },
  ],
  people: [
    ...loaded.people,
    {
      id: 'ilse-marenko',
      name: 'Ilse Marenko',
      names: {},
      aliases: [],
      tenures: [{ office: 'v', from: '2020', to: null, source: 'invented' }],
      source: 'invented',
    },
  ],
};

function resolved(answer: string, question = '', person: string | null = 'ilse-marenko') {
  const text = question + answer;
  const at = question.length;
  const make = (kind: Turn['kind'], voice: Turn['voice'], start: number, end: number): Turn => ({
    id: kind,
    kind,
    voice,
    speaker: null,
    person: kind === 'answer' ? person : null,
    label: null,
    start,
    bodyStart: start,
    end,
    rule: 'test',
  });
  const turns = [make('question', 'interviewer', 0, at), make('answer', 'official', at, text.length)];
  const names = findNames(text, turns, rules, []);
  return resolveCounterparts(text, names, turns, { publisher: null } as DocumentFacts, rules).map((m) => [
    text.slice(m.start, m.end),
    m.entity,
  ]);
}

test.each<[string, [string, string][]]>([
  ['Our Kestorian colleagues came, and we told our colleagues what we think.', [['our colleagues', 'kestoria']]],
  ['We hold talks with Kestoria. What does the other side say?', [['the other side', 'kestoria']]],
  ['Мы говорили с кесторийскими коллегами. Ответ наших коллег ясен.', [['наших коллег', 'kestoria']]],
  // two sides are dealt with, or another is named between
  ['We hold talks with Kestoria and talks with Ledania. Our partners know it.', []],
  ['We hold talks with Kestoria. Ledania is angry. Our partners know it.', []],
  // spoken of, not dealt with
  ['The war in Kestoria goes on. Our partners know it.', []],
  ['We hold talks with Kestoria. Our partners in the region know it.', []],
  ['We hold talks with Kestoria. On the other side, it rains.', []],
  ['Мы говорили с кесторийскими коллегами. С другой стороны, идёт дождь.', []],
])('%s', (answer, expected) => {
  expect(resolved(answer)).toEqual(expected);
});

test('the question names the side; without knowing for whom he speaks nothing is resolved', () => {
  const question = 'How do the talks with Kestoria go? ';
  expect(resolved('Our counterparts are slow.', question)).toEqual([['Our counterparts', 'kestoria']]);
  expect(resolved('Our counterparts are slow.', question, null)).toEqual([]);
});
