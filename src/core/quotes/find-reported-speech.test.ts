import { expect, test } from 'vitest';
import { loadRules } from '../../intake/rules.ts';
import { splitSentences } from '../text/sentences/split-sentences.ts';
import { findReportedSpeech } from './find-reported-speech.ts';
import { lexiconOf } from './lexicon.ts';

const rules = loadRules();
const lexicon = lexiconOf(rules.cues);
const PEOPLE = new Set(['Marenko', 'Ilse Marenko', 'Revalov', 'Tomas Revalov', 'Perrin', 'Орлова']);
const find = (text: string, quoted: { start: number; end: number; speaker: string | null }[] = []) =>
  findReportedSpeech(
    text,
    [{ start: 0, end: text.length }],
    (block) => splitSentences(text, block, /[а-я]/.test(text) ? 'ru' : 'en', rules).items,
    quoted,
    lexicon,
    (name) => PEOPLE.has(name),
  );

/** what is laid to whom; null: the text reports no speech that could be looked for */
const CASES: Record<string, [text: string, said: string | null, speaker?: string | null]> = {
  that: ['Marenko argued that the treaty was dead.', 'the treaty was dead', 'Marenko'],
  'an addressee before "that"': [
    'Perrin told reporters on Monday that the visas were refused.',
    'the visas were refused',
    'Perrin',
  ],
  'no "that"': ['Marenko warned the talks could fail.', 'the talks could fail', 'Marenko'],
  whether: ['Perrin asked whether the strait was open.', 'the strait was open', 'Perrin'],
  'after what is said': [
    'The visas were refused last week, Marenko said.',
    'The visas were refused last week',
    'Marenko',
  ],
  'after it, with the day': [
    'The visas were refused last week, Marenko said on Monday in Port Sorrel.',
    'The visas were refused last week',
    'Marenko',
  ],
  'according to, first': ['According to Marenko, no summit is planned.', 'no summit is planned.', 'Marenko'],
  'according to, last': ['No summit is planned, according to Marenko.', 'No summit is planned', 'Marenko'],
  'a body': ['The Foreign Ministry announced a new round of talks.', 'a new round of talks', 'Foreign Ministry'],
  'a role is somebody': ['The minister argued that the treaty was dead.', 'the treaty was dead', null],
  'an abbreviation ends no sentence': [
    'Mr. Revalov said that the U.S. proposal was late.',
    'the U.S. proposal was late',
    'Revalov',
  ],
  russian: ['Орлова заявила, что встреча не планируется.', 'встреча не планируется', 'Орлова'],
  'russian, by the words of a role': ['По словам министра, визы пока не выданы.', 'визы пока не выданы.', null],
  'a meeting is no speech': ['Marenko met Revalov in Port Sorrel on Monday.', null],
  'nothing said': ['Marenko told reporters on Monday.', null],
  'a paper says nothing': ['The report says nothing of the strait and its ships.', null],
  'a state in a title is no verb': ['On Monday Secretary of State Revalov met the press again.', null],
};

test.each(Object.entries(CASES))('%s', (_, [text, said, speaker]) => {
  const found = find(text);
  expect(found.map((f) => text.slice(f.said.start, f.said.end))).toEqual(said === null ? [] : [said]);
  if (said !== null) expect(found[0]!.speaker).toBe(speaker);
  for (const f of found) expect(f.text).toBe(text.slice(f.start, f.end));
});

test('a denial is listed with its verb', () => {
  expect(find('Marenko has often denied that her state would leave the treaty.')[0]!.text).toContain('denied');
});

test('a sentence with a quotation that is checked is left to it, and its speaker is who "he" is', () => {
  const text = 'Tomas Revalov said: “We wait.” He argued that the talks had failed.';
  const [one, ...more] = find(text, [{ start: 20, end: 30, speaker: 'Tomas Revalov' }]);
  expect(more).toEqual([]);
  expect(one).toMatchObject({ speaker: 'Tomas Revalov', attribution: '"he" is the speaker quoted before' });
});

test('"she" is not a man named before', () => {
  const [, one] = find('Revalov said that the talks had failed. She added that no visa was issued.');
  expect(one).toMatchObject({ speaker: null, attribution: expect.stringContaining('does not fit') });
  const [, titled] = find('Ms Perrin told Mr Revalov that the talks had failed. He said that no visa was issued.');
  expect(titled!.speaker).toBe(null);
  const [, other] = find('The spokeswoman, Perrin, said that the talks had failed. She added that no visa was issued.');
  expect(other!.speaker).toBe('Perrin');
});
