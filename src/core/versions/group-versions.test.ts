import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupVersions } from './group-versions.ts';

const pair = (s: string) => ({ a: s[0]!, b: s[1]! });
const groups = (ids: string, matches: string[], joins: string[] = [], parted: string[] = []) => {
  const found = groupVersions(ids, matches.map(pair), joins.map(pair), parted.map(pair));
  return [...ids].map((id) => found.get(id)).join('');
};

describe('[T3] groupVersions', () => {
  it.each<[string, string, string[], string[], string[], string]>([
    ['nothing in common', 'abc', [], [], [], 'abc'],
    ['a chain is one event', 'abcd', ['ab', 'bc'], [], [], 'aaad'],
    ['a person joins two groups', 'abcd', ['ab', 'cd'], ['bd'], [], 'aaaa'],
    ['a person parts a pair that matches', 'ab', ['ab'], [], ['ab'], 'ab'],
    ['a parted pair is not joined through a third', 'abc', ['ab', 'bc'], [], ['ac'], 'aac'],
    ['a join of people comes before a match', 'abc', ['ab'], ['bc'], ['ac'], 'abb'],
    ['an unknown id is passed over', 'ab', ['ax', 'ab'], [], [], 'aa'],
  ])('%s', (_name, ids, matches, joins, parted, expected) => {
    expect(groups(ids, matches, joins, parted)).toBe(expected);
  });

  it('[K4] the order of ids and pairs does not matter', () => {
    const ids = [...'abcdefgh'];
    const somePair = fc
      .tuple(fc.constantFrom(...ids), fc.constantFrom(...ids))
      .filter(([a, b]) => a < b)
      .map((p) => p.join(''));
    const some = fc.array(somePair, { maxLength: 10 });
    fc.assert(
      fc.property(some, some, some, (m, j, p) => {
        const straight = groups('abcdefgh', m, j, p);
        expect(groups('abcdefgh', m.toReversed(), j.toReversed(), p.toReversed())).toBe(straight);
      }),
    );
  });
});
