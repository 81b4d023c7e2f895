import { expect, it } from 'vitest';
import { loadRules } from '../../../intake/rules.ts';
import { annotate } from '../../pipeline.ts';
import { findReferences } from './find-references.ts';

const rules = loadRules();
const referred = (question: string) => {
  const text = `Question: ${question}\n\nIlse Marenko: I did, and I stand by it.`;
  const source = { name: 'x.txt', format: 'text', mediaType: 'text/plain', text, findings: [] } as const;
  const record = annotate(source, { date: '2023-11-20', language: 'en' }, 'ver:1', rules);
  return findReferences(record).map((r) => [r.day, r.from, r.to])[0];
};

it.each<[string, string, (string | null)[]]>([
  ['a day', 'On 14 September you said that the talks go on.', ['2023-09-14', '2023-09-14', '2023-09-14']],
  ['a month', 'In September you said that the talks go on.', ['2023-09', '2023-09-01', '2023-09-30']],
  [
    'part of a month',
    'At the end of October of this year, you said that the talks go on.',
    ['2023-10-21~/2023-10-31', '2023-10-21', '2023-10-31'],
  ],
  ['a week', 'Last week you said that the talks go on.', ['2023-W46', '2023-11-13', '2023-11-19']],
  ['a year is no day to look for', 'Last year you said that the talks go on.', [null, null, null]],
  ['nothing', 'Earlier you said that the talks go on.', [null, null, null]],
  ['a day to come is not when it was said', 'You said that the talks end on 5 December.', [null, null, null]],
])('a reference names %s', (_, question, expected) => expect(referred(question)).toEqual(expected));
