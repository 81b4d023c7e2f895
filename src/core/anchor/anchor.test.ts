import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeSpan } from './describe-span.ts';
import { resolveAnchor } from './resolve-anchor.ts';
import { fromSelectors, toSelectors } from './web-annotation.ts';

/** Formulaic prose: few words, many repeats, as in communiqués; the hardest ground for anchors. */
const WORDS = [
  'the',
  'side',
  'will',
  'not',
  'accept',
  'these',
  'terms',
  'Varnia',
  'Kestoria',
  'treaty',
  'but',
  'proposals',
];
const word = fc.constantFrom(...WORDS);
const sentence = fc.array(word, { minLength: 1, maxLength: 9 }).map((w) => `${w.join(' ')}.`);
const prose = fc.array(sentence, { minLength: 1, maxLength: 30 }).map((s) => s.join(' '));
const proseWithSpan = prose.chain((text) =>
  fc
    .tuple(fc.nat(text.length), fc.nat(text.length))
    .map(([a, b]) => ({ text, start: Math.min(a, b), end: Math.max(a, b) })),
);

describe('anchors', () => {
  it('[A1] resolve(describe(span)) = span, for any span of any text', () => {
    fc.assert(
      fc.property(proseWithSpan, ({ text, start, end }) => {
        const found = resolveAnchor(text, describeSpan('ver:1', text, { start, end }));
        expect(found).toMatchObject({ status: 'exact', start, end });
      }),
      { numRuns: 500 },
    );
  });

  it('[A1] holds for arbitrary Unicode, and through W3C selectors', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.nat(60), fc.nat(60), (text, a, b) => {
        const start = Math.min(a, b, text.length);
        const end = Math.min(Math.max(a, b), text.length);
        const anchor = fromSelectors('ver:1', toSelectors(describeSpan('ver:1', text, { start, end })))!;
        expect(resolveAnchor(text, anchor)).toMatchObject({ status: 'exact', start, end });
      }),
    );
  });

  it('[A2] after words are put in elsewhere, an anchor that is found holds its own words, in its own surroundings', () => {
    fc.assert(
      fc.property(proseWithSpan, sentence, fc.nat(), ({ text, start, end }, extra, where) => {
        const anchor = describeSpan('ver:1', text, { start, end });
        const at = where % (start + 1);
        const changed = `${text.slice(0, at)}${extra} ${text.slice(at)}`;
        const found = resolveAnchor(changed, anchor);
        if (found.status !== 'moved' && found.status !== 'exact') return;
        expect(changed.slice(found.start!, found.end!)).toBe(anchor.exact);
        const own = found.start === start + extra.length + 1;
        // any other place must carry at least as much of the surroundings as its own place does
        if (!own)
          expect(agreement(changed, found.start!, anchor)).toBeGreaterThanOrEqual(
            agreement(changed, start + extra.length + 1, anchor),
          );
      }),
      { numRuns: 500 },
    );
  });

  const text =
    'Question: Will Varnia sign? Marenko: We will not sign the Talvik Treaty before the inspections are over. ' +
    'Question: And Kestoria? Marenko: No. Question: Never? Marenko: No.';
  const long = 'We will not sign the Talvik Treaty before the inspections are over.';
  const at = text.indexOf(long);
  const anchor = describeSpan('ver:1', text, { start: at, end: at + long.length });

  it.each([
    ['[A2] a text put before it: moved', `Updated. ${text}`, 'moved'],
    ['[A2] a changed word: fuzzy', text.replace('Talvik Treaty', 'Talvik Accord'), 'fuzzy'],
    ['[A2] the sentence taken out: lost', text.replace(long, ''), 'lost'],
    [
      '[A2] another sentence in its place: lost',
      text.replace(long, 'They hope to host the spring games in the capital.'),
      'lost',
    ],
  ])('%s', (_name, changed, status) => {
    expect(resolveAnchor(changed, anchor).status).toBe(status);
  });

  it('[A2] of two equal short answers each keeps its own, and when its surroundings are gone it is lost', () => {
    const first = text.indexOf('No.');
    const a = describeSpan('ver:1', text, { start: first, end: first + 3 });
    expect(resolveAnchor(text, a)).toMatchObject({ status: 'exact', start: first });
    expect(resolveAnchor('Nothing is left of it. He was asked again. No. And again. No.', a).status).toBe('lost');
  });

  it('refuses a span outside the text', () => {
    expect(() => describeSpan('ver:1', 'abc', { start: 2, end: 5 })).toThrow(/does not lie in a text of 3 units/);
  });
});

/** Units of the anchor's context around a place, written the slow way. */
function agreement(text: string, start: number, anchor: { exact: string; prefix: string; suffix: string }): number {
  const before = [...Array(anchor.prefix.length).keys()].filter((n) =>
    text.slice(0, start).endsWith(anchor.prefix.slice(n)),
  );
  const rest = text.slice(start + anchor.exact.length);
  const after = [...Array(anchor.suffix.length).keys()].filter((n) => rest.startsWith(anchor.suffix.slice(0, n + 1)));
  return (before.length ? anchor.prefix.length - before[0]! : 0) + (after.length ? after.at(-1)! + 1 : 0);
}
