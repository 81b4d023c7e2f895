import { expect, it } from 'vitest';
import { OPERATIONS } from '../../service/index.ts';
import { RENDERERS, rendererOf } from './index.ts';

const plain = { width: 80, paint: (_: unknown, text: string) => text };
const render = (operation: string, item: unknown) => String(rendererOf(operation, plain).item(item as never));
const coverage = { documents: 2, from: '2023-04-11', to: '2023-05-01', note: '2 occasions held' };

it('nobody is shown JSON who did not ask for it', () => {
  expect(OPERATIONS.map((o) => o.name).filter((name) => !(name in RENDERERS))).toEqual([]);
});

it('gaps are grouped by whose statement of which day is referred to, and say whether it is held', () => {
  const reference = { document: 'ver:1', start: 0, end: 9, said: '2023-05-01', kind: 'interview', times: 2 };
  const shown = render('gaps', {
    references: [
      {
        ...reference,
        turn: 'ver:1/t-1',
        text: 'As you said.',
        who: 'Ilse Marenko',
        key: 'im',
        day: '2023-04-30',
        held: false,
      },
      {
        ...reference,
        turn: 'ver:1/t-2',
        text: 'You said so.',
        who: 'Ilse Marenko',
        key: 'im',
        day: '2023-04-30',
        held: false,
      },
      {
        ...reference,
        turn: 'ver:1/t-3',
        text: 'It was said.',
        who: null,
        key: null,
        day: null,
        held: null,
        kind: null,
      },
    ],
    total: 3,
    next: null,
    speakers: [{ speaker: 'Ilse Marenko', person: 'im', documents: 2, months: { '2023-04': 1, '2023-05': 1 } }],
    months: ['2023-04', '2023-05'],
    coverage,
  });
  expect(shown.match(/Ilse Marenko, 30 April 2023, interview: not in this record/g)).toHaveLength(1);
  expect(shown).toContain('“You said so.”');
  expect(shown).toContain('somebody whom the text does not name: not told closely enough');
  expect(shown).toContain('Ilse Marenko, 2 texts\n      2023-04: 1 · 2023-05: 1');
  expect(shown).toContain('2 occasions held');
});

it('what waits for a person stands by weight, with the id to judge and how', () => {
  const item = { weight: 1, document: 'ver:1', start: 0, end: 4, rule: 'r', text: 'June', why: 'two days are given' };
  const shown = render('review', {
    total: 3,
    since: null,
    items: [
      { ...item, kind: 'undated', weight: 2, id: 'ver:1', text: null },
      { ...item, kind: 'finding', id: 'ver:1/t-1' },
    ],
  });
  expect(shown).toContain('3 things to decide (2 shown');
  expect(shown).toContain(
    'worth a look (1)\n  noticed while reading · ver:1/t-1\n      “June”\n      two days are given',
  );
  expect(shown).toContain('onrecord judge ID');
  expect(render('review', { total: 0, items: [], since: null })).toBe('Nothing waits for a decision.\n');
});

it('topics stand by what is held, with those nobody spoke of and words no topic covers', () => {
  const topic = {
    id: 'visas',
    name: 'Visas',
    scope: '',
    statements: 3,
    documents: 1,
    from: '2023-04-11',
    to: '2023-04-11',
  };
  const shown = render('topics', {
    topics: [
      { ...topic, id: 'arctic', name: 'Arctic', statements: 0 },
      topic,
      { ...topic, name: 'Treaties', statements: 12 },
    ],
    suggestions: [
      { term: 'direct line', statements: 3, documents: 2, example: { turn: 'ver:1/t-1', text: 'The direct line.' } },
    ],
    coverage,
  });
  expect(shown.indexOf('Treaties')).toBeLessThan(shown.indexOf('Visas'));
  expect(shown).toContain('Not spoken of here: Arctic.');
  expect(shown).toContain('direct line  3 statements in 2 texts\n      “The direct line.”');
});

it('a person: offices with their days, then what is held and where he is only named', () => {
  const text = { document: 'ver:1', date: null, title: 'Interview' };
  const shown = render('person', {
    id: 'im',
    name: 'Ilse Marenko',
    aliases: ['I. Marenko'],
    offices: [{ name: 'Foreign Minister', from: '2021-06', to: '..', source: 'x' }],
    speaks: [{ ...text, turns: 4 }],
    mentioned: [],
    topics: [{ id: 'visas', name: 'Visas', statements: 1 }],
    years: { 2023: 7 },
    coverage,
  });
  expect(shown).toContain('Foreign Minister, June 2021 onwards');
  expect(shown).toContain('Visas, 1 statement visas');
  expect(shown).toContain('Speaks in 1 text\n  undated     Interview  ver:1');
  expect(shown).not.toContain('Only named');
});

it('decisions: who, when, why, and what was taken back', () => {
  const decided = {
    id: 'jud:1',
    about: 'ver:1/t-1',
    other: null,
    decision: 'reject',
    value: null,
    anchor: null,
    by: 'Ana',
  };
  const shown = render('history', {
    total: 1,
    next: null,
    items: [{ ...decided, at: '2023-05-01T10:20:00Z', reason: 'a heading', stands: false, undoneBy: 'jud:2' }],
  });
  expect(shown).toBe('2023-05-01 10:20  reject ver:1/t-1  taken back since\n  Ana: a heading\n  jud:1\n1 decision\n');
});

it('suggestions of a model stand with their words; what was thrown away is counted', () => {
  const shown = render('suggest', {
    document: 'ver:1',
    model: 'local',
    asked: 2,
    added: 1,
    suggestions: [
      {
        id: 'sug:1',
        kind: 'topic',
        turn: 'ver:1/t-1',
        anchor: { exact: 'The visas.' },
        content: { topic: 'visas' },
        model: 'local',
        at: '',
      },
    ],
    discarded: { 'not-verbatim': 3 },
    failed: [],
  });
  expect(shown).toContain('topic topic visas\n“The visas.”'.replace('\n', '\n  '));
  expect(shown).toContain('thrown away: 3 not-verbatim');
});
