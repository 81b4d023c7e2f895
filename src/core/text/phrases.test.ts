import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compilePhrases, Heard } from './phrases.ts';

/** Words of the phrases, and what stands around and between them. */
const PIECES = [
  ...[
    'we',
    'We',
    'WE',
    'have',
    'sent',
    'not',
    'yet',
    'postponed',
    'postpon',
    'U.S.',
    'u.s',
    "don't",
    'don’t',
    'talks',
    "we'll",
    'we’re',
  ],
  ...[
    ' ',
    '  ',
    '\n',
    '\u00a0',
    '-',
    ',',
    '.',
    '',
    '3',
    '\u0301',
    'ſent',
    'Kelvin',
    'решили',
    'РЕШ',
    '😀',
    '\ud83d',
    '𝐀',
  ],
];
const LISTS = [
  ['we', 'we have', 'we have sent'],
  ['not', 'not yet', 'not yet sent'],
  ['postpon*', 'postponed talks', 'postpon* talks'],
  ['U.S.', 'the U.S. talks', 'u.s'],
  ["don't", 'don’t have'],
  ['реш*', '*ent', 'Kelvin', '😀 we', 'w*e have', '-', '3'],
  ["'ll", "'re talks", "'*"],
  ['', '*'],
];

const inWords = (words: string, list: readonly string[]) =>
  [...new Heard(words, { cues: { en: { ledger: { list: [...list] } } } }, 'en', 'ledger').all('list')].map(
    ({ start, end }) => [start, end],
  );
const byExpression = (words: string, list: readonly string[]) =>
  [...words.matchAll(new RegExp(compilePhrases(list), 'giu'))]
    .filter((m) => m[0] !== '')
    .map((m) => [m.index, m.index + m[0].length]);

test('[K2] a walk finds what the expression of each list finds', () => {
  const piece = fc.constantFrom(...PIECES);
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), fc.constantFrom(...LISTS.slice(0, -1)), (pieces, list) => {
      const words = pieces.join('');
      expect(inWords(words, list)).toEqual(byExpression(words, list));
    }),
    { numRuns: 2000, seed: 7 },
  );
});

test.each([
  ['We have sent it.', ['we', 'we have sent'], [[0, 12]]],
  [
    'postponement, postponed',
    ['postpon*'],
    [
      [0, 12],
      [14, 23],
    ],
  ],
  ['weak and unwell', ['we', 'well'], []],
  ['not\n  yet', ['not yet'], [[0, 9]]],
  ['it is', ['', '*is'], [[3, 5]]],
])('%j: %j', (words, list, spans) => {
  expect(inWords(words, list)).toEqual(spans);
});

test('what the language does not have says nothing', () => {
  const heard = new Heard('we have', { cues: {} }, 'xx', 'ledger');
  expect([heard.says('list'), heard.all('list')]).toEqual([false, []]);
});
