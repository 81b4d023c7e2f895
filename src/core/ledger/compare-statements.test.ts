import { describe, expect, it } from 'vitest';
import { loadRules } from '../../intake/rules.ts';
import type { Act, Claim } from '../model/index.ts';
import { contentStems } from '../text/content-words.ts';
import { compareStatements } from './compare-statements.ts';
import { likeness, SAME_PROPOSITION, weighTokens } from './match-statements.ts';
import type { Statement } from './statement.ts';
import { weaveTimeline } from './weave-timeline.ts';

const rules = loadRules();
interface Said {
  readonly text: string;
  readonly act?: Act;
  readonly polarity?: Claim['polarity'];
  readonly modality?: string;
  readonly condition?: boolean;
  readonly date?: string;
  readonly party?: string;
  readonly original?: boolean;
  readonly values?: string[];
}
function statement(said: Said): Statement {
  const { text, act = 'assertion', polarity = 'affirmative', modality = 'indicative', date = '2031-01-01' } = said;
  const claim: Claim = {
    id: text,
    turn: 't',
    start: 0,
    end: text.length,
    speaker: 'Ilse Marenko',
    person: 'ilse-marenko',
    voice: 'official',
    topic: null,
    topics: [],
    act,
    polarity,
    modality,
    addressee: null,
    reported: null,
    hedges: [],
    condition: said.condition ? { start: 0, end: 1 } : null,
    inReplyTo: null,
    rule: '',
  };
  return {
    claim,
    document: `ver:${date}`,
    event: `doc:${date}`,
    start: 0,
    end: text.length,
    text,
    date,
    language: 'en',
    rendering: { kind: said.original === false ? 'unknown' : 'original', publisher: null },
    party: said.party ?? 'varnia',
    stems: contentStems(text, 'en', rules),
    entities: new Set(),
    values: new Set(said.values ?? []),
    question: null,
  };
}

const EXTEND = 'We are ready to extend the Sarnow Treaty for five years.';
const CASES: [name: string, earlier: Said, later: Said, likeness: number, relation: string][] = [
  [
    'the same words',
    { text: EXTEND, act: 'offer' },
    { text: 'We are ready to extend the Sarnow treaty for five years' },
    1,
    'unchanged',
  ],
  [
    'a condition was added',
    { text: EXTEND, act: 'offer' },
    { text: 'We will extend it only if inspections resume.', act: 'offer', condition: true },
    0.5,
    'hardened',
  ],
  [
    'a condition was taken away',
    { text: 'a', act: 'offer', condition: true },
    { text: 'b', act: 'offer' },
    0.5,
    'softened',
  ],
  [
    'an offer became a refusal',
    { text: EXTEND, act: 'offer' },
    { text: 'There will be no extension.', act: 'refusal', polarity: 'affirmative' },
    0.4,
    'reversed',
  ],
  [
    'the same thing denied',
    { text: 'Talks are under way.' },
    { text: 'Talks are not under way.', polarity: 'negative' },
    0.8,
    'reversed',
  ],
  [
    'denied, but hardly the same thing',
    { text: 'Talks are under way.' },
    { text: 'No visas were issued.', polarity: 'negative' },
    0.36,
    'unclear',
  ],
  [
    'a number became another',
    { text: 'x', act: 'report', values: ['count:31 flight'] },
    { text: 'y', act: 'report', values: ['count:13 flight'] },
    0.5,
    'overtaken',
  ],
  [
    'must became should, one rendering',
    { text: 'They must leave.', act: 'demand', modality: 'must' },
    { text: 'They should leave.', act: 'demand', modality: 'should' },
    0.6,
    'softened',
  ],
  [
    'must became should, but the translators differ',
    { text: 'They must leave.', act: 'demand', modality: 'must', original: false },
    { text: 'They should leave.', act: 'demand', modality: 'should' },
    0.6,
    'unclear',
  ],
  ['nothing that can be named', { text: 'x' }, { text: 'y', act: 'report' }, 0.4, 'unclear'],
];

describe('compareStatements', () => {
  it.each(CASES)('%s', (_name, earlier, later, value, relation) => {
    expect(compareStatements(statement(earlier), statement(later), value).relation).toBe(relation);
  });
});

describe('likeness', () => {
  it('is symmetric, 1 for the same words, and low for another subject', () => {
    const [a, b, c] = [
      EXTEND,
      'The extension of the Sarnow Treaty for five years stands.',
      'Visas for diplomats wait since January.',
    ].map((text) => statement({ text }));
    const weigh = weighTokens([a!, b!, c!]);
    expect(likeness(a!, a!, weigh)).toBeCloseTo(1);
    expect(likeness(a!, b!, weigh)).toBe(likeness(b!, a!, weigh));
    expect(likeness(a!, b!, weigh)).toBeGreaterThan(SAME_PROPOSITION);
    expect(likeness(a!, c!, weigh)).toBeLessThan(0.1);
  });
});

describe('weaveTimeline', () => {
  const offer = statement({ text: EXTEND, act: 'offer', date: '2031-01-01' });
  const refusal = statement({
    text: 'We are not ready to extend the Sarnow Treaty for five years.',
    act: 'refusal',
    polarity: 'negative',
    date: '2031-06-01',
  });
  it('marks a shift of one party, with the words it moves away from', () => {
    const line = weaveTimeline([refusal, offer]);
    expect(line.map((e) => e.statement.date)).toEqual(['2031-01-01', '2031-06-01']);
    expect(line[1]!.shift).toMatchObject({ relation: 'reversed', from: offer });
  });
  it('[L3] never compares two sides as one position', () => {
    const other = { ...refusal, party: 'kestoria' };
    expect(weaveTimeline([offer, other]).every((e) => e.shift === null)).toBe(true);
  });
  it('[T3] two texts of one event are no shift', () => {
    expect(weaveTimeline([offer, { ...refusal, event: offer.event }]).every((e) => e.shift === null)).toBe(true);
  });
});
