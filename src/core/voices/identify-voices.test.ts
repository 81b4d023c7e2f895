import { describe, expect, test } from 'vitest';
import { loadRules } from '../../intake/rules.ts';
import type { DocumentFacts, Rules } from '../model/index.ts';
import { findTurns } from './find-turns.ts';
import { identifyVoices } from './identify-voices.ts';
import { NO_FACTS, readingOf } from './scene.fixture.ts';

const { cues } = loadRules();

/** Invented: Varnia's presidency passed from Pavel Marenko to Ilse Marenko on 2 May 2031. */
const RULES: Rules = {
  revision: 'test',
  cues,
  people: [
    {
      id: 'pavel-marenko',
      name: 'Pavel Marenko',
      names: { ru: 'Павел Маренко' },
      aliases: [],
      tenures: [{ office: 'varnia-president', from: '2027-05-02', to: '2031-05-01', source: 'invented' }],
      source: 'invented',
    },
    {
      id: 'ilse-marenko',
      name: 'Ilse Marenko',
      names: { ru: 'Ильза Маренко' },
      aliases: [],
      tenures: [{ office: 'varnia-president', from: '2031-05-02', to: '..', source: 'invented' }],
      source: 'invented',
    },
    {
      id: 'tomas-belcourt',
      name: 'Tomas Belcourt',
      names: {},
      aliases: ['Belcourt'],
      tenures: [{ office: 'varnia-deputy-minister', from: '2029', to: '..', source: 'invented' }],
      source: 'invented',
    },
  ],
  offices: [
    {
      id: 'varnia-president',
      name: 'President of Varnia',
      aliases: ['President'],
      organisation: 'varnia-palace',
      source: 'invented',
    },
    {
      id: 'varnia-deputy-minister',
      name: 'Deputy Foreign Minister of Varnia',
      aliases: ['Deputy Minister'],
      organisation: 'varnia-mfa',
      source: 'invented',
    },
  ],
  parties: [
    {
      id: 'varnia-mfa',
      name: 'Foreign Ministry of Varnia',
      kind: 'ministry',
      aliases: [],
      adjectives: ['Varnian'],
      capitals: [],
      until: null,
      memberOf: null,
      source: 'invented',
    },
  ],
  publishers: [],
  topics: [],
  things: [],
};

function speak(text: string, facts: Partial<DocumentFacts> = {}, rules: Rules = RULES) {
  const reading = readingOf(text);
  const all = { ...NO_FACTS, language: 'en', ...facts };
  const { items } = findTurns(reading, all, rules);
  const voiced = identifyVoices(reading, all, items, null, rules);
  const said = voiced.items.filter((t) => ['question', 'answer', 'speech'].includes(t.kind));
  return { ...voiced, said, speakers: said.map((t) => t.speaker), voices: said.map((t) => t.voice) };
}

describe('[V2] labels of one man', () => {
  test('surname, Answer and A are the one official announced', () => {
    const { speakers, voices, participants } = speak(
      "Deputy Foreign Minister Orla Kestrin's interview with the Harbour Courier\n\nQuestion: Will you sign?\n\nKestrin: We will.\n\nQuestion: When?\n\nAnswer: Soon.\n\nQuestion: Sure?\n\nA: Yes.",
      { title: "Deputy Foreign Minister Orla Kestrin's interview with the Harbour Courier", outlet: 'Harbour Courier' },
    );
    expect(speakers).toEqual([
      'Harbour Courier',
      'Orla Kestrin',
      'Harbour Courier',
      'Orla Kestrin',
      'Harbour Courier',
      'Orla Kestrin',
    ]);
    expect(voices).toEqual(['interviewer', 'official', 'interviewer', 'official', 'interviewer', 'official']);
    expect(participants.filter((p) => p.name === 'Orla Kestrin')).toHaveLength(1);
  });

  test('[V1] Answer with two guests is nobody', () => {
    const { said } = speak(
      'Question: Will you sign?\n\nKestrin: We will.\n\nQuestion: And you?\n\nDolan: Never.\n\nQuestion: Why?\n\nAnswer: It is unfair.',
    );
    expect(said.at(-1)).toMatchObject({ speaker: null, person: null });
  });

  test('an unnamed reporter never becomes a person', () => {
    const { said } = speak('Q: Will Mr. Press resign?\n\nMS. KESTRIN: No.\n\nQ: Thank you.');
    expect(said[0]).toMatchObject({ speaker: null, voice: 'interviewer' });
  });
});

