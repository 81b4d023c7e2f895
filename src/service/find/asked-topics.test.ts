import { expect, it } from 'vitest';
import { annotate } from '../../core/pipeline.ts';
import { loadRules } from '../../intake/rules.ts';
import { askedTopics } from './asked-topics.ts';

const rules = loadRules();
const asked = (question: string, answer: string) => {
  const text = `Question: ${question}\n\nIlse Marenko: ${answer}`;
  const source = { name: 'x.txt', format: 'text', mediaType: 'text/plain', text, findings: [] } as const;
  const record = annotate(source, { date: '2031-04-11', language: 'en' }, 'ver:1', rules);
  return askedTopics(record, rules).map(({ topics, isDeclined }) => [topics, isDeclined])[0];
};

it.each<[string, string, string, [string[], boolean]]>([
  ['answered', 'What of the visas?', 'We ask for visas.', [['visas-host-country'], false]],
  ['answered beside the point', 'What of the visas?', 'The ferry sails at noon.', [['visas-host-country'], false]],
  ['declined', 'What of the visas?', 'I cannot comment on that.', [['visas-host-country'], true]],
  ['a word in a word is no topic', 'Was it an informal talk of information?', 'It was.', [[], false]],
])('what a question asks about: %s', (_, question, answer, expected) =>
  expect(asked(question, answer)).toEqual(expected),
);
