import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { VersionRecord } from '../model/index.ts';
import { candidateKeys, matchDocument } from './match-document.ts';
import { profileDocument, type VersionProfile } from './profile-document.ts';

const LEXICON =
  'we shall answer the draft once our partners have studied it and the border commission has met in spring or autumn'.split(
    ' ',
  );
/** Deterministic invented talk of n words; different seeds share no shingles worth the name. */
function talk(seed: number, n: number): string {
  let x = seed;
  return Array.from({ length: n }, () => {
    x = (Math.imul(x, 1103515245) + 12345) >>> 0;
    return LEXICON[(x >>> 16) % LEXICON.length];
  }).join(' ');
}

function profile(
  id: string,
  body: string,
  facts: Partial<VersionRecord['document']> = {},
  speaker = 'Ilse Marenko',
): VersionProfile {
  const turn = {
    id: 't',
    kind: 'answer',
    voice: 'official',
    speaker,
    person: null,
    label: null,
    start: 0,
    bodyStart: 0,
    end: body.length,
    rule: '',
  } as const;
  const document = {
    id,
    language: 'en',
    date: '2031-03-04',
    dateKind: 'said',
    outlet: null,
    kind: 'interview',
    ...facts,
  } as VersionRecord['document'];
  return profileDocument({
    document,
    text: body,
    turns: [turn],
    sentences: [],
    mentions: [],
    claims: [],
    marks: [],
    findings: [],
  });
}

const speech = talk(7, 900);
const cut = (s: string, a: number, b: number) => s.split(' ').slice(a, b).join(' ');
const original = profile('ver:1', speech);

describe('[T3] matchDocument', () => {
  it.each<[string, VersionProfile, 'yes' | 'maybe' | 'no']>([
    [
      'a mirror, re-dated by its publication',
      profile('ver:2', speech, { date: '2031-04-01', dateKind: 'published' }),
      'yes',
    ],
    ['an excerpt of a third', profile('ver:2', cut(speech, 300, 600), { date: null, dateKind: null }), 'yes'],
    [
      'a text with a tenth of the words changed',
      profile(
        'ver:2',
        speech
          .split(' ')
          .map((w, i) => (i % 40 === 3 ? 'indeed' : w))
          .join(' '),
      ),
      'yes',
    ],
    ['the same speech given on another day', profile('ver:2', speech, { date: '2031-05-04' }), 'maybe'],
    ['the same words by another speaker', profile('ver:2', speech, {}, 'Jonas Petrak'), 'maybe'],
    ['another speech of the same day', profile('ver:2', talk(99, 900)), 'no'],
    [
      'a translation: same speaker, outlet, day',
      profile('ver:2', talk(99, 800), { language: 'ru', outlet: 'Varnia Herald' }),
      'maybe',
    ],
    [
      'a greeting of a few words, undated',
      profile('ver:2', cut(speech, 0, 60), { date: null, dateKind: null }),
      'maybe',
    ],
  ])('%s', (_name, other, same) => {
    expect(matchDocument(original, other).same).toBe(same);
    expect(matchDocument(other, original)).toEqual(matchDocument(original, other));
  });

  it('joins a translation only when speaker, outlet and day are all printed and agree', () => {
    const a = profile('ver:1', speech, { outlet: 'Varnia Herald' });
    const b = profile('ver:2', talk(99, 800), { language: 'ru', outlet: 'varnia herald' });
    expect(matchDocument(a, b).same).toBe('yes');
  });

  it('[K4] every pair that matches shares a candidate key', () => {
    fc.assert(
      fc.property(
        fc.nat(5),
        fc.nat(5),
        fc.integer({ min: 30, max: 600 }),
        fc.integer({ min: 0, max: 300 }),
        (s, t, n, from) => {
          const a = profile('ver:1', talk(s, 900));
          const b = profile('ver:2', cut(talk(t, 900), from, from + n), { date: null, dateKind: null });
          const keys = new Set(candidateKeys(a));
          if (matchDocument(a, b).same !== 'no') expect(candidateKeys(b).some((k) => keys.has(k))).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });
});
