import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadRules } from '../../intake/rules.ts';
import { annotate } from '../pipeline.ts';
import { findEntries } from './find-entries.ts';
import { foldLedger } from './fold-ledger.ts';
import { partiesOfSpeakers } from './party-of-speaker.ts';

const rules = loadRules(undefined, fileURLToPath(new URL('../../../samples/data', import.meta.url)));

/** What one interview of 11 April 2023 with the minister of Varnia says for the ledger: section, status and words. */
function entries(...turns: string[]) {
  const text = turns.map((t, i) => (i % 2 === 0 ? `Question: ${t}` : `Ilse Marenko: ${t}`)).join('\n\n');
  const sidecar = {
    date: '2023-04-11',
    language: 'en',
    kind: 'interview',
    outlet: 'The Tarsk Courier',
    publisher: 'Ministry of Foreign Affairs of Varnia',
  };
  const record = annotate(
    { name: 'x.txt', format: 'text', mediaType: 'text/plain', text, findings: [] },
    sidecar,
    'ver:1',
    rules,
  );
  return findEntries(record, rules, partiesOfSpeakers(record, rules)).items;
}
const found = (section: string, ...turns: string[]) =>
  entries(...turns)
    .filter((e) => e.section === section)
    .map((e) => [e.status, e.evidence[0]!.text]);

