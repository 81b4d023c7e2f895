import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashOf, idsFromWords } from './ids.ts';

describe('ids made from words', () => {
  it('[K3] inserting a passage leaves the ids of other passages alone', () => {
    const passage = fc.stringMatching(/^[a-z]{1,6}( [a-z]{1,6}){0,4}$/);
    fc.assert(
      fc.property(fc.uniqueArray(passage, { maxLength: 30 }), passage, fc.nat(), (passages, extra, where) => {
        fc.pre(!passages.includes(extra));
        const at = where % (passages.length + 1);
        const before = idsFromWords('t', passages);
        const after = idsFromWords('t', [...passages.slice(0, at), extra, ...passages.slice(at)]);
        expect(after.filter((_, i) => i !== at)).toEqual(before);
      }),
    );
  });

  it('[K3] wrapping, case and punctuation do not change an id; a repeat is counted', () => {
    const [sentence, wrapped] = idsFromWords('t', ['We will not sign.', 'we WILL\nnot sign']);
    expect(wrapped).toBe(`${sentence}-2`);
    const [first, second] = idsFromWords('t', ['No.', 'No!']);
    expect(second).toBe(`${first}-2`);
  });

  it('[K3] different words never share an id, even where the first six digits collide', () => {
    const many = Array.from({ length: 20_000 }, (_, i) => `passage ${i}`);
    expect(new Set(idsFromWords('s', many)).size).toBe(many.length);
  });

  it('hashes text as UTF-8', () => {
    expect(hashOf('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(hashOf(new TextEncoder().encode('я'))).toBe(hashOf('я'));
  });
});
