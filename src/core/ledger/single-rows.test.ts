import { expect, it } from 'vitest';
import { loadRules } from '../../intake/rules.ts';
import type { Turn } from '../model/index.ts';
import { singleRows } from './single-rows.ts';
import { statementSaid } from './statement.fixture.ts';
import type { ComparedText, QuestionAsked } from './topic-row.ts';

const rules = loadRules();
const textOf = (words: string[], questionTopics: QuestionAsked[] = []): ComparedText => ({
  statements: words.map((text) => statementSaid({ text, act: 'demand', topic: 'visas' }, rules)),
  ledger: [],
  questionTopics,
});
const EARLIER = textOf(['Kestoria must issue the visas of our delegates.']);
const asked = (isDeclined: boolean): QuestionAsked[] => [{ turn: {} as Turn, topics: ['visas'], isDeclined }];

it.each<[string, ComparedText, string]>([
  ['not asked', textOf([]), 'not asked about in the later text'],
  ['asked and declined', textOf([], asked(true)), 'asked about in the later text, not answered there'],
  [
    'asked, and answered with other matters',
    textOf([], asked(false)),
    'asked about in the later text; the answer holds no statement on it',
  ],
  [
    'spoken of otherwise',
    textOf(['The visas office must open on Monday.'], asked(true)),
    'in the later text the topic comes up, but not this point',
  ],
])('dropped says what it can mean: %s', (_, later, why) =>
  expect(singleRows(EARLIER, later, 'dropped', new Set()).map((r) => [r.relation, r.b.length, r.why])).toEqual([
    ['dropped', 0, why],
  ]),
);
