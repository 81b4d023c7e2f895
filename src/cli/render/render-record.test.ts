import { expect, test } from 'vitest';
import { Section } from '../../core/model/index.ts';
import { rendererOf } from './index.ts';

const plain = { width: 80, paint: (_: unknown, text: string) => text };
const render = (operation: string, item: unknown) => rendererOf(operation, plain).item(item as never);

test('a timeline shows the words on their day and what changed against which words', () => {
  const entry = {
    date: '2023-09-14',
    turn: 'ver:1/t-1',
    text: 'An extension is possible only if inspections are resumed.',
    speaker: 'Ilse Marenko',
    act: 'condition',
    reviewed: false,
    question: { turn: 'ver:1/t-0', text: 'Will it be extended?' },
    shift: { relation: 'hardened', why: 'a condition was added', from: { text: 'We are ready to extend it.' } },
  };
  const shown = render('timeline', { topic: 'extension', total: 700, next: '1', entries: [entry, entry] });
  expect(shown).toContain('2023-09-14  Ilse Marenko · condition');
  expect(shown.toString().split('asked: “Will it be extended?”')).toHaveLength(2);
  expect(shown).toContain('“An extension is possible only if');
  expect(shown).toContain('→ hardened: a condition was added, against “We are ready');
  expect(shown).toContain('700 statements on extension (the next with --next 1)');
  expect(render('timeline', { topic: 'x', entries: [] })).toBe(
    'Nothing on “x” in this record. "onrecord topics" lists what is spoken of.\n',
  );
});

test('a comparison shows both sides of each pair', () => {
  const pair = { topic: 'visas', relation: 'dropped', a: [{ text: 'We ask for visas.' }], b: [], why: 'not asked' };
  const shown = render('compare', { why: 'two occasions', a: 'ver:1', b: 'ver:2', pairs: [pair] });
  expect(shown).toContain(
    '1 only in the earlier text\n\nvisas\n  only in the earlier text · not asked\n    A “We ask for visas.”\n',
  );
  expect(shown).not.toContain('B “');
});

test('[L4] the ledger shows how old the last word on each entry is', () => {
  const row = {
    title: 'Moratorium: “We are studying it.” (Tomas Reval)',
    parties: [],
    status: 'being-studied',
    date: null,
    value: null,
    valid: { from: null, to: null },
    lastStated: '2023-11-24',
    ageDays: 26,
    statedBy: ['Tomas Reval'],
    reviewed: false,
    thread: [
      { status: 'sent', said: '2023-11-02' },
      { status: 'being-studied', said: '2023-11-24' },
    ],
    evidence: [{ turn: 'ver:1/t-1', text: 'We are studying it.' }],
  };
  const totals = { ...Object.fromEntries(Section.options.map((s) => [s, 0])), proposals: 1200 };
  const empty = { totals, next: null, ...Object.fromEntries(Section.options.map((s) => [s, []])) };
  const shown = render('ledger', { asOf: '2023-12-20', ...empty, proposals: [row] });
  expect(shown).toContain(
    'Proposals and answers (1 of 1,200)  proposals\n  being studied  Moratorium\n      “We are studying it.”\n',
  );
  expect(shown).toContain('sent 2023-11-02 → being studied 2023-11-24');
  expect(shown).toContain('Tomas Reval · last said 2023-11-24, 26 days before');
  expect(render('ledger', { asOf: null, ...empty })).toBe(
    'As of the last word held: nothing in this record that fits.\n',
  );
});
