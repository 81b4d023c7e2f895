import { describe, expect, it } from 'vitest';
import { loadRules } from '../../intake/rules.ts';
import { compareStatements } from './compare-statements.ts';
import { likenessOf, SAME_PROPOSITION, weighKeys } from './match-statements.ts';
import { type Said, statementSaid } from './statement.fixture.ts';
import { weaveTimeline } from './weave-timeline.ts';

const rules = loadRules();
const statement = (said: Said) => statementSaid(said, rules);
/** How the later of two stands to the earlier, among statements on other matters, by whose words the keys are weighed. */
function relation(earlier: Said, later: Said) {
  const others = ['Fish stocks in the bay were counted.', 'A library burned down.', 'Snow fell in the north.'];
  const [a, b] = [statement(earlier), statement({ date: '2031-06-01', ...later })];
  const weigh = weighKeys([a, b, ...others.map((text) => statement({ text }))]);
  return compareStatements(a, b, likenessOf(a, b, weigh));
}

const EXTEND: Said = {
  text: 'We are ready to extend the Sarnow Treaty for five years.',
  act: 'offer',
  modality: 'ready',
};
const STAY: Said = { text: 'The launchers at the cape must be withdrawn.', act: 'demand', modality: 'must' };
const CASES: [name: string, earlier: Said, later: Said, relation: string][] = [
  [
    'the same words',
    EXTEND,
    { ...EXTEND, text: 'We are ready to extend the Sarnow treaty for five years' },
    'unchanged',
  ],
  [
    'a condition was added',
    EXTEND,
    { text: 'We are ready to extend the Sarnow Treaty only if inspections resume.', act: 'offer', condition: true },
    'hardened',
  ],
  [
    'a condition was taken away',
    { text: 'We will extend the Sarnow Treaty if the inspections resume.', act: 'offer', condition: true },
    EXTEND,
    'softened',
  ],
  [
    'a condition taken from a refusal leaves less open',
    { text: 'We will not resume inspections until the flights stop.', act: 'refusal', condition: true },
    { text: 'We will not resume inspections.', act: 'refusal' },
    'hardened',
  ],
  [
    'an offer became a refusal',
    EXTEND,
    { text: 'There will be no extension of the Sarnow Treaty.', act: 'refusal' },
    'reversed',
  ],
  [
    'refused, then left open',
    { text: 'There is no point in a meeting with the envoy.', act: 'refusal' },
    { text: 'We do not rule out a meeting with the envoy.', act: 'hedge', modality: 'can' },
    'softened',
  ],
  [
    'the same thing denied',
    { text: 'Talks with the coast guard have begun.', act: 'report' },
    { text: 'Talks with the coast guard have not begun.', act: 'denial' },
    'reversed',
  ],
  [
    'a denial of saying is no denial of what is said',
    { text: 'Talks with the coast guard have begun.', act: 'report' },
    { text: 'I did not say that talks with the coast guard have begun.', act: 'denial' },
    'not reversed',
  ],
  [
    'a double negation denies nothing',
    { text: 'A meeting with the envoy is possible.', act: 'assertion' },
    { text: 'A meeting with the envoy is not impossible.', act: 'assertion' },
    'not reversed',
  ],
  [
    'denied of another side',
    { text: 'We will deploy new launchers on the strait.', act: 'commitment' },
    { text: 'Kestoria will not deploy new launchers on the strait.', act: 'prediction', parties: ['Kestoria'] },
    'not reversed',
  ],
  [
    'a number was corrected',
    { text: 'Our guard counted thirty-one flights.', act: 'report' },
    { text: 'The correct number is thirteen.', act: 'report', context: 'I said that thirty-one flights were counted.' },
    'reversed',
  ],
  [
    'what was given was taken back',
    { text: 'We gave notice of withdrawal from the arrangement.', act: 'report' },
    { text: 'We have taken back our notice of withdrawal.', act: 'report' },
    'reversed',
  ],
  [
    'it says itself that it stands',
    STAY,
    { text: 'Nothing has changed here: the launchers must be withdrawn.', act: 'demand', modality: 'must' },
    'unchanged',
  ],
  [
    'an alternative was added',
    STAY,
    { text: 'The launchers must be withdrawn or stored under seal.', act: 'demand', modality: 'must' },
    'softened',
  ],
  [
    'a limit was raised',
    { text: 'The embassy will have a ceiling of forty employees.', act: 'report' },
    { text: 'The ceiling of the embassy will be forty-six employees.', act: 'report' },
    'softened',
  ],
  [
    'what was considered is decided',
    { text: 'A limit on the staff of the embassy is being considered.', act: 'report' },
    { text: 'A limit on the staff of the embassy has been introduced.', act: 'report' },
    'overtaken',
  ],
  [
    'a count of the same thing is another one',
    { text: 'The coast guard recorded 31 drone flights.', act: 'report', values: ['count:31 flights'] },
    { text: 'The coast guard recorded 52 drone flights.', act: 'report', values: ['count:52 flights'] },
    'overtaken',
  ],
  [
    'must became should, one rendering',
    { text: 'They must release the captain of the trawler.', act: 'demand', modality: 'must' },
    { text: 'They should release the captain of the trawler.', act: 'demand', modality: 'should' },
    'softened',
  ],
  [
    'must became should, but the translators differ',
    { text: 'They must release the captain of the trawler.', act: 'demand', modality: 'must', original: false },
    { text: 'They should release the captain of the trawler.', act: 'demand', modality: 'should' },
    'unclear',
  ],
  [
    'what is denied of its object only',
    { text: 'The ministry sends inspectors to the port.', act: 'report' },
    { text: 'The ministry is not sending its oldest inspectors.', act: 'report' },
    'not reversed',
  ],
  [
    'not meant to, and meant not to',
    { text: 'We do not plan to send troops to the strait.', act: 'commitment' },
    { text: 'Our plan was not to send troops to the strait.', act: 'commitment' },
    'not reversed',
  ],
  [
    'what is only supposed is not affirmed',
    { text: 'We will not deploy launchers on the strait.', act: 'commitment' },
    { text: 'If the others deploy launchers on the strait, trade will suffer.', act: 'warning' },
    'not reversed',
  ],
  [
    'our embassy and theirs',
    { text: 'A ceiling of forty employees was set for our embassy.', act: 'report' },
    { text: 'A ceiling of thirty employees was set for the Kestorian embassy.', act: 'report', parties: ['Kestorian'] },
    'not hardened',
  ],
  [
    'the later declines to answer',
    EXTEND,
    { text: 'I will not comment on the extension.', act: 'no-comment' },
    'unclear',
  ],
  [
    'who does not waver in his support supports',
    { text: 'We will increase our support for the defence of Kestoria.', act: 'commitment', parties: ['Kestoria'] },
    { text: 'We will not waver in our support for the defence of Kestoria.', act: 'commitment', parties: ['Kestoria'] },
    'not reversed',
  ],
  [
    'what I did not do and he did',
    { text: 'I did not start the attacks on the strait.', act: 'denial' },
    { text: 'Two weeks ago he started the attacks on the strait.', act: 'report' },
    'not reversed',
  ],
  [
    'recalled as wrong',
    { text: 'Kestoria has not sent any draft of the treaty.', act: 'report' },
    {
      text: 'The spokeswoman said that Kestoria had not sent any draft of the treaty.',
      act: 'report',
      after: ' That statement was wrong.',
    },
    'reversed',
  ],
  [
    'one number for one thing',
    {
      text: 'By our count they have forty-eight launchers on the coast, while the treaty permits forty.',
      topic: 'cape',
      values: ['count:48 launchers'],
    },
    { text: 'Forty-eight launchers, if one counts those at the cape.', topic: 'cape', condition: true },
    'unchanged',
  ],
  [
    'a number in a name is no count',
    { text: 'Cases of the virus of type 48 fell in the towns.', topic: 'cape' },
    { text: 'Deaths by the virus of type 48 fell in the towns, if one counts them.', topic: 'cape', condition: true },
    'unclear',
  ],
  [
    'a deed told once more',
    { text: 'We have sent a series of signals to Kestoria.', act: 'report', parties: ['Kestoria'] },
    { text: 'We are constantly sending our signals to Kestoria', parties: ['Kestoria'] },
    'unchanged',
  ],
  [
    'a deed told once more, its doer behind an opening',
    { text: 'On the contrary, as of late, we have sent a series of signals to Kestoria.', parties: ['Kestoria'] },
    { text: 'We are constantly sending our signals to Kestoria', parties: ['Kestoria'] },
    'unchanged',
  ],
  [
    'what went on is not to be returned to',
    { text: 'We are maintaining a dialogue on the strait.', act: 'report', topic: 'strait' },
    {
      text: 'We will not be able to return to the dialogue without a change of course.',
      act: 'condition',
      condition: true,
      topic: 'strait',
    },
    'overtaken',
  ],
  [
    'which of a row it is',
    { text: 'We are in the fifth consecutive year of spending more on the coast guard.', act: 'report' },
    {
      text: 'Estimates show that this is the sixth consecutive year of spending more on the coast guard.',
      act: 'report',
    },
    'overtaken',
  ],
  [
    'who thinks so is not who acts',
    {
      text: 'I think that Kestoria will not deploy launchers on the strait.',
      act: 'prediction',
      parties: ['Kestoria'],
    },
    { text: 'We will deploy launchers on the strait.', act: 'commitment' },
    'not reversed',
  ],
  [
    'talks that are spoken of and not under way',
    { text: 'There are matters that are part of both dialogues.', topic: 'strait' },
    { text: 'We will not return to the dialogue.', act: 'refusal', topic: 'strait' },
    'not overtaken',
  ],
  [
    'what is not to be returned to is another thing',
    { text: 'We are building a port on the strait.', act: 'report', topic: 'strait' },
    { text: 'We will not return to the dialogue.', act: 'refusal', topic: 'strait' },
    'unclear',
  ],
  [
    'a draft that is called a thing of the past',
    { text: 'We wait for a response to the draft that we have submitted.', act: 'request', topic: 'strait' },
    {
      text: 'This is true of the draft on the strait, too.',
      context: 'And the other papers? They look like some kind of relic.',
      topic: 'strait',
    },
    'overtaken',
  ],
  [
    'a proposal and a readiness of one thing',
    {
      text: 'Aware of the difficulties, we proposed extending the Kestorian protocol.',
      act: 'report',
      parties: ['Kestorian'],
    },
    {
      text: 'The statement tells of our readiness to extend the Kestorian protocol.',
      act: 'offer',
      parties: ['Kestorian'],
    },
    'unchanged',
  ],
  [
    'a proposal and a readiness on another term',
    { text: 'We proposed extending the Kestorian protocol.', act: 'report', parties: ['Kestorian'] },
    {
      text: 'The statement tells of our readiness to extend the Kestorian protocol for one year.',
      act: 'offer',
      parties: ['Kestorian'],
      values: ['date:P1Y'],
    },
    'unclear',
  ],
  [
    'the same accusation',
    {
      text: 'Our fishermen received long sentences on groundless and far-fetched charges.',
      act: 'accusation',
      topic: 'detained',
    },
    { text: 'Under far-fetched pretexts huge sentences have been issued.', act: 'accusation', topic: 'detained' },
    'unchanged',
  ],
  [
    'a draft was received through another, and was not sent',
    {
      text: 'On Tuesday we received, through our friends, the draft on the strait.',
      act: 'report',
      topic: 'strait',
    },
    { text: 'They have not formally sent us any draft.', act: 'report', topic: 'strait', context: 'And the strait?' },
    'reversed',
  ],
  [
    'a bare no denies what was asked',
    { text: 'Talks with the coast guard are under way.', act: 'report', topic: 'strait' },
    { text: 'No.', act: 'denial', topic: 'strait', asked: 'Are there talks with the coast guard?' },
    'reversed',
  ],
  [
    'a bare no to an open question denies nothing',
    { text: 'Talks with the coast guard are under way.', act: 'report', topic: 'strait' },
    { text: 'No.', act: 'denial', topic: 'strait', asked: 'When will there be talks with the coast guard?' },
    'unclear',
  ],
  [
    'a no that goes on with the contrary',
    { text: 'Talks with the coast guard are under way.', act: 'report', topic: 'strait' },
    {
      text: 'No, but talks with the coast guard will begin.',
      act: 'denial',
      topic: 'strait',
      asked: 'Are there talks with the coast guard?',
    },
    'not reversed',
  ],
  [
    'a yes to a question put in the negative may mean either',
    { text: 'Talks with the coast guard are under way.', act: 'report', topic: 'strait' },
    { text: 'Yes.', topic: 'strait', asked: 'So there are no talks with the coast guard?' },
    'unclear',
  ],
  ['nothing that can be named', { text: 'Snow fell.' }, { text: 'The treaty was signed.', act: 'report' }, 'unclear'],
];

