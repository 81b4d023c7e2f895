import { describe, expect, test } from 'vitest';
import { loadRules } from '../../intake/rules.ts';
import type { Claim, DocumentFacts, Rules, Sentence, Turn } from '../model/index.ts';
import { splitSentences } from '../text/sentences/split-sentences.ts';
import { findClaims } from './find-claims.ts';
import { findMentions } from './find-mentions.ts';

const loaded = loadRules();
const rules: Rules = {
  ...loaded,
  parties: [
    ...loaded.parties,
    {
      id: 'varnia',
      name: 'Varnia',
      kind: 'state',
      aliases: [],
      adjectives: ['Varnian'],
      capitals: ['Tarsk'],
      until: null,
      memberOf: null,
      source: 'invented',
    },
    {
      id: 'kestoria',
      name: 'Kestoria',
      kind: 'state',
      aliases: ['Кестори*'],
      adjectives: ['Kestorian'],
      capitals: ['Ostrel'],
      until: null,
      memberOf: null,
      source: 'invented',
    },
  ],
};
const facts = { date: '2023-05-04', published: null, language: 'en', publisher: null } as DocumentFacts;

interface Said {
  label?: string;
  kind: Turn['kind'];
  voice: Turn['voice'];
  text: string;
}
/** Claims of a text made of turns, one after the other. */
function claimsOf(said: readonly Said[]) {
  let text = '';
  const turns: Turn[] = said.map((t, i) => {
    const start = text.length;
    text += `${t.text}\n\n`;
    const speaker = t.voice === 'official' ? 'Ilse Marenko' : null;
    return {
      id: `ver:1/t-${i}`,
      kind: t.kind,
      voice: t.voice,
      speaker,
      person: speaker && 'ilse-marenko',
      label: t.label ?? null,
      start,
      bodyStart: start,
      end: text.length,
      rule: 'test',
    };
  });
  const sentences: Sentence[] = turns.flatMap((t) =>
    splitSentences(text, { start: t.bodyStart, end: t.end }, 'en', rules).items.map((s, i) => ({
      ...s,
      id: `${t.id}/${i}`,
      turn: t.id,
    })),
  );
  const mentions = findMentions(text, turns, sentences, facts, rules).items;
  const { items, findings } = findClaims(text, turns, sentences, mentions, facts, rules);
  return { text, claims: items, findings };
}
const answer = (text: string) => claimsOf([{ kind: 'answer', voice: 'official', text }]).claims;
const acts = (text: string) => answer(text).map((c) => c.act);

