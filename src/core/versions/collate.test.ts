import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadRules } from '../../intake/rules.ts';
import type { VersionRecord } from '../model/index.ts';
import { annotate } from '../pipeline.ts';
import { collateVersions } from './collate.ts';

const rules = loadRules();
const version = (id: string, text: string, language = 'en'): VersionRecord =>
  annotate(
    { name: `${id}.txt`, format: 'text', mediaType: 'text/plain', text, findings: [] },
    { language },
    `ver:${id}`,
    rules,
  );

const EN = [
  'The Minister of Varnia received the ambassador of Kestoria on 12 May.',
  'They spoke about the inspections at Cape Ness, which were suspended in April.',
  'No date for the next round has been agreed.',
  'The two sides will meet again before the end of the summer.',
];
const relations = (a: string[], b: string[]) =>
  collateVersions(version('a', a.join(' ')), version('b', b.join(' ')), rules).map((p) => p.relation);

describe('collateVersions', () => {
  it('names what stayed, what was changed, and what stands on one side only', () => {
    const later = [
      EN[0]!,
      'They spoke at length about the inspections at Cape Ness, suspended since April.',
      EN[3]!,
      'A statement followed in the evening.',
    ];
    expect(relations(EN, later)).toEqual(['same', 'changed', 'removed', 'same', 'added']);
  });

  it('sees a passage that was put elsewhere', () => {
    expect(relations(EN, [EN[3]!, EN[0]!, EN[1]!, EN[2]!])).toContain('moved');
  });

  it('lays a translation beside its original by numbers, names and length', () => {
    const ru = [
      'Министр Варнии принял посла Кестории 12 мая.',
      'Они говорили об инспекциях на мысе Несс, которые были приостановлены в апреле.',
      'Дата следующего раунда не согласована.',
      'Стороны встретятся снова до конца лета.',
    ];
    const pairs = collateVersions(version('a', EN.join('\n\n')), version('b', ru.join('\n\n'), 'ru'), rules);
    const en = EN.join('\n\n');
    expect(pairs.map((p) => EN.findIndex((s) => en.indexOf(s) === p.a[0]?.start))).toEqual([0, 1, 2, 3]);
    expect(pairs.every((p) => p.b.length === 1)).toBe(true);
  });

  it('numbered paragraphs keep their numbers, whatever is missing between them', () => {
    const points = [
      '1. Varnia shall withdraw the launchers.',
      '2. Kestoria shall open the gates to inspectors.',
      '3. The line between the staffs shall be tested weekly.',
    ];
    const pairs = collateVersions(
      version('a', points.join('\n\n')),
      version('b', [points[0], points[2]].join('\n\n')),
      rules,
    );
    expect(pairs.map((p) => p.relation)).toEqual(['same', 'removed', 'same']);
  });

  it('[T2] every sentence of both stands in exactly one pair, furniture apart', () => {
    const sentence = fc.constantFrom(...EN, 'Not at all.', 'Varnia will not sign.', '1. The first point stands.');
    fc.assert(
      fc.property(fc.array(sentence, { maxLength: 8 }), fc.array(sentence, { maxLength: 8 }), (a, b) => {
        const [left, right] = [version('a', a.join('\n\n')), version('b', b.join('\n\n'))];
        const pairs = collateVersions(left, right, rules);
        for (const [record, side] of [
          [left, 'a'],
          [right, 'b'],
        ] as const) {
          const starts = pairs.flatMap((p) => p[side].map((s) => s.start)).sort((x, y) => x - y);
          const furniture = new Set(
            record.turns.filter((t) => t.kind === 'boilerplate' || t.kind === 'comment').map((t) => t.id),
          );
          const own = record.sentences.filter(
            (s) => !furniture.has(s.turn) && record.text.slice(s.start, s.end).trim() !== '',
          );
          expect(starts).toEqual(own.map((s) => s.start));
        }
      }),
      { numRuns: 60 },
    );
  });
});
