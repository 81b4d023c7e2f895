import { expect, it } from 'vitest';
import { loadRules } from '../../../intake/rules.ts';
import { annotate } from '../../pipeline.ts';
import { findTerms } from './find-terms.ts';

const rules = loadRules();
const termsOf = (text: string) => {
  const source = { name: 'x.txt', format: 'text', mediaType: 'text/plain', text, findings: [] } as const;
  return findTerms(annotate(source, { date: '2023-04-11', language: 'en' }, 'ver:1', rules), rules);
};

it.each<[string, string, [term: string, statements: number][]]>([
  [
    'two content words side by side, by their stems, once a statement',
    'Question: And?\n\nIlse Marenko: The harbour lamps burn, and harbour lamps glow. A harbour lamp went out.',
    [
      ['harbour lamps', 2],
      ['lamps burn', 1],
      ['lamps glow', 1],
      ['lamp went', 1],
    ],
  ],
  ['nothing across a comma or a day', 'Question: And?\n\nIlse Marenko: The lamps, 4 May mirrors, glow.', []],
  ['nothing of what nobody says', 'The harbour lamps burn.', []],
])('%s', (_, text, expected) => {
  const terms = termsOf(text).map((t): [string, number] => [t.term, t.statements]);
  expect(terms.filter(([term]) => /lamp|mirror/.test(term))).toEqual(expected);
});

it('a term is shown by the first statement that holds it', () => {
  const [first] = termsOf('Question: And?\n\nIlse Marenko: The harbour lamps burn. The harbour lamps glow.');
  expect(first).toMatchObject({ term: 'harbour lamps', statements: 2, example: { text: 'The harbour lamps burn.' } });
});
