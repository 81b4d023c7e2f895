import { expect, it } from 'vitest';
import type { LedgerStatement } from '../../../core/model/index.ts';
import { parseLedgerStatements, writeLedgerStatement } from './pack-ledger.ts';

const passage = (field: string, start: number, text: string) => ({
  field,
  document: 'ver:1',
  turn: 'ver:1/t-1',
  start,
  end: start + text.length,
  text,
});
const WORDS = 'We will sail on “Friday”.';
const WHOLE: LedgerStatement = {
  id: 'ver:1/e-1',
  section: 'commitments',
  key: 'sail',
  side: 'varnia',
  title: `Varnia: “${WORDS}” (Ilse Marenko)`,
  parties: ['Varnia', 'Kestoria'],
  status: 'stated',
  date: '2031-03',
  value: '2',
  said: '2031-01-10',
  valid: { from: '2031-01-10', to: null },
  statedBy: ['Ilse Marenko'],
  by: 'Varnia',
  to: null,
  attributes: { strength: 'firm', openList: true, condition: null },
  evidence: [passage('status', 7, WORDS), passage('date', 7, WORDS), passage('value', 40, 'Two ships.')],
  rule: 'r',
};

it.each<[string, Partial<LedgerStatement>]>([
  ['with its words in the title', {}],
  ['with other words in the title', { title: 'Varnia' }],
  ['with its words twice in the title', { title: `${WORDS} ${WORDS}` }],
  ['with an empty passage', { evidence: [passage('status', 7, '')] }],
  ['without evidence', { evidence: [], title: 'Varnia' }],
  ['with one place of two texts', { evidence: [passage('a', 7, WORDS), { ...passage('b', 7, WORDS), document: 'v' }] }],
])('a statement of the ledger %s comes back whole', (_, more) => {
  const statement = { ...WHOLE, ...more };
  const json = `[${[statement, WHOLE].map(writeLedgerStatement).join(',')}]`;
  expect(parseLedgerStatements(json, 'commitments')).toEqual([statement, WHOLE]);
});

it('a sentence that proves several fields is kept once', () => {
  expect(writeLedgerStatement(WHOLE).split('We will sail').length).toBe(2);
});