describe('the act of a statement', () => {
  test.each<[string, Claim['act'][]]>([
    ['I cannot comment on the details of the talks.', ['no-comment']],
    ['I would not like to speculate about their motives.', ['no-comment']],
    ['This does not mean that we have left the talks.', ['denial']],
    ['This is not true.', ['denial']],
    ['We will lift the ban only if Kestoria opens the strait.', ['condition']],
    ['We will not return to the table without an apology.', ['condition']],
    ['This proposal is unacceptable.', ['refusal']],
    ['We are not ready to discuss the islands.', ['refusal']],
    ['This step would have grave consequences.', ['warning']],
    ['Kestoria must withdraw its launchers.', ['demand']],
    ['We insist that the inspections resume.', ['demand']],
    ['We call on Kestoria to answer.', ['request']],
    ['We are waiting for their response.', ['request']],
    ['Kestoria violates the treaty every day.', ['accusation']],
    ['We are ready to meet at any time.', ['offer']],
    ['We propose a new inspection scheme.', ['offer']],
    ['We will continue to observe the limits.', ['commitment']],
    ['It is difficult to say when they will meet.', ['hedge']],
    ['The conference will probably take place in August.', ['prediction']],
    ['The delegations met in Ostrel in March.', ['report']],
    ['We have sent our draft to Kestoria.', ['report']],
    ['They have to respond to some feelers we have sent them.', ['request']],
    ['In this case, Kestoria has to answer our letter.', ['request']],
    ['Kestoria has to open the strait.', ['demand']],
    ['The strait is the key to the region.', ['assertion']],
    // what is being done, or has not been done yet, is told
    ['We are constantly sending our signals to the Kestorians.', ['report']],
    ['Overall, we have not yet made a decision on the letter.', ['report']],
    ['There is no understanding yet on the date of the meeting.', ['report']],
    ['Our consulates are working on similar cases.', ['report']],
    ['In our country, the special services are responsible for the exchange of prisoners.', ['report']],
    ['There is no progress on the main matters.', ['assertion']],
    ['It is not clear when they will meet.', ['hedge']],
    ['It depends on Kestoria.', ['assertion']],
    ['It all depends on how the talks go.', ['hedge']],
    // readiness for what may come is no offer, an effort to agree no blame, one's own duty neither
    ['But we are ready for them.', ['commitment']],
    ['We are ready for talks.', ['offer']],
    ['We are making another attempt to reach agreement.', ['offer']],
    ['We condemn their attempts to split the region.', ['accusation']],
    ['We must not inflict damage on ourselves.', ['assertion']],
    ['We have to contain their aggressive course.', ['assertion']],
    ['We do not intend to contest each point, otherwise it would be no proposal.', ['commitment']],
    ['I would refrain from such conclusions.', ['denial']],
    ['I do not have information on that.', ['no-comment']],
    ['These risks should not be exaggerated.', ['assertion']],
    ['The cessation of hostilities and the fight against terrorism are on the agenda.', ['assertion']],
    ['This is an act of open hostility.', ['accusation']],
    ['We expect the talks to start in May.', ['prediction']],
    ['We expect Kestoria to answer.', ['demand']],
    ['We advise them to come back.', ['request']],
    ['If we get further requests, we will seek to grant them.', ['commitment']],
    ['We will stand with them for as long as it takes.', ['commitment']],
    ['We will respond to their aggressive actions.', ['commitment']],
    ['This is categorically unacceptable to us at any stage.', ['refusal']],
    ['We are open to cooperation aimed at preventing a dangerous escalation.', ['offer']],
    ['We completed the ordered departure on Friday.', ['report']],
    ['It is a vital export route for grain.', ['assertion']],
    ['We remain in contact with all sides.', ['report']],
    ["We're very much prepared to return to the talks.", ['offer']],
    ['We remain committed to our friends as they answer these brutal attacks.', ['commitment']],
    ['We still believe in the so-called Sarnow Treaty.', ['assertion']],
    ['I hope to tell you more.', ['assertion']],
    ['We have to continue and to face the consequences.', ['assertion']],
    ['We will have to respond.', ['warning']],
    ['My visit was good to push for a stronger process.', ['assertion']],
    ['We made it clear that it will not do to shut the strait.', ['report']],
    ['There is room for talks, for the parties show political will.', ['assertion']],
    ['Last week we explored the steps that Kestoria would need to take.', ['report']],
    ['I have no date to share, for we do not have a date to share yet.', ['no-comment']],
    ['Our message is that we have a policy to support elections.', ['assertion']],
    ['They have not been asked yet, but the meeting will probably take place in June.', ['report', 'prediction']],
  ])('%s', (text, expected) => {
    expect(acts(text)).toEqual(expected);
  });

  test.each<[string, Claim['act'][]]>([
    ['Я не буду комментировать детали переговоров.', ['no-comment']],
    ['Это не означает, что мы ушли с переговоров.', ['denial']],
    ['Это предложение неприемлемо.', ['refusal']],
    ['Мы не готовы обсуждать острова.', ['refusal']],
    ['Это будет иметь серьезные последствия.', ['warning']],
    ['Кестория должна вывести пусковые установки.', ['demand']],
    ['Мы ждем их ответа.', ['request']],
    ['Кестория нарушает договор каждый день.', ['accusation']],
    ['Мы готовы обсуждать новый договор.', ['offer']],
    ['Мы будем соблюдать ограничения.', ['commitment']],
    ['Мы постоянно направляем им сигналы.', ['report']],
    ['Наши консульства работают по этим делам.', ['report']],
    ['Решение пока не принято.', ['report']],
    ['Мы не вернемся к диалогу, пока они не изменят курс.', ['condition']],
    ['Мы не поддадимся на провокации.', ['refusal']],
    ['Все зависит от Кестории.', ['assertion']],
    ['Мы ответим на их агрессию.', ['commitment']],
    ['Угрозы действительно слышны.', ['assertion']],
    ['Это создает прямую угрозу миру.', ['warning']],
    ['Трудно сказать, когда они встретятся.', ['hedge']],
    ['Делегации встретились в марте.', ['report']],
    ['Пролив - ключ к региону.', ['assertion']],
  ])('%s', (text, expected) => {
    expect(acts(text)).toEqual(expected);
  });

  test.each([
    'Thank you very much for this question.',
    'Is it not so?',
    'Good morning.',
    'I thank the delegation of Kestoria for its briefing.',
    'I wish you every success in your new office.',
    'Our thoughts go out to the families of the sailors.',
    'Let me now turn to the islands.',
    'I would also like to express our deepest gratitude to the crew.',
  ])('%s: no claim', (text) => {
    expect(acts(text)).toEqual([]);
  });
});

