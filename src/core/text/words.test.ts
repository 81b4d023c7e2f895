import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldWord, foldWords, hashWord, scanWords } from './words.ts';

const CASES: Record<string, [string, string]> = {
  'case, apostrophes, hyphens': ['We don’t NEED mid-range ones', 'we dont need mid range ones'],
  'numbers keep decimals and lose thousands': ['3,000 of 1.9 and 1,5 in 2022.', '3000 of 1.9 and 1.5 in 2022'],
  'initials join': ['the U.S. and the D.C. area, e.g. J. Smith.', 'the us and the dc area eg j smith'],
  'symbols are words': ['50% of R&D', '50 percent of r and d'],
  diacritics: ['Élysée naïve Müller', 'elysee naive muller'],
  'Russian letters': ['Всё ещё мой йод', 'все еще мой йод'],
  'no spaces': ['我们 ok', '我 们 ok'],
  'combining marks and soft hyphens': ['e\u0301te\u0301 co\u00adoperate', 'ete cooperate'],
  'quotes at the ends are none of the word': ['‘hello’ "you"', 'hello you'],
  'sentence ends are no initials': ['Plan B. A man', 'plan b a man'],
};
for (const [name, [text, want]] of Object.entries(CASES))
  test(name, () => expect(foldWords(text).join(' ')).toBe(want));

test('hashes and places agree with the folded words on any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
      const words = scanWords(text);
      let last = 0;
      for (let i = 0; i < words.count; i++) {
        expect(words.start[i]!).toBeGreaterThanOrEqual(last);
        expect(words.end[i]!).toBeGreaterThan(words.start[i]!);
        last = words.end[i]!;
        expect(words.hash[i]).toBe(hashWord(foldWord(text, words.start[i], words.end[i])));
      }
    }),
  );
});
