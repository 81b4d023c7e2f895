import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadRules } from '../../intake/rules.ts';
import { compareStatements } from './compare-statements.ts';
import { findEarlier, mayReverse } from './find-earlier.ts';
import { likenessOf, SAME_PROPOSITION, weighKeys } from './match-statements.ts';
import { isOneSide } from './one-side.ts';
import { statementSaid } from './statement.fixture.ts';
import type { Statement } from './statement.ts';
import { keyNumber } from './statement-keys.ts';
import { lineOf } from './statement-line.ts';
import { byTime } from './weave-timeline.ts';

const KEYS = [...'abcdefghijkl', '~extend', '&ceiling', '@treaty', '#count:3'];
const said = fc.record({
  date: fc.constantFrom(null, '2031-01-01', '2031-02', '2031-03-05'),
  event: fc.constantFrom('doc:a', 'doc:b', 'doc:c'),
  party: fc.constantFrom(null, 'varnia', 'kestoria'),
  person: fc.constantFrom(null, 'ilse-marenko', 'ver:1/p1', 'ver:2/p1'),
  voice: fc.constantFrom('official', 'guest', 'moderator'),
  keys: fc.uniqueArray(fc.constantFrom(...KEYS), { maxLength: 8 }),
  topics: fc.uniqueArray(fc.constantFrom('harbour', 'bread'), { maxLength: 2 }),
});
const statements = fc.array(said, { maxLength: 24 }).map((list) =>
  list
    .map(({ date, event, party, person, voice, keys, topics }, i) => ({
      date,
      event,
      party,
      claim: { person, voice, speaker: 'Ilse Marenko', topics },
      document: event,
      start: i,
      proposition: { keys: new Map(keys.map((key) => [key, 1])), context: new Set(), turns: new Set() },
    }))
    .map((s) => s as unknown as Statement)
    .sort(byTime),
);

/** The definition, word by word, over the statements themselves. */
function plainly(line: readonly Statement[], i: number): number {
  const weigh = weighKeys(line);
  const s = line[i]!;
  const telling = [...s.proposition.keys.keys()]
    .sort((a, b) => weigh(b) - weigh(a) || keyNumber(a) - keyNumber(b))
    .slice(0, 6);
  let [found, best] = [-1, 0];
  for (let j = i - 1; j >= 0; j--) {
    const e = line[j]!;
    if (!telling.some((key) => e.proposition.keys.has(key))) continue;
    if (found !== -1 && e.event !== line[found]!.event) break;
    if (e.event === s.event || !e.date || e.date === s.date || !isOneSide(e, s)) continue;
    const { own } = likenessOf(e, s, weigh);
    if (own >= SAME_PROPOSITION && own > best + 1e-9) [found, best] = [j, own];
  }
  return found;
}

describe('findEarlier', () => {
  it('[L3] finds just what comparing the statements finds, for any stretch of the line', () => {
    fc.assert(
      fc.property(statements, fc.nat(), fc.nat(), (line, a, b) => {
        const [from, to] = [a % (line.length + 1), b % (line.length + 1)].sort((x, y) => x - y) as [number, number];
        const found = findEarlier(lineOf(line), from, to);
        expect([...found.index]).toEqual(Array.from({ length: to - from }, (_, k) => plainly(line, from + k)));
        for (const key of [...KEYS, '%harbour', 'unheard'])
          expect(found.weigh(key)).toBeCloseTo(weighKeys(line)(key), 9);
      }),
      { numRuns: 300 },
    );
  });
});

describe('mayReverse', () => {
  const rules = loadRules();
  const SAID = [
    'We are ready to extend the Sarnow Treaty for five years.',
    'We are not ready to extend the Sarnow Treaty for five years.',
    'We have sent Kestoria a notice that we withdraw from the Sarnow Treaty.',
    'We have taken back our notice that we withdraw from the Sarnow Treaty.',
    'Thirty-one flights were counted over the lake.',
    'The correct number of flights counted over the lake is thirteen, not thirty-one.',
    'Visas for diplomats wait since January.',
  ].map((text) => statementSaid({ text }, rules));
  const line = lineOf(SAID);
  const weigh = weighKeys(SAID);
  const pairs = SAID.flatMap((_, a) => SAID.map((_, b) => [a, b] as const)).filter(([a, b]) => a !== b);

  it('holds for all that is a reversal, and not for everything', () => {
    const reversed = pairs.filter(
      ([a, b]) => compareStatements(SAID[a]!, SAID[b]!, likenessOf(SAID[a]!, SAID[b]!, weigh)).relation === 'reversed',
    );
    expect(reversed).toContainEqual([0, 1]);
    expect(reversed.filter(([a, b]) => !mayReverse(line, a, b))).toEqual([]);
    expect(mayReverse(line, 0, 6)).toBe(false);
  });
});
