import { expect, it } from 'vitest';
import { diffWords } from './diff-words.ts';

const marked = (a: string, b: string) => {
  const found = diffWords(a, b);
  return [found.a.map((s) => a.slice(s.start, s.end)), found.b.map((s) => b.slice(s.start, s.end))];
};

it.each([
  ['the same', 'We will not sign.', 'We will not sign.', [[], []]],
  ['a word left out', 'We will not sign the treaty.', 'We will sign the treaty.', [['not'], []]],
  [
    'a word changed at either end',
    'In general, we agree today.',
    'Your side: we agree tomorrow.',
    [
      ['In general,', 'today.'],
      ['Your side:', 'tomorrow.'],
    ],
  ],
  ['neighbours are one span', 'a b c d', 'a x y d', [['b c'], ['x y']]],
  ['nothing in common', 'yes', 'no', [['yes'], ['no']]],
  ['one side empty', '', 'no word', [[], ['no word']]],
  ['lines and spaces are no difference', 'one\ntwo  three', 'one two three', [[], []]],
])('%s', (_what, a, b, expected) => expect(marked(a, b)).toEqual(expected));
