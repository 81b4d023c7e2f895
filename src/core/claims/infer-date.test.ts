import { describe, expect, test } from 'vitest';
import { loadRules } from '../../intake/rules.ts';
import type { DocumentFacts, Rules, Thing, Turn } from '../model/index.ts';
import { splitSentences } from '../text/sentences/split-sentences.ts';
import { findMentions } from './find-mentions.ts';
import { inferDate } from './infer-date.ts';

const thing = (id: string, name: string, alias: string, dates: Record<string, string>): Thing => ({
  id,
  name,
  kind: 'instrument',
  aliases: [alias],
  parties: [],
  dates,
  source: 'invented',
});
const loaded = loadRules();
const rules: Rules = {
  ...loaded,
  things: [
    ...loaded.things,
    thing('lake-treaty', 'Lake Treaty', 'Озерн* договор*', { signed: '2010-04-08', suspended: '2023-02-28' }),
    thing('harbour-accord', 'Harbour Accord', 'Портов* соглашени*', { signed: '2021-09-03' }),
  ],
};

function infer(body: string, kind: Turn['kind'] = 'answer', printed: Partial<DocumentFacts> = {}) {
  const language = /[а-я]/.test(body) ? 'ru' : 'en';
  const facts = { date: null, published: null, language, evidence: [], ...printed } as unknown as DocumentFacts;
  const turn: Turn = {
    id: 't',
    kind,
    voice: kind === 'answer' ? 'official' : 'editor',
    speaker: null,
    person: null,
    label: null,
    start: 0,
    bodyStart: 0,
    end: body.length,
    rule: 'test',
  };
  const sentences = splitSentences(body, { start: 0, end: body.length }, language, rules, [0]).items.map((s, i) => ({
    id: `s${i}`,
    turn: 't',
    ...s,
  }));
  const mentions = findMentions(body, [turn], sentences, facts, rules).items;
  return inferDate(body, [turn], sentences, mentions, facts, rules);
}

const SUSPENDED = 'In February of this year, our side suspended its participation in the Lake Treaty.';

describe('V3: a day that nobody printed is inferred from what the talk itself dates, or stays unknown', () => {
  const FOUND: [string, string, string][] = [
    ['a fact of this year', SUSPENDED, '2023?'],
    ['a fact of last year', 'Last year both sides signed the Harbour Accord.', '2022?'],
    [
      'what goes on now says the month',
      `The council is taking place in Tarvik on November 28-29. ${SUSPENDED}`,
      '2023-11?',
    ],
    [
      'two months now: the year alone',
      `It is taking place on May 3. It is being held on June 4. ${SUSPENDED}`,
      '2023?',
    ],
    [
      'two facts that agree',
      `${SUSPENDED} Two years after we signed it, in September 2021, the Harbour Accord holds.`,
      '2023?',
    ],
    ['Russian', 'В феврале этого года мы приостановили участие в Озерном договоре.', '2023?'],
    ['Russian, last year', 'В прошлом году стороны подписали Портовое соглашение.', '2022?'],
  ];
  test.each(FOUND)('%s', (_, words, date) => expect(infer(words)?.date).toBe(date));

  const UNKNOWN: [string, string][] = [
    ['no year told from his own', 'In February our side suspended its participation in the Lake Treaty.'],
    ['a month in which it did not happen', 'In May of this year, our side suspended the Lake Treaty.'],
    ['a thing that did not happen', 'In February of this year, our side had not suspended the Lake Treaty.'],
    ['a thing that might', 'If our side suspended the Lake Treaty in February of this year, talks would end.'],
    ['another thing of the same treaty', 'In February of this year, our side discussed the Lake Treaty.'],
    ['an instrument that nothing dates', 'In February of this year, our side suspended the Meadow Pact.'],
    ['clues that disagree', `${SUSPENDED} This year, in September, we signed the Harbour Accord.`],
    ['no clue', 'The council is taking place in Tarvik on November 28-29.'],
  ];
  test.each(UNKNOWN)('unknown: %s', (_, words) => expect(infer(words)).toBeNull());

  test('an editor around a talk dates nothing', () => expect(infer(SUSPENDED, 'commentary')).toBeNull());
  test('a day that is printed stands', () => {
    expect(infer(SUSPENDED, 'answer', { date: '2024-01-10' })).toBeNull();
    expect(infer(SUSPENDED, 'answer', { published: '2024-01-10' })).toBeNull();
  });
  test('the clues are shown, with what the vocabulary holds', () => {
    const found = infer(SUSPENDED)!;
    expect(found.evidence).toEqual([
      { field: 'date', start: 0, end: SUSPENDED.length, rule: 'inferred-from-dated-fact' },
    ]);
    expect(found.finding.why).toContain('2023-02-28');
  });
});
