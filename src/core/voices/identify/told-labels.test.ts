import { describe, expect, test } from 'vitest';
import { loadRules } from '../../../intake/rules.ts';
import type { Rules, Sidecar } from '../../model/index.ts';
import { findTurns } from '../find-turns.ts';
import { identifyVoices } from '../identify-voices.ts';
import { NO_FACTS, NO_RULES, readingOf } from '../scene.fixture.ts';

const RULES: Rules = {
  ...NO_RULES,
  cues: loadRules().cues,
  people: [
    {
      id: 'ilse-marenko',
      name: 'Ilse Marenko',
      names: {},
      aliases: [],
      tenures: [{ office: 'varnia-president', from: '2031', to: '..', source: 'invented' }],
      source: 'invented',
    },
  ],
};

/** kind, voice, speaker and person of each turn of talk */
function speak(text: string, participants: Sidecar['participants']) {
  const reading = readingOf(text);
  const facts = { ...NO_FACTS, language: 'en', outlet: 'Harbour Courier' };
  const { items } = findTurns(reading, facts, RULES);
  const voiced = identifyVoices(reading, facts, items, participants ? { participants } : null, RULES);
  const said = voiced.items.filter((t) => ['question', 'answer', 'speech'].includes(t.kind));
  return {
    said: said.map((t) => [t.kind, t.voice, t.speaker, t.person]),
    names: voiced.participants.map((p) => p.name),
  };
}

const TWO_ANSWER =
  'Q: Will you sign?\n\nKESTRIN: We will.\n\nQ: And you?\n\nDOLAN: Never.\n\nQ: Why?\n\nA: It is unfair.';
const INITIALS = 'H.C.: Will you sign?\n\nI.M.: We will.\n\nH.C.: When?\n\nI.M.: Soon.';

describe('[V2] [S1] labels that a person explained', () => {
  test('nobody explained A, and two could be meant: it stays nobody', () => {
    expect(speak(TWO_ANSWER, undefined).said.at(-1)).toEqual(['answer', 'official', null, null]);
  });

  test.for([
    ['as printed', 'A:'],
    ['without its colon', 'A'],
    ['in another case', 'a :'],
  ])('%s, A is the person of the vocabulary whom it names', ([, label]) => {
    const { said } = speak(TWO_ANSWER, [{ name: 'Ilse Marenko', role: 'official', label: label! }]);
    expect(said.at(-1)).toEqual(['answer', 'official', 'Ilse Marenko', 'ilse-marenko']);
    expect(said[1]![2]).toBe('KESTRIN');
  });

  test.for(['official', 'unknown'] as const)(
    'a label of an %s whom nobody can name is attributed to nobody',
    (role) => {
      const { said } = speak('Q: Will you sign?\n\nKESTRIN: We will.\n\nQ: Why?\n\nA: It is fair.', [
        { name: '', role, label: 'A' },
      ]);
      expect(said.at(-1)).toEqual(['answer', role, null, null]);
    },
  );

  test('a role alone leaves the name of whoever asks to the rules', () => {
    const { said, names } = speak(INITIALS, [{ name: '', role: 'interviewer', label: 'H.C.' }]);
    expect(said[0]!.slice(0, 2)).toEqual(['question', 'interviewer']);
    expect(names).not.toContain('');
  });

  test('an answer that a person gave to the interviewer is a question, and back', () => {
    const { said } = speak('Q: Will you sign?\n\nA: We will.', [
      { name: 'Orla Kestrin', role: 'interviewer', label: 'A' },
      { name: 'Ilse Marenko', role: 'official', label: 'Q' },
    ]);
    expect(said.map(([kind, voice, speaker]) => [kind, voice, speaker])).toEqual([
      ['answer', 'official', 'Ilse Marenko'],
      ['question', 'interviewer', 'Orla Kestrin'],
    ]);
  });

  test('a label that the text does not carry changes nothing', () => {
    const told = speak(TWO_ANSWER, [{ name: 'Ilse Marenko', role: 'official', label: 'B' }]);
    expect(told.said).toEqual(speak(TWO_ANSWER, undefined).said);
  });
});