describe('polarity and modality', () => {
  test.each<[string, Claim['polarity'], string]>([
    ['The treaty is in force.', 'affirmative', 'indicative'],
    ['The treaty is not in force.', 'negative', 'indicative'],
    ['This does not mean that we are not dealing with it.', 'affirmative', 'indicative'],
    ['No, and it is not expected.', 'negative', 'indicative'],
    ['They may overlap but they are not the same talks.', 'mixed', 'may'],
    ['Kestoria must answer.', 'affirmative', 'must'],
    ['I do not think that it will help.', 'negative', 'will'],
    ['I do not think that it will not help.', 'affirmative', 'will-not'],
    ['It is not unlikely.', 'affirmative', 'indicative'],
    ['It is unlikely.', 'negative', 'indicative'],
    ['They cannot fail to see it.', 'affirmative', 'cannot'],
    ['I doubt that they will answer.', 'negative', 'will'],
    ['There is no doubt that they will answer.', 'affirmative', 'will'],
    ['This is not only our view.', 'affirmative', 'indicative'],
    ['Not only do they not answer, they have sent our letters back.', 'mixed', 'indicative'],
    ['We heard a statement that does not contain anything new.', 'affirmative', 'indicative'],
    ['The envoy that had to leave did not come.', 'negative', 'indicative'],
    ['The letter, which must have been lost, was not answered.', 'negative', 'indicative'],
    ['Without knowing their plans, it is difficult to answer.', 'negative', 'indicative'],
    ['If they do not answer, we will wait.', 'affirmative', 'will'],
    ['We keep our commitment not to deploy missiles.', 'affirmative', 'indicative'],
    ['We cannot accept it.', 'negative', 'cannot'],
    ['We will have to answer in kind.', 'affirmative', 'have-to'],
    ['We will not allow it.', 'negative', 'will-not'],
    ['We will never take the first step.', 'negative', 'will-not'],
    ['I would refrain from such conclusions.', 'negative', 'would'],
    ['This is excluded for many reasons.', 'negative', 'indicative'],
    ['It is premature to talk about it.', 'negative', 'indicative'],
    ['This is a big delusion.', 'negative', 'indicative'],
    ['It cannot but cause concern.', 'affirmative', 'cannot'],
    ['This did not add to their safety, no matter how hard they tried.', 'negative', 'indicative'],
    ['There are matters that are not related to these talks.', 'negative', 'indicative'],
    ['There is no draft, and they do not ask for one.', 'negative', 'indicative'],
    ['The treaty between Varnia and Kestoria will not be restored.', 'negative', 'will-not'],
    ['Our view is tough and we do not hide it.', 'mixed', 'indicative'],
    ['As for the strait, although it is open, we do not use it.', 'negative', 'indicative'],
    ['We believe in the need to respect facts.', 'affirmative', 'indicative'],
    ['We are ready, as all have seen, to defend ourselves.', 'affirmative', 'ready'],
    ['It is impossible to hold talks.', 'negative', 'cannot'],
    ['In May 2020 they sent tents, and May 2021 was no better.', 'mixed', 'indicative'],
    ['They may come in May.', 'affirmative', 'may'],
  ])('%s', (text, polarity, modality) => {
    expect(answer(text).map((c) => [c.polarity, c.modality])).toEqual([[polarity, modality]]);
  });
});

test.each<[string, string[]]>([
  ['We expect a rather quick result.', ['rather']],
  ['It is a proposal rather than a demand.', []],
  ['I am sure that contacts were largely limited to the text.', ['largely', 'i am sure']],
])('the hedges of "%s"', (text, hedges) => {
  expect(answer(text)[0]?.hedges).toEqual(hedges);
});