describe('findEntries', () => {
  it.each<[string, string, string, string[]]>([
    ['a planned meeting', 'meetings', 'On 19 May we will meet the Kestorian delegation in Port Sorrel.', ['planned']],
    ['a meeting that was denied', 'meetings', 'There was no such meeting with Kestoria in August.', []],
    ['a demand is not a release', 'cases', 'Captain Joren Vask must be released.', ['raised']],
    ['a release', 'cases', 'Captain Joren Vask was released in Belmora on 3 March.', ['released']],
    ['a treaty in force', 'instruments', 'The Sarnow Treaty is in force and we observe it.', ['in-force']],
    ['talks that are not under way are no track', 'tracks', 'There are no talks on an exchange.', []],
    ['a draft handed over', 'proposals', 'We handed over the draft to the Kestorian side in June.', ['sent']],
    [
      'an answer that did not come',
      'proposals',
      'We have proposed this to Kestoria and have received no reply.',
      ['not-answered'],
    ],
    ['a duty met is no meeting', 'meetings', 'Kestoria must meet its obligations in Port Sorrel on 3 May.', []],
    [
      'a visit that only says when',
      'meetings',
      'During the visit, the minister will stress our interest in Kestoria.',
      [],
    ],
    ['after a meeting', 'meetings', 'After the summit we will write to Kestoria.', []],
    ['a guest', 'meetings', 'Yesterday we welcomed the Foreign Minister of Kestoria to Tarsk.', ['held']],
    ['a letter is no guest', 'meetings', 'We have received a request from the Foreign Minister of Kestoria.', []],
    ['a decision is no guest', 'meetings', 'We welcomed the Kestorian decision yesterday.', []],
    ['my meeting with', 'meetings', 'This was the focus of my meeting with Foreign Minister Halloway.', ['held']],
    ['a question plans nothing', 'meetings', 'We know it.', []],
    ['what is spelled short', 'commitments', "We'll continue to supply Kestoria with grain.", ['stated']],
    ['what is spelled short and typeset', 'commitments', 'We’re going to reduce our fleet on the lake.', ['stated']],
    ['what is asked of nobody', 'commitments', 'We will consider this request from Kestoria.', ['stated']],
    ['what is asked of nobody is no demand', 'demands', 'We will take the necessary action against Kestoria.', []],
    ['what will be demanded', 'commitments', 'We will demand that Kestoria must open the lake.', []],
    ['an agenda', 'commitments', 'Tomorrow we will discuss the lake with Kestoria.', []],
    ['a journey', 'commitments', 'We will fly to Belmora tomorrow to look at the lake.', []],
    ['something we will', 'commitments', 'This is something we will work towards with Kestoria.', ['stated']],
    ['what a minister is to do', 'predictions', 'Foreign Minister Halloway will open the bridge of Port Sorrel.', []],
    [
      'what a minister will not do',
      'predictions',
      'Foreign Minister Halloway will not open the bridge of Port Sorrel.',
      ['open'],
    ],
    [
      'what is believed of a minister',
      'predictions',
      'I believe that Foreign Minister Halloway will open the strait again.',
      ['open'],
    ],
    ['talks hoped for', 'tracks', 'We hope that Kestoria and Ledania continue the negotiations.', []],
    ['what both agreed to', 'commitments', 'We agreed to keep consulting closely on the lake.', ['stated']],
    ['nothing agreed', 'commitments', 'We agreed to disagree on the lake and the strait.', []],
    ['a short undertaking', 'commitments', 'We will respond in kind.', ['stated']],
    ['no undertaking of the people', 'commitments', 'The Varnian people will not forget the flood of the lake.', []],
    ['of ours', 'predictions', 'Our support for fishermen of Port Sorrel will endure.', []],
    ['a forecast marked by confidence', 'predictions', "I'm confident that Kestoria will open the strait.", ['open']],
    ['a meeting just over', 'meetings', 'I just finished a meeting with Foreign Minister Halloway.', ['held']],
    [
      'last week, in passing',
      'meetings',
      'This will be my third talk with him after meeting him last week in Belmora.',
      [],
    ],
    [
      'talks taken up again',
      'tracks',
      'We resumed the negotiations with Kestoria that had been interrupted.',
      ['ongoing'],
    ],
    ['what others agreed to', 'commitments', 'Kestoria has already agreed to this 60 days ago.', []],
    ['what is hoped', 'commitments', 'I hope that we will agree on the lake with Kestoria today.', []],
    ['meetings are no undertakings', 'commitments', 'I will have meetings with the Foreign Minister of Kestoria.', []],
    ['a discussion to come', 'predictions', 'There is going to be a very hard discussion on the strait.', []],
    [
      'meetings with nobody',
      'meetings',
      "The meetings we'll have there will move us in that direction on Saturday.",
      [],
    ],
    ['a parliament sits', 'meetings', 'The 217th session of Parliament opened today in Tarsk.', []],
    ['a procedure', 'predictions', 'The resumed patrols will be undertaken on a case-by-case basis.', []],
    [
      'who cannot attend',
      'predictions',
      'Foreign Minister Halloway will not be able to attend the funeral in Tarsk.',
      [],
    ],
    [
      'what is not going to be',
      'predictions',
      'I think there is not going to be progress on the strait today.',
      ['open'],
    ],
    ['what I also expect', 'predictions', 'I also expect that Kestoria and Ledania agree on the strait.', ['open']],
    ['who will join us', 'commitments', 'We are going to be joined by the Foreign Minister of Kestoria.', []],
    [
      'an exchange with a king',
      'meetings',
      'Yesterday we had a constructive exchange with the King of Kestoria.',
      ['held'],
    ],
    ['who met is not said', 'meetings', 'You will see this when they meet tomorrow.', []],
    ['a day proposed is no proposal', 'proposals', 'The Kestorian side proposed 3 October in Port Sorrel.', []],
    ['a rule in general is no proposal', 'proposals', 'A state that invites others lets them in.', []],
    ['talk about the talk is no undertaking', 'commitments', 'I will take your questions on Kestoria now.', []],
    ['no embargo is no measure', 'measures', 'There is no embargo against Kestoria.', []],
    ['a set spoken of before is no count', 'counts', 'We thank the two delegations for their work.', []],
    [
      'talks denied, signals told',
      'tracks',
      'No talks are under way with Kestoria, but an exchange of signals.',
      ['ongoing'],
    ],
    ['a part of a treaty', 'instruments', 'We suspend inspections under the Sarnow Treaty.', ['suspended']],
    [
      'whether it will be extended',
      'instruments',
      'We do not know whether the Sarnow Treaty will be extended.',
      ['stated'],
    ],
    [
      'left, told by the noun',
      'instruments',
      'After the withdrawal from the Sarnow Treaty there were tests.',
      ['withdrawn'],
    ],
    ['a statement to the press is no agreement', 'instruments', 'We released a joint statement with Kestoria.', []],
    ['a forecast', 'predictions', 'I am sure that Kestoria will not leave the Sarnow Treaty.', ['open']],
    ['a forecast by reason', 'predictions', 'Kestoria will come back, because the strait will freeze.', ['open']],
    ['who will moderate', 'predictions', 'Vera Dolin will moderate the process in Tarsk.', []],
    ['a plan of the day', 'predictions', 'The briefing will be held by the deputy minister of Kestoria.', []],
    ['an embargo on a call', 'predictions', 'The contents of this call will be embargoed until 6:30 tonight.', []],
    [
      'what is only qualified',
      'predictions',
      'The time that the check of the launchers will take is long: ten days.',
      [],
    ],
    ['a topic of a conversation', 'predictions', 'I expect that Kestoria will be part of their conversation.', []],
    ['what would be', 'predictions', 'I think at this juncture I would view a Kestorian answer as premature.', []],
    ['an undertaking', 'commitments', 'We will keep the line to the Kestorian staff open.', ['stated']],
    [
      'an undertaking in what is said',
      'commitments',
      'What I can say is that we will work on fishing quotas with Kestoria.',
      ['stated'],
    ],
    [
      'things we intend to do',
      'commitments',
      'We met last summer on a list of things that we intend to do in Kestoria.',
      [],
    ],
    ['countries we will visit', 'commitments', 'This is of interest to the countries we will be visiting in June.', []],
    ['what they will do', 'commitments', 'We acknowledge that attacks from Kestoria will happen in the strait.', []],
    ['another government', 'commitments', 'The government of Kestoria will work on this for years.', []],
    ['a chance to talk', 'commitments', 'Then we will have the opportunity to talk about Kestoria.', []],
    ['steps that need to be taken', 'demands', 'There are steps that need to be taken by the Kestorian agency.', []],
    [
      'a right in general',
      'demands',
      'Kestoria knows us. We see it as something that should be treated as a right.',
      [],
    ],
    ['a demand by name', 'demands', 'Kestoria should take back its eight launchers.', ['stated']],
    ['as long as it takes', 'demands', 'We stand with Kestoria for as long as it takes.', []],
    [
      'on a condition no meeting',
      'meetings',
      'If there is no war, we will have conversations with Kestoria in Tarsk.',
      [],
    ],
    ['nobody’s meeting', 'meetings', 'They have a threshold that Kestoria will meet on 3 May.', []],
    ['power to impose', 'measures', 'The law gives us authority to impose sanctions on Kestoria.', []],
    ['people brought home', 'measures', 'Forty citizens of Kestoria left the country on a charter flight.', []],
    [
      'ready to come back',
      'tracks',
      'We are prepared to return to Port Sorrel to continue the talks with Kestoria.',
      [],
    ],
  ])('%s', (_name, section, answer, statuses) => {
    expect(found(section, 'And what now?', answer).map(([status]) => status)).toEqual(statuses);
  });

  it.each([
    [
      'a day of the next month',
      'On 30 April we agreed on talks with Kestoria. We will meet the Kestorian side on the 9th.',
      '2023-05-09',
    ],
    ['not the day of speaking', 'I can tell you today that we will meet the Kestorian side on 19 May.', '2023-05-19'],
  ])('[V3] the day of a planned meeting: %s', (_name, answer, day) => {
    const meetings = entries('And?', answer).filter((e) => e.section === 'meetings' && e.status === 'planned');
    expect(meetings.map((e) => e.date)).toContain(day);
  });

  it('parties of a meeting: of the people named, of others only, and the day that is its own', () => {
    const meetings = (words: string) =>
      entries('Will there be a meeting between Varnia and Kestoria?', words)
        .filter((e) => e.section === 'meetings')
        .map((e) => [e.status, e.date, ...e.parties]);
    expect(meetings('I will meet Foreign Minister Halloway on 3 May.')).toEqual([
      ['planned', '2023-05-03', 'Varnia', 'Kestoria'],
    ]);
    expect(meetings('Ledania and Kestoria will hold a meeting on 3 May.')).toEqual([
      ['planned', '2023-05-03', 'Ledania', 'Kestoria'],
    ]);
    expect(meetings('I will meet Foreign Minister Halloway on Monday following my visit to Ledania.')).toEqual([
      ['planned', '2023-04-17', 'Varnia', 'Kestoria'],
    ]);
    expect(meetings('He spoke of the recent phone call between Foreign Minister Halloway and Ledania.')).toEqual([
      ['held', null, 'Ledania', 'Kestoria'],
    ]);
    expect(meetings('This is the second meeting with Kestoria since the lake was closed in June 2022.')).toEqual([
      ['held', null, 'Varnia', 'Kestoria'],
    ]);
  });

  it('[V3] what is past when it is said is no day by which a forecast falls due', () => {
    const said =
      'They spoke of it two weeks ago, and I believe that Kestoria will, as on 3 March 2023, close the strait.';
    const [forecast] = entries('And?', said).filter((e) => e.section === 'predictions');
    expect([forecast?.status, forecast?.attributes.byWhen]).toEqual(['open', null]);
  });

  it('who leaves a treaty is read where it is told', () => {
    const [row] = entries(
      'And?',
      'Varnia wants limits along the lines of the Sarnow Treaty, which Kestoria withdrew from.',
    ).filter((e) => e.section === 'instruments');
    expect([row?.status, row?.by]).toEqual(['withdrawn', 'Kestoria']);
  });

  it('[V1] our own export controls are ours, not done to us', () => {
    const measures = entries('And?', 'We are adding to our export controls against Kestoria since March 2023.').filter(
      (e) => e.section === 'measures',
    );
    expect(measures.map((e) => [e.by, e.to])).toEqual([['Varnia', 'Kestoria']]);
  });

  it('whoever is called on by name is not taken for the other side', () => {
    const said = 'We spoke with Kestoria. We call on all private companies to protect their networks.';
    const demands = entries('And?', said).filter((e) => e.section === 'demands');
    expect(demands.map((e) => e.to)).toEqual([null]);
  });

  it('[V3] what was disclosed in March gives an undertaking no day', () => {
    const said = 'We will name those who used the gaps that were disclosed in March in Kestoria.';
    expect(
      entries('And?', said)
        .filter((e) => e.section === 'commitments')
        .map((e) => e.date),
    ).toEqual([null]);
  });

  it('[V3] a forecast is for the day of its own clause', () => {
    const [forecast] = entries('And?', 'Prices have come down this month and are expected to fall in Kestoria.').filter(
      (e) => e.section === 'predictions',
    );
    expect([forecast?.status, forecast?.attributes.byWhen]).toEqual(['open', null]);
  });

  it('a proposal named before "which", and one "that we put forward"', () => {
    const proposals = (answer: string) =>
      entries('And the strait?', answer)
        .filter((e) => e.section === 'proposals')
        .map((e) => [e.status, e.by, e.evidence[0]!.text.slice(0, 24)]);
    const like = 'It is like the draft agreements on the strait, which we proposed to Kestoria last year.';
    expect(proposals(like)).toEqual([['announced', 'Varnia', 'draft agreements on the ']]);
    const terms = 'There is nothing to discuss on the terms put forward by Kestoria.';
    expect(proposals(terms)).toEqual([['rejected', 'Kestoria', 'There is nothing to disc']]);
    const negated = 'Kestoria completely negates the proposals that we put forward on the strait.';
    expect(proposals(negated)).toEqual([['rejected', 'Varnia', 'Kestoria completely nega']]);
  });

  it('[V1] what only the interviewer says is never the official’s: no meeting held, no case, but a premise', () => {
    const said = entries(
      'You met Special Envoy Brandt in Ostrel in August, and Oskar Lind was arrested.',
      'There was no such meeting.',
    );
    expect(said.filter((e) => e.section === 'meetings' || e.section === 'cases')).toEqual([]);
    expect(said.filter((e) => e.section === 'premises').every((e) => !e.statedBy.includes('Ilse Marenko'))).toBe(true);
  });

  it('[L1] every statement has words that stand where it says', () => {
    const turns = [
      'What of the treaty?',
      'The Sarnow Treaty expires on 31 December 2023. We are ready to extend it. Kestoria must withdraw forty launchers.',
    ];
    const text = `Question: ${turns[0]}\n\nIlse Marenko: ${turns[1]}`;
    const all = entries(...turns);
    expect(all.length).toBeGreaterThan(2);
    for (const e of all.flatMap((x) => x.evidence)) expect(text.slice(e.start, e.end)).toBe(e.text);
  });

  it.each([
    ['On 19 May we will meet the Kestorian delegation in Port Sorrel.', ['Port Sorrel']],
    ['On 19 May we will hold a meeting with the Kestorian delegation.', [null]],
    ['On 19 May a meeting of Varnia and Kestoria is planned, and Belmora has agreed.', [null]],
    [
      'There will be a meeting with Kestoria in Port Sorrel on 10 May and a meeting with the Northern Council on 12 May.',
      ['Port Sorrel', null],
    ],
  ])('a meeting is where its own words place it: %s', (words, places) => {
    const meetings = entries('What comes next?', words).filter((e) => e.section === 'meetings');
    expect(meetings.map((e) => e.attributes.place)).toEqual(places);
    for (const e of meetings)
      expect(e.evidence.filter((v) => v.field === 'place').map((v) => v.text)).toEqual(
        e.attributes.place === null ? [] : [e.attributes.place],
      );
  });

  it('[L3] a title is vocabulary and quoted words with their speaker', () => {
    for (const e of entries('And?', 'We handed over the draft to Kestoria. The launchers must be withdrawn.'))
      expect(e.title).toMatch(/^(?:[^“]*: )?“.*” \(Ilse Marenko\)$/u);
  });

  it('[V3] words of an unknown day answer for a day on which a copy of them was there, and never outdo dated ones', () => {
    const dated = entries('And?', 'The Sarnow Treaty is in force and we observe it.');
    const undated = dated.map((e) => ({ ...e, id: `${e.id}-u`, said: null, status: 'suspended' }));
    const on = (all: typeof dated, isThere: boolean) =>
      foldLedger(all, {
        day: '2023-06-01',
        undated: isThere,
        hindsight: false,
        accepted: new Set(),
        rejected: new Set(),
      });
    expect(on(undated, false).instruments).toEqual([]);
    expect(on(undated, true).instruments.map((e) => [e.status, e.said, e.ageDays])).toEqual([
      ['suspended', null, null],
    ]);
    expect(on([...dated, ...undated], true).instruments.map((e) => e.status)).toEqual(['in-force']);
  });

  it('[L2] a plan whose day has passed is not held; a term that ran out is expired; what is said later is not yet known', () => {
    const all = entries(
      'And?',
      'On 19 May 2023 we will meet the Kestorian delegation in Port Sorrel. The Sarnow Treaty is in force; it expires on 31 December 2023.',
    );
    const on = (day: string) => foldLedger(all, { day, hindsight: false, accepted: new Set(), rejected: new Set() });
    expect(on('2023-04-10').meetings).toEqual([]);
    expect(on('2023-05-01').meetings.map((e) => e.status)).toEqual(['planned']);
    expect(on('2023-06-01').meetings.map((e) => [e.status, e.ageDays])).toEqual([['planned-outcome-unknown', 51]]);
    expect(new Set(on('2024-01-02').instruments.map((e) => e.status))).toEqual(new Set(['expired']));
  });
});
