import { expect, test } from 'vitest';
import type { Block } from '../../model/index.ts';
import { findTurns } from '../find-turns.ts';
import { NO_FACTS, NO_RULES, readingOf } from '../scene.fixture.ts';

const u = (key: string, over: Partial<NonNullable<Block['utterance']>> = {}): Partial<Block> => ({
  utterance: { key, kind: 'speech', who: null, label: null, ...over },
});
const turns = (text: string, over: Partial<Block>[]) =>
  findTurns(readingOf(text, over), NO_FACTS, NO_RULES).items.map((t) => ({
    kind: t.kind,
    who: t.who ?? null,
    label: t.label,
    body: text.slice(t.bodyStart, t.end).trim(),
    ...(t.continues === undefined ? {} : { continues: t.continues }),
  }));

test('an utterance goes on after an aside and ends where its markup ends', () => {
  expect(
    turns('Ms. Orn: We stay.\n\n(Applause)\n\nFor now.\n\nThe House rose.', [
      u('u1', { who: 'Ida Orn', label: 'Ms. Orn:', bodyStart: 9 }),
      u('a1', { kind: 'aside' }),
      u('u1', { who: 'Ida Orn', continues: true }),
      {},
    ]),
  ).toEqual([
    { kind: 'speech', who: 'Ida Orn', label: 'Ms. Orn:', body: 'We stay.' },
    { kind: 'aside', who: null, label: null, body: '(Applause)' },
    { kind: 'speech', who: 'Ida Orn', label: null, body: 'For now.', continues: 0 },
    { kind: 'commentary', who: null, label: null, body: 'The House rose.' },
  ]);
});

test('[V1] what looks like a label inside a marked speech or outside of all is no speaker', () => {
  expect(
    turns('AYES: Mr. Alva, Ms. Orn\n\nMr. Alva: I quote: no.\n\nMr. Alva: And no.', [
      {},
      u('u1', { who: 'Per Alva' }),
      u('u1'),
    ]),
  ).toMatchObject([
    { kind: 'commentary', who: null },
    { kind: 'speech', who: 'Per Alva' },
  ]);
});

test('two utterances of one speaker stay two', () => {
  expect(turns('One.\n\nTwo.', [u('u1', { who: 'A' }), u('u2', { who: 'A' })])).toHaveLength(2);
});
