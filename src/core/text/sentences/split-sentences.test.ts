import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadRules } from '../../../intake/rules.ts';
import { splitSentences } from './split-sentences.ts';

const rules = loadRules();
const split = (text: string, language = 'en', breaks: number[] = []) =>
  splitSentences(text, { start: 0, end: text.length }, language, rules, breaks).items.map((s) =>
    text.slice(s.start, s.end).trim(),
  );

/** `|` stands where a sentence ends; everything else is the text. */
const CASES: [name: string, language: string, marked: string][] = [
  ['titles and initials', 'en', 'Mr. Petrak met Gen. Ilse B. Marenko on Jan. 6.| They spoke for an hour.'],
  [
    'the pronoun I and a lettered plan end sentences',
    'en',
    'That is for you and I.| Nobody chose Plan B.| The talks go on.',
  ],
  ['an acronym is mostly an attribute', 'en', 'The U.N. Commission met in the U.S.| It was short.'],
  ['a company at the end', 'en', 'It was bought by Talvik & Co.| They paid late.'],
  ['a quoted exclamation goes on', 'en', '“Never!” said the minister.| He left.'],
  ['a remark in brackets', 'en', 'We agreed (She had asked for it.) on a date.| Then we left.'],
  ['numbers and versions', 'en', 'The limit is 1.550 units.| No. 5 was withdrawn.'],
  ['list items run together', 'en', '1. The border stays open.| 2. The observers stay.| 3. The fees fall.'],
  ['a date is no list', 'en', 'We met on 5 May and signed 2 papers.| The rest waits.'],
  [
    'Russian abbreviations',
    'ru',
    'Встреча прошла на ул. Садовой в 2031 г. с участием проф. Маренко.| Итоги подвели в пятницу.',
  ],
  ['Russian dialogue', 'ru', '«Вы согласны? – спросил он. – Тогда подпишем».| Все встали.'],
  ['Russian initials', 'ru', 'А. И. Маренко и Л.Н. Петрак подписали акт.| Это важно.'],
  ['German ordinals', 'de', 'Am 3. Oktober tagte die 20. Kommission.| Danach sprach Frau Dr. Marenko.'],
  ['French titles', 'fr', 'M. Petrak a reçu Mme. Marenko.| Ils ont parlé.'],
  ['a small letter after a question mark', 'en', 'Was it agreed? asked the reporter.| It was.'],
];

describe('splitSentences', () => {
  it.each(CASES)('%s', (_name, language, marked) => {
    expect(split(marked.replaceAll('|', ''), language)).toEqual(marked.split('|').map((s) => s.trim()));
  });

  it('a line break in a paragraph is a space; a new paragraph ends the sentence', () => {
    const text = 'We will not\nsign it. A heading without a stop\nMr.\nPetrak spoke.';
    expect(split(text, 'en', [0, text.indexOf('Mr.')])).toEqual([
      'We will not\nsign it.',
      'A heading without a stop',
      'Mr.\nPetrak spoke.',
    ]);
  });

  it('[T2] sentences tile the body, whatever the text and the breaks', () => {
    const part = fc.constantFrom(
      'Mr.',
      'The',
      ' ',
      '\n',
      '. ',
      '?',
      '…',
      '«',
      '»',
      '1.',
      ' a) ',
      'Ю',
      'U.S.',
      '\u00a0',
      '–',
      '😀',
      ')',
    );
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 40 }),
        fc.array(fc.nat(80), { maxLength: 4 }),
        fc.nat(20),
        (parts, breaks, cut) => {
          const text = parts.join('');
          const body = { start: Math.min(cut, text.length), end: text.length };
          const { items } = splitSentences(
            text,
            body,
            'en',
            rules,
            [...breaks].sort((a, b) => a - b),
          );
          expect(items.map((s) => text.slice(s.start, s.end)).join('')).toBe(text.slice(body.start));
          expect(items.every((s) => s.start < s.end)).toBe(true);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('a language tag that is none, and a line of a million letters, are no trouble', () => {
    expect(split('One. Two.', 'not a tag!')).toEqual(['One.', 'Two.']);
    expect(splitSentences('a'.repeat(1_000_000), { start: 0, end: 1_000_000 }, null, rules).items).toHaveLength(5);
  });
});
