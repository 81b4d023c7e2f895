import { expect, it } from 'vitest';
import { loadRules } from '../../intake/rules.ts';
import { cutGlued } from './cut-glued.ts';

const rules = loadRules();
const cut = (text: string, language = 'en') =>
  cutGlued(text, { start: 0, end: text.length }, language, rules).map((s) => text.slice(s.start, s.end).trim());

it.each([
  [
    'Two ports issue a warning for the storm The harbour service has closed both ports.',
    ['Two ports issue a warning for the storm', 'The harbour service has closed both ports.'],
  ],
  ['The harbour service, The Courier writes, has closed both ports.', null],
  ['The harbour service has closed both ports.', null],
  ['He and I have closed both ports today.', null],
])('%s', (text, pieces) => {
  expect(cut(text)).toEqual(pieces ?? [text]);
});

it('pieces tile the sentence', () => {
  const text = 'Storm over the strait again In the night two boats were lost It was the third storm.';
  const pieces = cutGlued(text, { start: 6, end: text.length }, 'en', rules);
  expect(pieces[0]!.start).toBe(6);
  expect(pieces.at(-1)!.end).toBe(text.length);
  for (const [i, p] of pieces.slice(1).entries()) expect(p.start).toBe(pieces[i]!.end);
});
