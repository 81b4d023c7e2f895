import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadRules } from '../../intake/rules.ts';
import { foldWords } from '../text/words.ts';
import { judgeIn } from './judge.fixture.ts';
import { MAY_BE_PRINTED } from './judge-quote.ts';
import { type CueName, lexiconOf } from './lexicon.ts';

/** The guards' own words, as data/cues.<lang>.yaml lists them: each of them, not a choice of ours. */
const { cues } = loadRules();
const lexicon = lexiconOf(cues);
const GUARDS: readonly CueName[] = [
  'negation',
  'negative-verbs',
  'modals',
  'quantifiers',
  'strong-conditionals',
  'hedges',
  'comparatives',
  'number-words',
];
const wordsOf = (language: string) =>
  [...new Set(GUARDS.flatMap((list) => cues[language]?.quotes?.[list] ?? []))].filter((w) => foldWords(w).length > 0);

const PLAIN: Readonly<Record<string, string>> = {
  en: 'inspectors visit harbour launchers envoy lighthouse treaty minister signs letter strait evening islands ferry',
  ru: 'инспекторы видят гавань договор министр подписывает письмо пролив вечером острова паром посол причал маяк',
};
const LANGUAGES = Object.keys(PLAIN);
const sentence = (language: string) =>
  fc.shuffledSubarray(PLAIN[language]!.split(' '), { minLength: 7, maxLength: 12 });
const print = (words: readonly string[]) => {
  const text = words.join(' ');
  return `${text[0]!.toUpperCase()}${text.slice(1)}.`;
};
const passes = (source: string, quote: string) => {
  const answer = judgeIn(lexicon, source, quote);
  return answer !== null && MAY_BE_PRINTED.has(answer.judged.verdict);
};

for (const language of LANGUAGES) {
  const guards = wordsOf(language);
  test(`[Q2] ${language}: any guard word put in or left out, inside or before, is never acceptable`, () => {
    expect(guards.length).toBeGreaterThan(100);
    fc.assert(
      fc.property(sentence(language), fc.constantFrom(...guards), fc.nat(), (words, guard, n) => {
        const at = 1 + (n % (words.length - 1));
        const [plain, guarded] = [print(words), print([...words.slice(0, at), guard, ...words.slice(at)])];
        expect(passes(plain, plain)).toBe(true);
        expect(passes(plain, guarded), `put in: ${guarded}`).toBe(false);
        expect(passes(guarded, plain), `left out: ${guarded}`).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  test(`[Q2] ${language}: any guard word for another is never acceptable`, () => {
    fc.assert(
      fc.property(
        sentence(language),
        fc.constantFrom(...guards),
        fc.constantFrom(...guards),
        fc.nat(),
        (words, a, b, n) => {
          const at = 1 + (n % (words.length - 1));
          const withWord = (guard: string) => print([...words.slice(0, at), guard, ...words.slice(at)]);
          // "can not" and "cannot", "U.S." and "US" are one word written two ways
          fc.pre(judgeIn(lexicon, a, b)?.judged.verdict === 'altered' || judgeIn(lexicon, a, b) === null);
          expect(passes(withWord(a), withWord(b)), `${a} -> ${b}`).toBe(false);
        },
      ),
      { numRuns: 300 },
    );
  });
}