test.each<[string, Claim['polarity']]>([
  ['Никаких переговоров сейчас не ведется.', 'negative'],
  ['Мы не видим никакой угрозы.', 'negative'],
  ['Он не может не знать об этом.', 'affirmative'],
  ['Это не только наше мнение.', 'affirmative'],
  ['Пролив сегодня открыт.', 'affirmative'],
])('a denial said twice over is one: %s', (text, polarity) => {
  expect(answer(text)[0]?.polarity).toBe(polarity);
});

describe('[V1] whose claim it is', () => {
  const said: Said[] = [
    { kind: 'title', voice: 'editor', text: 'Varnia refuses to talk' },
    { kind: 'heading', voice: 'editor', text: 'Kestoria must answer for the launchers' },
    { kind: 'question', voice: 'interviewer', text: 'Kestoria will leave the treaty. Will Varnia do the same?' },
    { kind: 'answer', voice: 'official', text: 'We will not leave the treaty.' },
    { kind: 'answer', voice: 'unknown', text: 'Kestoria must answer.' },
    { kind: 'commentary', voice: 'editor', text: 'The minister has lost her nerve.' },
    { kind: 'comment', voice: 'reader', text: 'Varnia will never win.' },
    { kind: 'boilerplate', voice: 'site', text: 'You must subscribe to our newsletter.' },
  ];
  test('only the official is laid to a person, questions, headings and readers claim nothing', () => {
    const { text, claims } = claimsOf(said);
    expect(claims.map((c) => [text.slice(c.start, c.end), c.speaker])).toEqual([
      ['We will not leave the treaty.', 'Ilse Marenko'],
      ['Kestoria must answer.', null],
      ['The minister has lost her nerve.', null],
    ]);
  });
  test('an answer carries its question', () => {
    expect(claimsOf(said).claims[0]?.inReplyTo).toBe('ver:1/t-2');
  });
  test('what is reported of others stays theirs', () => {
    expect(answer('Kestoria claims that the launchers are old.')[0]?.reported).toBe('Kestoria');
    expect(answer('As Kestoria has said, the launchers are old.')[0]?.reported).toBeNull();
    expect(answer('We believe that the launchers are old.')[0]?.reported).toBeNull();
    // nobody says anything in "the United States", in "it was said", in "the state of affairs"
    expect(answer('Earlier, a meeting of Kestoria and the United States was held.')[0]?.reported).toBeNull();
    expect(answer('As to Kestoria, it was said before.')[0]?.reported).toBeNull();
    expect(answer('In Kestoria, the state of affairs is bad.')[0]?.reported).toBeNull();
    expect(answer('This bars any citizen of Kestoria believed to be guilty.')[0]?.reported).toBeNull();
  });
  test.each<[string, string | null]>([
    ['We call on Kestoria to answer.', 'kestoria'],
    ['Kestoria violates the treaty.', 'kestoria'],
    ['Kestoria refuses to comply with the treaty.', 'kestoria'],
    ['Kestoria strongly condemns the sanctions of the United States.', 'united-states'],
    ['Kestoria urges the United States to answer.', 'united-states'],
    ['Kestoria offers new talks.', null],
  ])('whom "%s" turns to', (text, addressee) => {
    expect(answer(text)[0]?.addressee).toBe(addressee);
  });
});

describe('topics, conditions, ids', () => {
  test('a claim that names no topic goes on with what was asked', () => {
    const { claims } = claimsOf([
      { kind: 'question', voice: 'interviewer', text: 'Are sanctions being discussed?' },
      { kind: 'answer', voice: 'official', text: 'No, and it is not expected. Visas are another matter.' },
    ]);
    expect(claims.map((c) => c.topic)).toEqual(['sanctions', 'visas-host-country']);
  });
  test('the words of a condition', () => {
    const text = 'If they open the strait, we will answer in kind.';
    const condition = answer(text)[0]?.condition;
    expect(condition && text.slice(condition.start, condition.end)).toBe('If they open the strait');
  });
  test('[K3] the id of a claim comes from its words', () => {
    const alone = answer('We will answer.')[0]?.id;
    const after = answer('The strait is open. We will answer.')[1]?.id;
    expect(alone).toBe(after);
  });
});

