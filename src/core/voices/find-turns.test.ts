import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadRules } from '../../intake/rules.ts';
import type { TurnDraft } from '../model/index.ts';
import { findTurns } from './find-turns.ts';
import { NO_FACTS, readingOf } from './scene.fixture.ts';

const rules = loadRules();

/** `kind label | body` a turn, ↩ where it goes on. */
function turnsOf(text: string, over: Parameters<typeof readingOf>[1] = [], facts = NO_FACTS): string[] {
  const { items } = findTurns(readingOf(text, over), facts, rules);
  return items.map(
    (t) =>
      `${t.continues === undefined ? '' : '↩'}${t.kind}${t.label ? ` ${t.label}` : ''} | ${text.slice(t.bodyStart, t.end).replace(/\s+/g, ' ').trim()}`,
  );
}

function expectTiled(text: string, items: readonly TurnDraft[]) {
  let at = 0;
  items.forEach((t, i) => {
    expect(t.start).toBe(at);
    expect(t.end).toBeGreaterThan(t.start);
    expect(t.bodyStart).toBeGreaterThanOrEqual(t.start);
    expect(t.bodyStart).toBeLessThanOrEqual(t.end);
    if (t.continues !== undefined) expect(t.continues).toBeLessThan(i);
    at = t.end;
  });
  expect(at).toBe(text.length);
}

describe('findTurns', () => {
  it('[T2] turns tile any reading', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'Q: ',
        'Q  ',
        'Question: ',
        'MS. ARDEN: ',
        'Mr. BOLE of Varnia. ',
        'Ilse Marenko: ',
        '(Applause.)',
        '[Laughter]',
        '\n\n',
        '\n',
        ' ',
        '* * *',
        'END',
        'We will. ',
        'Will you? ',
        'Note: ',
        '**Arden**',
      ),
      fc.string({ unit: 'grapheme', maxLength: 12 }),
    );
    const zone = fc.constantFrom(undefined, undefined, undefined, 'boilerplate', 'comment', 'title', 'article');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.array(zone, { maxLength: 12 }), (pieces, zones) => {
        const text = pieces.join('');
        const reading = readingOf(
          text,
          zones.map((z) => (z ? { zone: z as 'comment' } : {})),
        );
        expectTiled(text, findTurns(reading, NO_FACTS, rules).items);
      }),
      { numRuns: 300 },
    );
  });

  it('labels that change from turn to turn', () => {
    expect(
      turnsOf(
        'Before the talks he was asked.\n\nQuestion: Will Varnia sign?\n\nMarenko: We will.\n\nNot today.\n\nQuestion: When?\n\nAnswer: Soon.\n\nQ: Why?\n\nA: I cannot say.\n\nMarenko: Later.',
      ),
    ).toEqual([
      'commentary | Before the talks he was asked.',
      'question Question: | Will Varnia sign?',
      'answer Marenko: | We will. Not today.',
      'question Question: | When?',
      'answer Answer: | Soon.',
      'question Q: | Why?',
      'answer A: | I cannot say.',
      'answer Marenko: | Later.',
    ]);
  });

  it('a turn goes on after an aside', () => {
    expect(turnsOf('MS. ARDEN:  We won.  (Applause.)  And we thank you.\n\nQ  Really?')).toEqual([
      'speech MS. ARDEN: | We won.',
      'aside | (Applause.)',
      '↩speech | And we thank you.',
      'question Q | Really?',
    ]);
  });

  it('colons that are no labels', () => {
    expect(
      turnsOf(
        'The minister said: we go on.\n\nNote: the talks begin at 10:30.\n\nHe added: the ratio is 2:1.\n\nDate: 3 May\n\nAs John 3:16 says: so be it.',
      ).filter((t) => /^(?:question|answer|speech)/.test(t)),
    ).toEqual([]);
  });
});
