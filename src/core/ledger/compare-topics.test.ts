import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadRules } from '../../intake/rules.ts';
import { annotate } from '../pipeline.ts';
import { compareTopics } from './compare-topics.ts';
import { findEntries } from './find-entries.ts';
import { houseStatements } from './house-statements.ts';
import { partiesOfSpeakers } from './party-of-speaker.ts';
import { statementsOf } from './statement.ts';

const rules = loadRules(undefined, fileURLToPath(new URL('../../../samples/data', import.meta.url)));
const PUBLISHER = 'Ministry of Foreign Affairs of Varnia';

/** A text of the ministry of Varnia, as it stands in a comparison: an interview with its minister, or what `kind` says. */
function textOf(date: string, text: string, kind = 'interview') {
  const record = annotate(
    { name: 'x.txt', format: 'text', mediaType: 'text/plain', text, findings: [] },
    { date, language: 'en', kind, publisher: PUBLISHER, translation: 'original' },
    `ver:${date}`,
    rules,
  );
  const party = partiesOfSpeakers(record, rules);
  return {
    statements: [...statementsOf(record, rules, party), ...houseStatements(record, rules)],
    ledger: findEntries(record, rules, party).items,
    questionTopics: [],
  };
}
const asked = (answer: string) => `Question: And the treaty?\n\nIlse Marenko: ${answer}`;
/** Rows in which both texts stand. */
const pairs = (earlier: ReturnType<typeof textOf>, later: ReturnType<typeof textOf>) =>
  compareTopics(earlier, later)
    .filter((row) => row.a.length > 0 && row.b.length > 0)
    .map((row) => [row.relation, row.a[0]!.text, row.b[0]!.text]);

describe('compareTopics', () => {
  it('a ministry’s own text speaks for it, though no person does', () => {
    const interview = textOf('2023-04-11', asked('The launchers at Cape Ness must be withdrawn.'));
    const readout = textOf(
      '2023-04-20',
      'Press release\n\nThe Varnian side stressed that the launchers at Cape Ness must be withdrawn. Kestoria said that it would not withdraw the launchers at Cape Ness.',
      'readout',
    );
    expect(readout.statements.map((s) => [s.claim.speaker, s.party])).toEqual([[null, 'varnia']]);
    expect(pairs(interview, readout).map(([relation]) => relation)).toEqual(['unchanged']);
  });

  it('[V1] an article is nobody’s word', () => {
    const article = textOf('2023-04-20', 'The launchers at Cape Ness must be withdrawn.', 'article');
    expect(article.statements).toEqual([]);
  });

  it('a treaty of which another state is told is overtaken', () => {
    const extended = textOf('2023-04-11', asked('The extended Sarnow Treaty is a matter for later years.'));
    const suspended = textOf('2023-11-24', asked('The Sarnow Treaty is suspended by us. Fish is dear.'));
    expect(pairs(extended, suspended)).toEqual([
      ['overtaken', expect.stringContaining('extended'), expect.stringContaining('suspended')],
    ]);
  });

  it('how relations stand is laid side by side, and no more is said', () => {
    const then = textOf('2023-04-11', asked('Our relations with Kestoria are poor.'));
    const now = textOf('2023-11-24', asked('Our relations with Kestoria are at the lowest point.'));
    expect(pairs(then, now)).toEqual([['unclear', expect.stringContaining('poor'), expect.stringContaining('lowest')]]);
    const broken = textOf(
      '2023-12-24',
      asked('Our relations with Kestoria have thinned so far that a rupture is possible.'),
    );
    expect(pairs(then, broken).map(([relation]) => relation)).toEqual(['overtaken']);
    expect(pairs(then, then).map(([relation]) => relation)).toEqual(['unchanged']);
  });

  it('two who decline on one topic stand side by side', () => {
    const then = textOf('2023-04-11', asked('I will not go into details on the inspections.'));
    const now = textOf('2023-11-24', asked('I cannot name any inspectors, the inspections are not our business.'));
    const [row] = compareTopics(then, now).filter((r) => r.a.length > 0 && r.b.length > 0);
    expect([row?.relation, row?.why]).toEqual(['unclear', 'both texts decline to answer']);
  });

  it('what one answer says on one topic without a counterpart is one row', () => {
    const then = textOf('2023-04-11', asked('Fish is dear.'));
    const now = textOf(
      '2023-11-24',
      asked('The launchers at Cape Ness must be withdrawn. We will never accept launchers at Cape Ness.'),
    );
    const rows = compareTopics(then, now).filter((r) => r.relation === 'new');
    expect(rows.map((r) => r.b.length)).toEqual([2]);
  });

  it('what stands side by side comes before what one text says alone', () => {
    const then = textOf(
      '2023-04-11',
      asked('Inspections will not resume. The launchers at Cape Ness must be withdrawn.'),
    );
    const now = textOf('2023-11-24', asked('The launchers at Cape Ness must be withdrawn.'));
    const rows = compareTopics(then, now);
    const of = rows.filter((r) => r.topic === rows[0]!.topic).map((r) => r.b.length > 0);
    expect(of).toEqual([...of].sort((x, y) => Number(y) - Number(x)));
    expect(rows.some((r) => r.relation === 'unchanged')).toBe(true);
  });

  it('"of course" stands for no topic', () => {
    const then = textOf('2023-04-11', asked('Fish is dear.'));
    const now = textOf(
      '2023-11-24',
      'Question: Do you know Oskar Lind?\n\nIlse Marenko: Of course. He works at the port.',
    );
    const said = compareTopics(then, now).flatMap((r) => r.b.map((s) => s.text));
    expect(said).not.toContain('Of course.');
  });

  it('[L3] what others say is no change of the speaker’s position', () => {
    const stays = textOf('2023-05-16', asked('We are not leaving the Sarnow Treaty.'));
    const others = textOf('2023-07-06', asked('Others say that we should leave the Sarnow Treaty altogether.'));
    expect(pairs(stays, others).filter(([relation]) => relation === 'reversed')).toEqual([]);
  });
});
