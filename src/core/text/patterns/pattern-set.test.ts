import { expect, test } from 'vitest';
import { openingsOf } from './openings.ts';
import { matchesOf, PatternSet } from './pattern-set.ts';

test.each([
  ['cease-?fires?|truce', ['cease-', 'ceasef', 'truce']],
  ['(?:our|these) drafts', ['our dr', 'these ']],
  ['no\\s{1,3}talks', ['no ']],
  ['start[- ](?:i{1,3}|[1-4])', ['start ', 'start-']],
  ['(?<!of )what', ['what']],
  ['\\d+ staff', [...'0123456789']],
  ['(?:very )?few', ['few', 'very f']],
  ['[a-z]+ed', ['']],
  ['x*', ['', 'x']],
  ['[^a]b', ['']],
])('how matches of %s may begin', (source, openings) => {
  expect([...openingsOf(source)!].sort()).toEqual([...openings].sort());
});

test.each(['😀?x', '(?i:a)b', '(a', '\\u0041', 'a)'])('%s is not understood, so anything may open it', (source) => {
  expect(openingsOf(source)).toBe(null);
});

test('[K2] a set finds what each pattern finds alone', () => {
  const bodies = [
    'talks?',
    'peace talks',
    '[a-z]+ed',
    "'ll",
    '(?:a|the) truce',
    '\\d{1,2} may',
    'x?',
    '(?<=no )deal',
    'ü',
  ];
  const text = "peace talks ended; the truce, they'll talk 12 may no deal \u00a0über\na\u00a0truce 😀x 5 may. talks";
  for (const flags of ['', 'u'] as const) {
    const set = new PatternSet();
    const patterns = bodies.map((b) => set.add(b.replace(/ /g, '\\s'), flags, '(?<![a-z0-9])', '(?![a-z0-9])'));
    for (const p of patterns) {
      const alone = [...text.matchAll(p.anywhere)].map((m) => [m.index, m[0]]);
      expect(matchesOf(p, text, set.placesIn(text)).map((m) => [m.index, m[0]])).toEqual(alone);
    }
  }
});

test('as many matches as words take linear time', () => {
  const set = new PatternSet();
  const pattern = set.add('cats?', '', '(?<![a-z0-9])', '(?![a-z0-9])');
  const text = 'cat '.repeat(200_000);
  const started = Date.now();
  expect(matchesOf(pattern, text, set.placesIn(text)).length).toBe(200_000);
  expect(Date.now() - started).toBeLessThan(3000);
});
