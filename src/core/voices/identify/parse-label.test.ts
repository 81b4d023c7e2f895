import { expect, test } from 'vitest';
import { loadRules } from '../../../intake/rules.ts';
import { parseLabel } from './parse-label.ts';
import { collectVoiceWords } from './voice-words.ts';

const rules = loadRules();

const CASES: [string, string, Partial<ReturnType<typeof parseLabel>>][] = [
  ['en', 'Q', { generic: 'question', name: null }],
  ['en', 'QUESTION 3:', { generic: 'question' }],
  ['en', 'A:', { generic: 'answer' }],
  ['en', 'MS. MARENKO:', { name: 'MARENKO', gender: 'f', office: null }],
  ['en', 'THE PRESIDENT:', { name: null, office: 'THE PRESIDENT' }],
  ['en', 'ACTING ADMINISTRATOR MARENKO:', { name: 'MARENKO', office: 'ACTING ADMINISTRATOR' }],
  ['en', 'Deputy Foreign Minister Ilse Marenko:', { name: 'Ilse Marenko', office: 'Deputy Foreign Minister' }],
  ['en', 'WHITE HOUSE AIDE:', { name: null }],
  ['en', 'White House Press Secretary Ilse Marenko:', { name: 'Ilse Marenko' }],
  [
    'en',
    'Foreign Ministry of the Republic of Varnia:',
    { name: null, office: 'Foreign Ministry of the Republic of Varnia' },
  ],
  ['en', 'MR. MARENKO (through interpreter):', { name: 'MARENKO', note: 'through interpreter' }],
  [
    'en',
    'Minister for the Interior (Mr. Marenko):',
    { name: 'Marenko', office: 'Minister for the Interior', note: null },
  ],
  ['en', 'Larry King:', { name: 'Larry King', office: null }],
  ['en', 'Mr. KING.', { name: 'KING' }],
  ['en', 'Pavel V. Marenko:', { name: 'Pavel V. Marenko' }],
  ['de', 'Vizepräsidentin Ilse Marenko:', { name: 'Ilse Marenko', office: 'Vizepräsidentin' }],
  ['de', 'Landtagspräsident Dr. Colm Dolan:', { name: 'Colm Dolan' }],
  [
    'de',
    'Dr. Colm Dolan, Bundesminister für Fischerei:',
    { name: 'Colm Dolan', office: 'Bundesminister für Fischerei' },
  ],
  ['de', 'Colm Dolan (KP):', { name: 'Colm Dolan', note: 'KP' }],
  ['ru', 'И.Маренко:', { name: 'И.Маренко' }],
  [
    'ru',
    'И.Маренко Маренко Ильза Павловна Министр финансов:',
    { name: 'Ильза Павловна Маренко', office: 'Министр финансов', plain: 'И.Маренко' },
  ],
  ['ru', 'Патриарх Иона Иона Патриарх Варнийский:', { name: 'Иона', plain: 'Патриарх Иона' }],
  ['ru', 'Вопрос:', { generic: 'question' }],
  ['fr', 'Mme Ilse Marenko:', { name: 'Ilse Marenko', gender: 'f' }],
  ['es', 'Sra. Marenko:', { name: 'Marenko', gender: 'f' }],
];

test.each(CASES)('[V2] %s: %s', (language, label, parts) => {
  expect(parseLabel(label, collectVoiceWords(rules, language))).toMatchObject({ printed: label, ...parts });
});
