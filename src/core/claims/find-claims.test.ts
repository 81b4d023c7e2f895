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
      label: null,
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
    ['They have to respond to some feelers we have sent them.', ['demand']],
    ['The strait is the key to the region.', ['assertion']],
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
    ['I do not think that it will not help.', 'affirmative', 'will'],
    ['It is not unlikely.', 'affirmative', 'indicative'],
    ['It is unlikely.', 'negative', 'indicative'],
    ['They cannot fail to see it.', 'affirmative', 'cannot'],
    ['I doubt that they will answer.', 'negative', 'will'],
    ['There is no doubt that they will answer.', 'affirmative', 'will'],
    ['This is not only our view.', 'affirmative', 'indicative'],
    ['Not only do they not answer, they have sent our letters back.', 'mixed', 'indicative'],
    ['We heard a statement that does not contain anything new.', 'affirmative', 'indicative'],
    ['The envoy that had to leave did not come.', 'negative', 'have-to'],
    ['Without knowing their plans, it is difficult to answer.', 'negative', 'indicative'],
    ['If they do not answer, we will wait.', 'affirmative', 'will'],
    ['We keep our commitment not to deploy missiles.', 'affirmative', 'indicative'],
    ['We cannot accept it.', 'negative', 'cannot'],
    ['We will have to answer in kind.', 'affirmative', 'have-to'],
  ])('%s', (text, polarity, modality) => {
    expect(answer(text).map((c) => [c.polarity, c.modality])).toEqual([[polarity, modality]]);
  });
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
  ])('%s %s', (question, text, expected) => {
    expect(topics(question, text).filter((topic) => topic !== null)).toEqual(expected);
  });
});
