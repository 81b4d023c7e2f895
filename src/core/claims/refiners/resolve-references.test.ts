import { expect, test } from 'vitest';
import { loadRules } from '../../../intake/rules.ts';
import type { DocumentFacts, Sentence, Turn } from '../../model/index.ts';
import { findMentions } from '../find-mentions.ts';

const rules = loadRules(undefined, undefined);
const facts = { date: '2023-05-04', published: null, language: 'en' } as DocumentFacts;

/** References of a question to, and the answer of, Ilse Marenko: words, whose, day, kind. */
function references(question: string, answer: string) {
  const text = `${question}\n${answer}`;
  const turn = (id: string, kind: Turn['kind'], start: number, end: number): Turn => ({
    id,
    kind,
    voice: kind === 'question' ? 'interviewer' : 'official',
    speaker: kind === 'question' ? null : 'Ilse Marenko',
    person: null,
    label: null,
    start,
    bodyStart: start,
    end,
    rule: 'test',
  });
  const cut = question.length + 1;
  const turns = [turn('q', 'question', 0, cut), turn('a', 'answer', cut, text.length)];
  const sentences: Sentence[] = turns.map((t) => ({ id: `${t.id}/s`, turn: t.id, start: t.start, end: t.end }));
  return findMentions(text, turns, sentences, facts, rules)
    .items.filter((m) => m.kind === 'reference')
    .map((m) => [m.name, m.value, m.rule.replace(/^reference-to-/, '')]);
}

test.each<[string, string, [string | null, string | null, string][]]>([
  ['In your interview of 9 February you said otherwise.', 'Yes.', [['Ilse Marenko', '2023-02-09', 'interview']]],
  ['What now?', 'As I said in my speech in March, we wait.', [['Ilse Marenko', '2023-03', 'speech']]],
  ['In an earlier interview, you said otherwise.', 'Yes.', [['Ilse Marenko', null, 'interview']]],
  ['What now?', 'As Minister Viktor Dolin said yesterday, we wait.', [['Viktor Dolin', '2023-05-03', 'statement']]],
  // an office without a name is nobody's
  ['What now?', 'As the President said yesterday, we wait.', [[null, '2023-05-03', 'statement']]],
  // an interviewer's words are not the official's
  ['What now?', 'As you have recently said, we wait.', [[null, null, 'statement']]],
  ['What do you say?', 'We said no.', []],
])('%s %s', (question, answer, expected) => {
  const found = references(question, answer);
  expect(found.length).toBeGreaterThanOrEqual(expected.length ? 1 : 0);
  if (expected.length) expect(found).toContainEqual(expected[0]);
  else expect(found).toEqual([]);
});