describe('compareStatements', () => {
  it.each(CASES)('%s', (_name, earlier, later, expected) => {
    const found = relation(earlier, later).relation;
    if (expected.startsWith('not ')) expect(found).not.toBe(expected.slice(4));
    else expect(found).toBe(expected);
  });
});

describe('likenessOf', () => {
  it('is symmetric, 1 for the same words, and low for another subject', () => {
    const [a, b, c] = [
      EXTEND.text,
      'The extension of the Sarnow Treaty for five years stands.',
      'Visas for diplomats wait since January.',
    ].map((text) => statement({ text }));
    const weigh = weighKeys([a!, b!, c!]);
    expect(likenessOf(a!, a!, weigh).own).toBeCloseTo(1);
    expect(likenessOf(a!, b!, weigh)).toMatchObject({ own: likenessOf(b!, a!, weigh).own });
    expect(likenessOf(a!, b!, weigh).own).toBeGreaterThan(SAME_PROPOSITION);
    expect(likenessOf(a!, c!, weigh).own).toBeLessThan(0.1);
  });
});

describe('weaveTimeline', () => {
  const offer = statement({ ...EXTEND, date: '2031-01-01' });
  const refusal = statement({
    text: 'We are not ready to extend the Sarnow Treaty for five years.',
    act: 'refusal',
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
  it('a role without a name is no person', () => {
    const nameless = [offer, refusal].map((s) => ({ ...s, party: null, claim: { ...s.claim, person: null } }));
    expect(weaveTimeline(nameless).every((e) => e.shift === null)).toBe(true);
  });
});
