import { expect, test } from 'vitest';
import { loadRules } from '../../intake/rules.ts';
import { extractQuotations } from './extract-quotations.ts';
import { lexiconOf } from './lexicon.ts';

const lexicon = lexiconOf(loadRules().cues);
const PEOPLE = new Set(['Marenko', 'Ilse Marenko', 'Reval', 'Tomas Reval', 'Perrin', 'Nadia Perrin', 'Марина Орлова']);
const extract = (text: string) => {
  const blocks = text.split('\n').reduce<{ start: number; end: number; kind: 'paragraph' }[]>((all, line) => {
    const start = all.length === 0 ? 0 : all[all.length - 1]!.end + 1;
    return [...all, { start, end: start + line.length, kind: 'paragraph' }];
  }, []);
  return extractQuotations(text, blocks, lexicon, (n) => PEOPLE.has(n)).items;
};

const CASES: Record<string, [text: string, quote: string, speaker: string | null]> = {
  'after the words': ['“We will not sign,” Marenko said on Monday.', 'We will not sign,', 'Marenko'],
  'verb first': ['"We will not sign," said spokeswoman Nadia Perrin.', 'We will not sign,', 'Nadia Perrin'],
  'before the words': [
    'In June Tomas Reval told the Courier: «We shall see about that.»',
    'We shall see about that.',
    'Tomas Reval',
  ],
  'an apposition between name and verb': [
    '"It is late now," Tomas Reval, the deputy minister, said.',
    'It is late now,',
    'Tomas Reval',
  ],
  'according to': [
    'The strait is "closed to everybody but us", according to Perrin.',
    'closed to everybody but us',
    'Perrin',
  ],
  'split by a clause of speech': [
    '"We waited," she said, "and nobody came." Perrin said that twice.',
    'We waited, and nobody came.',
    null,
  ],
  'one person to be meant by "she"': [
    'The minister, Ilse Marenko, was firm. "We will not sign it," she said.',
    'We will not sign it,',
    'Ilse Marenko',
  ],
  'two people to be meant by "he"': ['Reval met Perrin. "It went rather well," he said.', 'It went rather well,', null],
  'a role is whoever was quoted before': [
    'Marenko met nobody. "If they stay away," the minister said, "we go home".',
    'If they stay away, we go home',
    'Marenko',
  ],
  'a ministry is itself': [
    'According to the foreign ministry, "the strait stays open".',
    'the strait stays open',
    'ministry',
  ],
  'a newspaper asks': ['"Who pays for the new pier?" the newspaper asked.', 'Who pays for the new pier?', 'newspaper'],
  'a capital speaks': ['"We will not sign it," Ostrel said on Monday.', 'We will not sign it,', 'Ostrel'],
  'a ministry of a state': [
    '"We will not sign it," the Varnian Foreign Ministry said.',
    'We will not sign it,',
    'Varnian Foreign Ministry',
  ],
  'a ministry by an adjective': [
    '"We will not sign it," the Varnian government said.',
    'We will not sign it,',
    'Varnian government',
  ],
  'Russian: the reporter inside the marks': [
    '«Это, — подчеркнула Марина Орлова, — наша позиция по договору».',
    'Это, — подчеркнула Марина Орлова, — наша позиция по договору',
    'Марина Орлова',
  ],
  'Russian: speech after a dash': [
    '— Мы ждём ответа, — отметила Орлова. — Ответа пока нет.',
    'Мы ждём ответа, Ответа пока нет.',
    'Орлова',
  ],
  'low and high marks': ['„Wir warten auf sie“, said Reval.', 'Wir warten auf sie', 'Reval'],
  Russian: ['«Мы не подпишем этот договор», — заявила Марина Орлова.', 'Мы не подпишем этот договор', 'Марина Орлова'],
  'single marks': ['‘We don’t expect any of it,’ Reval said.', 'We don’t expect any of it,', 'Reval'],
};
for (const [name, [text, quote, speaker]] of Object.entries(CASES))
  test(name, () => {
    const [first] = extract(text);
    expect(first).toMatchObject({ quote, speaker, leftOut: null });
  });

test('"he" after a quotation is its speaker, though others were named before', () => {
  const items = extract(
    'Perrin met Reval. "We will not sign," Reval said. He added: "We never promised that to them."',
  );
  expect(items.map((i) => i.speaker)).toEqual(['Reval', 'Reval']);
});

const LEFT_OUT: Record<string, string> = {
  'scare quotes': 'The so-called "peace plan" went nowhere.',
  'a title': 'He wrote the book "The Lighthouse Keeper of Ostrel" last year.',
  'so-called': 'They drew a so-called "red line" there.',
  'one word': 'They call it a "treaty" and nothing more.',
};
for (const [name, text] of Object.entries(LEFT_OUT))
  test(`${name}: left out with a reason`, () => expect(extract(text)[0]!.leftOut).not.toBeNull());

test('apostrophes and feet are no quotations', () =>
  expect(extract("The ministers' men don't sign. It's 6' long.")).toEqual([]));
