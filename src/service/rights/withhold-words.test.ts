import { expect, it } from 'vitest';
import { WITHHELD, withholdWords } from './withhold-words.ts';

const closed = new Set(['ver:c']);

it('words belong to the text that is named nearest to them', () => {
  const answer = {
    entries: [
      {
        turn: 'ver:c/t-1',
        text: 'closed',
        speaker: 'Ilse Marenko',
        shift: { from: { turn: 'ver:o/t-9', text: 'open' } },
      },
      { turn: 'ver:o/t-1', text: 'open', nearest: { document: 'ver:c', text: 'closed' } },
    ],
    quote: 'asked',
  };
  expect(withholdWords(answer, closed)).toEqual({
    entries: [
      {
        turn: 'ver:c/t-1',
        text: WITHHELD,
        speaker: 'Ilse Marenko',
        shift: { from: { turn: 'ver:o/t-9', text: 'open' } },
      },
      { turn: 'ver:o/t-1', text: 'open', nearest: { document: 'ver:c', text: WITHHELD } },
    ],
    quote: 'asked',
  });
});

it('a row whose evidence is all closed keeps its subject, state and number', () => {
  const row = (document: string) => ({
    id: 'entry:1',
    title: 'Varnia: “We will sail.” (Ilse Marenko)',
    status: 'stated',
    value: '31',
    condition: 'if the wind holds',
    evidence: [{ document, turn: `${document}/t-1`, text: 'We will sail.' }],
  });
  expect(withholdWords(row('ver:c'), closed)).toMatchObject({
    title: `Varnia: ${WITHHELD}`,
    status: 'stated',
    value: '31',
    condition: WITHHELD,
    evidence: [{ text: WITHHELD }],
  });
  expect(withholdWords(row('ver:o'), closed)).toEqual(row('ver:o'));
});

it('a check says how a quotation stands to a closed text, and not what the text says', () => {
  const answer = {
    verdict: 'altered',
    matches: [{ document: 'ver:c', turn: 'ver:c/t-1', text: 'We will sail.' }],
    edits: [{ op: 'replace', from: 'sail', to: 'row' }],
    why: 'Words were changed: "sail" became "row".',
    printable: 'We will sail.',
    exchange: { passage: { start: 0, end: 13, text: 'We will sail.' } },
    quote: 'We will row.',
  };
  expect(withholdWords(answer, closed)).toEqual({
    verdict: 'altered',
    matches: [{ document: 'ver:c', turn: 'ver:c/t-1', text: WITHHELD }],
    edits: [{ op: 'replace', from: WITHHELD, to: 'row' }],
    why: 'Words were changed: "…" became "…".',
    printable: WITHHELD,
    exchange: { passage: { start: 0, end: 13, text: WITHHELD } },
    quote: 'We will row.',
  });
});

it('with nothing closed an answer is handed on as it is', () => {
  const answer = { turn: 'ver:c/t-1', text: 'words' };
  expect(withholdWords(answer, new Set())).toBe(answer);
});
