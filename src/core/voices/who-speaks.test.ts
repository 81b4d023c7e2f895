import { describe, expect, it } from 'vitest';
import { loadRules } from '../../intake/rules.ts';
import { findTurns } from './find-turns.ts';
import { identifyVoices } from './identify-voices.ts';
import { NO_FACTS, readingOf } from './scene.fixture.ts';

const rules = loadRules();

/** Invented: the whole way from print to voice, `kind voice speaker | first words`. */
const CASES: Record<string, { text: string; language?: string; told?: string; turns: string[] }> = {
  'a speech whose label stands once': {
    text: 'Ilse Marenko: We have waited for five weeks. We will wait for one more.\n\nThe harbour is open. That is our policy.',
    turns: ['speech official Ilse Marenko | We have'],
  },
  'a headline is no label': {
    text: 'Ilse Marenko: our harbour stays open\n\nThe minister said that we are all welcome, and that her door is open, she added. The ministry said that talks go on.',
    turns: [],
  },
  'one official told beside a text that says we': {
    told: 'Ilse Marenko',
    text: 'We have waited for five weeks. We will wait for one more.\n\nThe harbour is open. That is our policy.',
    turns: ['speech official Ilse Marenko | We have'],
  },
  'one official told beside an article about her': {
    told: 'Ilse Marenko',
    text: 'The minister came to Tarsk on Monday. She visited the harbour.\n\nIt stays open, according to the ministry.',
    turns: [],
  },
  'a radio host by her work, a guest by his office, both by surname later': {
    text: 'TRANSCRIPT: Radio interview\n\nANNA COLE, HOST: With us is the deputy minister. Good morning.\n\nPER ORN, DEPUTY MINISTER: Good morning, Anna.\n\nCOLE: You heard the Ambassador.\n\nORN: I did.\n\nUNIDENTIFIED MALE: Liar!\n\nCOLE: Thank you.',
    turns: [
      'question interviewer ANNA COLE | With us',
      'answer official PER ORN | Good morning,',
      'question interviewer ANNA COLE | You heard',
      'answer official PER ORN | I did.',
      'answer unknown UNIDENTIFIED MALE | Liar!',
      'question interviewer ANNA COLE | Thank you.',
    ],
  },
  'a journalist with her paper asks; a deputy with a name in brackets speaks for himself': {
    text: 'Minister Ilse Marenko: The text is ready.\n\nA deputy (Jan Oster, Coast Party): And the fleet?\n\nMinister Ilse Marenko: It stays at home.\n\nAnna Cole, Varnia Today: Is the treaty dead?\n\nIlse Marenko: No.\n\nAnna Cole, Varnia Today: Good to hear.\n\nIlse Marenko: It is not dead.',
    turns: [
      'speech official Ilse Marenko | The text',
      'speech official Jan Oster | And the',
      'speech official Ilse Marenko | It stays',
      'question interviewer Anna Cole | Is the',
      'answer official Ilse Marenko | No.',
      'question interviewer Anna Cole | Good to',
      'answer official Ilse Marenko | It is',
    ],
  },
  'a press secretary is no press': {
    text: 'Lise Vel, Press Secretary: We wait.\n\nQuestion: For whom?\n\nLise Vel, Press Secretary: For them.\n\nQuestion: And then?\n\nLise Vel, Press Secretary: Then we talk.',
    turns: [
      'speech official Lise Vel | We wait.',
      'question interviewer nobody | For whom?',
      'answer official Lise Vel | For them.',
      'question interviewer nobody | And then?',
      'answer official Lise Vel | Then we',
    ],
  },
  'French letters': {
    language: 'fr',
    text: 'Q - Le traité est-il mort ?\n\nR - Non, nous attendons.\n\nQ - Et les visas ?\n\nR - Trente agents sont partis.',
    turns: [
      'question interviewer nobody | Le traité',
      'answer official nobody | Non, nous',
      'question interviewer nobody | Et les',
      'answer official nobody | Trente agents',
    ],
  },
  'an initial is no French letter': {
    language: 'en',
    text: 'R - Marenko came.\n\nP - Orn left.\n\nR - Both were late.',
    turns: [],
  },
  'numbered words before a stop': {
    text: 'Question 1. When will the fleet sail?\n\nAnswer. It stays at home.\n\nQuestion 2. What of the treaty?\n\nAnswer. We wait.\nIt has been a month.',
    turns: [
      'question interviewer nobody | When will',
      'answer official nobody | It stays',
      'question interviewer nobody | What of',
      'answer official nobody | We wait.',
    ],
  },
  'a sentence that opens with such a word': {
    text: 'The delegates had doubts.\n\nQuestion. That is what they did all day, and nobody was the wiser.\n\nThey went home.',
    turns: [],
  },
};

describe('[V1][V2] who speaks, from print to voice', () => {
  for (const [name, { text, language, told, turns }] of Object.entries(CASES))
    it(name, () => {
      const reading = readingOf(text);
      const facts = { ...NO_FACTS, language: language ?? 'en' };
      const sidecar = told ? { participants: [{ name: told, role: 'official' as const }] } : null;
      const { items } = identifyVoices(reading, facts, findTurns(reading, facts, rules, sidecar).items, sidecar, rules);
      const shown = items
        .filter((t) => t.label !== null || t.kind === 'speech')
        .map(
          (t) =>
            `${t.kind} ${t.voice} ${t.speaker ?? 'nobody'} | ${text.slice(t.bodyStart, t.end).trim().split(/\s+/).slice(0, 2).join(' ')}`,
        );
      expect(shown).toEqual(turns);
    });
});

it('[V1] an id in the markup is no `A:`, and never whoever else speaks', () => {
  const said = (who: string, key: string) => ({ utterance: { key, kind: 'speech' as const, who, label: null } });
  const reading = readingOf('We sign.\n\nWe do not.', [said('a', 'u1'), said('b', 'u2')]);
  const turns = findTurns(reading, NO_FACTS, rules).items;
  const { items } = identifyVoices(reading, { ...NO_FACTS, language: 'en' }, turns, null, rules);
  expect(items.map((t) => t.speaker)).toEqual(['a', 'b']);
});