describe('answers that are none', () => {
  const notes = (text: string) => {
    const question = { kind: 'question', voice: 'interviewer', text: 'When will you open the strait?' } as const;
    return claimsOf([question, { kind: 'answer', voice: 'official', text }]).findings.map((f) => f.rule);
  };
  test.each<[string, string[]]>([
    ['I cannot comment on the strait.', ['answer-declines']],
    ['You should ask Kestoria about the strait.', ['answer-deflects']],
    ['This is a question for the military.', ['answer-deflects']],
    ['We will let you know in due course.', ['answer-promises-later']],
    ["I don't have any further updates on the strait.", ['answer-declines']],
    ["I don't have anything more to read out.", ['answer-declines']],
    ['Nothing to add.', ['answer-declines']],
    ['I can certainly get back to you on it.', ['answer-promises-later']],
    ['We will open it in May.', []],
    ['They asked us about the strait.', []],
  ])('%s', (text, rules) => {
    expect(notes(text)).toEqual(rules);
  });
});

describe('topics', () => {
  const topics = (question: string, text: string) =>
    claimsOf([
      { kind: 'question', voice: 'interviewer', text: question },
      { kind: 'answer', voice: 'official', text },
    ]).claims.map((c) => c.topic);
  test.each<[string, string, string[]]>([
    // what is asked comes before what is only recalled
    [
      'Despite the state of bilateral relations, you met. How many prisoners came home?',
      'Two of them came.',
      ['detainees'],
    ],
    ['What of the Arctic?', 'We wait for them.', ['arctic']],
    ['What now?', 'We discussed autonomous weapons.', ['emerging-technologies']],
    ['What now?', 'AUKUS changes much.', ['asia-pacific-security']],
    ['What now?', 'We wait for them.', []],
    // the policy of an alliance is not its growth; an embassy that helps is not what is spoken of
    ['What now?', 'The policy of NATO is known.', ['nato-posture']],
    ['How many prisoners are there?', 'The Embassy is doing its best to help.', ['detainees']],
    ['What now?', 'An arms race in outer space must be averted.', ['space-cyber']],
    ['What now?', 'They may deploy missiles in space.', ['space-cyber']],
    ['What now?', 'It only serves to fuel tensions on the ground.', []],
    ['What now?', 'They buy nuclear fuel.', ['trade-energy']],
    ['What now?', 'It is against international humanitarian law.', []],
    ['What now?', 'The Treaty on the Prohibition of Nuclear Weapons is no way.', ['nuclear-disarmament']],
    ['Can we expect an armed conflict in the future?', 'It depends on them.', ['armed-conflict-risk']],
    // what is between two parties is no third one's
    ['What now?', 'Relations between Russia and the United States are bad.', ['us-russia-relations']],
    ['What now?', 'Our relations with the United States are good.', []],
    // words of a general topic go with the narrower one under way
    ['What of your dialogue with China?', 'Bilateral ties grow.', ['china']],
    ['What of Kestoria?', 'Bilateral ties grow.', ['bilateral-relations']],
  ])('%s %s', (question, text, expected) => {
    expect(topics(question, text).filter((topic) => topic !== null)).toEqual(expected);
  });

  test('who asks anew, begins anew', () => {
    const asked = (label: string, text: string) => ({ kind: 'question', voice: 'interviewer', text, label }) as const;
    const said = (text: string) => ({ kind: 'answer', voice: 'official', text }) as const;
    const topicsAfter = (label: string) =>
      claimsOf([
        asked('AFP', 'What of sanctions?'),
        said('Visas are another matter.'),
        asked(label, 'And what then?'),
        said('We will see in time.'),
      ]).claims.map((c) => c.topic);
    expect(topicsAfter('AFP')).toEqual(['visas-host-country', 'sanctions']);
    expect(topicsAfter('KBS')).toEqual(['visas-host-country', null]);
  });
  test('a question without a topic goes on with the one before it, not with where the answer has strayed to', () => {
    const { claims } = claimsOf([
      { kind: 'question', voice: 'interviewer', text: 'Will you limit your exports?' },
      { kind: 'answer', voice: 'official', text: 'There is no need. Visas are another matter.' },
      { kind: 'question', voice: 'interviewer', text: 'So you are not considering it yet?' },
      { kind: 'answer', voice: 'official', text: 'We are considering any options.' },
    ]);
    expect(claims.map((c) => c.topic)).toEqual(['trade-energy', 'visas-host-country', 'trade-energy']);
  });
});