describe('[V1] what stands before a name is no part of it', () => {
  const title = 'Interview of the Director of the Department for Trade and Arms Control Ilse Marie Arden';
  test.each([
    ['a label in full', 'Ilse Arden', 'Ilse Arden'],
    ['a surname', 'Arden', 'Marie Arden'],
  ])('%s', (_, label, name) => {
    const { said } = speak(
      `${title}\n\nQuestion: What now?\n\n${label}: We wait.\n\nQuestion: Why?\n\n${label}: We must.`,
    );
    expect(said.at(-1)!.speaker).toBe(name);
  });
});

describe('[V1] two people of one surname', () => {
  test('both labelled in full: the bare surname is neither', () => {
    const { said } = speak(
      'Q: Who begins?\n\nIlse Kestrin: I do.\n\nQ: And then?\n\nPavel Kestrin: I do.\n\nQ: Why?\n\nKestrin: We agreed on it.',
    );
    expect(said.map((t) => t.speaker)).toEqual([null, 'Ilse Kestrin', null, 'Pavel Kestrin', null, 'Kestrin']);
    expect(new Set([said[1]!.person, said[3]!.person, said[5]!.person]).size).toBe(3);
  });

  test('a namesake merely mentioned in the answer is not the speaker', () => {
    const { said } = speak(
      'Q: What now?\n\nMR. KESTRIN: I spoke to Senator Ilse Kestrin today.\n\nQ: And?\n\nMR. KESTRIN: That is all.',
    );
    expect(said[1]!.speaker).toBe('MR. KESTRIN');
  });

  test('introduced by another before he speaks', () => {
    const { said } = speak(
      'MS. ARDEN: With me is our deputy adviser, Colm Kestrin.\n\nMR. KESTRIN: Thank you.\n\nQ: What now?\n\nMR. KESTRIN: We wait.',
    );
    expect(said[1]!.speaker).toBe('Colm Kestrin');
  });
});

describe('[V2] office held on the day', () => {
  const text = 'PRESIDENT MARENKO: We signed today.\n\nQ: Why?\n\nPRESIDENT MARENKO: It was time.';
  test.each([
    ['2030-03-01', 'pavel-marenko', 'Pavel Marenko'],
    ['2032-03-01', 'ilse-marenko', 'Ilse Marenko'],
  ])('on %s the president is %s', (date, person, name) => {
    expect(speak(text, { date }).said[0]).toMatchObject({ person, speaker: name });
  });

  test('without a day it is only the label', () => {
    const first = speak(text).said[0]!;
    expect(first.speaker).toBe('PRESIDENT MARENKO');
    expect(first.person).toMatch(/^p\d$/);
  });

  test('a name that is not its holder is a finding, neither merged nor mended', () => {
    const { said, findings } = speak(
      'DEPUTY MINISTER LENA BELCOURT: We wait.\n\nQ: Why?\n\nDEPUTY MINISTER LENA BELCOURT: Ask them.',
      {
        date: '2032-03-01',
      },
    );
    expect(said[0]!.speaker).toBe('LENA BELCOURT');
    expect(said[0]!.person).not.toBe('tomas-belcourt');
    expect(findings.map((f) => f.rule)).toContain('name-differs-from-holder');
  });

  test('a surname for which the vocabulary vouches, in a text about his ministry', () => {
    const qa = 'Q: What does the Varnian side say?\n\nBelcourt: No.\n\nQ: Why?\n\nBelcourt: Ask them.';
    expect(speak(qa, { date: '2032-03-01' }).said[1]).toMatchObject({
      person: 'tomas-belcourt',
      speaker: 'Tomas Belcourt',
    });
    expect(speak(qa.replace('Varnian', 'other'), { date: '2032-03-01' }).said[1]!.person).toMatch(/^p\d$/);
    expect(speak(qa, { date: '2020-03-01' }).said[1]!.person).toMatch(/^p\d$/);
  });
});

test('[V1] a deputy quoted inside the turn of another gets no words', () => {
  const { said } = speak(
    'Q: What now?\n\nMS. KESTRIN: As Deputy Minister Tomas Belcourt put it: we wait.\n\nQ: Why?\n\nMS. KESTRIN: Because.',
    { date: '2032-03-01' },
  );
  expect(said.map((t) => t.person)).not.toContain('tomas-belcourt');
});

test('what was missed: a label-like line that no rule took', () => {
  const { findings } = speak(
    'Q: What now?\n\nMS. KESTRIN: He left. Dolan Brack: I stay.\n\nQ: Why?\n\nMS. KESTRIN: Because.',
  );
  expect(findings.map((f) => f.rule)).toContain('label-not-taken');
});
