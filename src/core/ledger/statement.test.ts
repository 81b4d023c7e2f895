import { expect, it } from 'vitest';
import { startOfQuestion } from './statement.ts';

it.each<[string, string | null]>([
  ['Will you sail?', 'Will you sail?'],
  ['The ferry waits. Will you sail?', 'Will you sail?'],
  ['Really? Will you sail?', 'Will you sail?'],
  ['Will you sail??', '?'],
  ['Will you sail? Thank you.', null],
  ['', null],
])('the sentence that asks at the end of: %s', (words, asked) => {
  const start = startOfQuestion(words);
  expect(start === null ? null : words.slice(start).trim()).toBe(asked);
});
