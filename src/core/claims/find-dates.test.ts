import { describe, expect, test } from 'vitest';
import { loadRules } from '../../intake/rules.ts';
import type { DocumentFacts, Turn } from '../model/index.ts';
import { findDates } from './find-dates.ts';

const rules = loadRules();
const facts = (date: string | null, language: string, published: string | null = null) =>
  ({ date, published, language }) as DocumentFacts;
const turn = (text: string, kind: Turn['kind'] = 'answer', start = 0): Turn => ({
  id: `t${start}`,
  kind,
  voice: 'official',
  speaker: null,
  person: null,
  label: null,
  start,
  bodyStart: start,
  end: text.length,
  rule: 'test',
});

function dates(text: string, date: string | null = '2022-01-06', language = 'en', kind: Turn['kind'] = 'answer') {
  return findDates(text, [turn(text, kind)], facts(date, language), rules, []).map((d) => [
    text.slice(d.start, d.end),
    d.value,
  ]);
}

/** Each: words, value said on Thursday 6 January 2022. */
const ENGLISH: [string, string | null][] = [
  ['the talks of 12 March 2019', '2019-03-12'],
  ['We will meet on January 10', '2022-01-10'],
  ['We met on December 30', '2021-12-30'],
  ['They agreed in June', '2021-06'],
  ['The conference will probably take place in August', '2022-08'],
  ['We will meet next week', '2022-W02'],
  ['They wrote last year', '2021'],
  ['It ended in late December', '2021-12-21~/2021-12-31'],
  ['It holds since 2008', '2008/..'],
  ['They passed the checks before January', '../2021-12-31'],
  ['For the past one and a half months we have worked', 'P1M15D'],
  ['It expires in early 2026', '2026-01/2026-04~'],
  ['the third quarter of 2021', '2021-Q3'],
  ['the first half of this year', '2022-01/2022-06'],
  ['fiscal year 2021', 'FY2021'],
  ['the treaties of the 1990s', '199X'],
  ['the twentieth century', '19XX'],
  ['the spring of 2014', '2014-SP'],
  ['two weeks ago', '2021-W51'],
  ['three months ago', '2021-10'],
  ['a stay of three years', 'P3Y'],
  ['a two-day visit', 'P2D'],
  ['We talk weekly', 'R/P1W'],
  ['We meet every Monday', 'XXXX-WXX-1'],
  ['They came yesterday', '2022-01-05'],
  ['They said so on Monday', '2022-01-03'],
  ['We will see them on Monday', '2022-01-10'],
  ['They said so at 10:35 a.m.', 'T10:35'],
  ['They said so at 10:35 a.m. on Monday', '2022-01-03T10:35'],
  ['from 2014 to 2018', '2014/2018'],
  ['The meeting was on November 28-29', '2021-11-28/2021-11-29'],
  ['They now say so', 'PRESENT_REF'],
  ['in the near future', 'FUTURE_REF'],
  ['stamped 06-01-2022', '2022-01-06'],
  ['in 3/4/2021 it was', '[2021-03-04,2021-04-03]'],
  ['We will answer on the 14th', '2022-01-14'],
  ['We will answer on the 20th of next month', '2022-02-20'],
  ['The session runs from 4 to 22 this month', '2022-01-04/2022-01-22'],
  ['They planned to leave on Friday', '2022-01-07'],
  ['They have until 9 a.m. Monday to sign', '2022-01-10T09:00'],
  ['We will meet on Wednesday next week', '2022-01-12'],
  ['Exports fell last quarter', '2021-Q4'],
  ['Exports fell in Q3 last year', '2021-Q3'],
  ['the rest of the year', '2022-01-06/2022-12-31'],
  ['It applies starting January 7', '2022-01-07/..'],
  ['filed 05-Aug-2016', '2016-08-05'],
  ["the treaties of the '70s", '197X'],
  ['budget of FY22', 'FY2022'],
  ['They spoke on Good Friday 2021', '2021-04-02'],
  ['Election Day 2020', '2020-11-03'],
  ['Memorial Day 2021', '2021-05-31'],
  ['They met 2 weeks and 2 days ago', '2021-12-21'],
  ['It was adopted on 21 December of last year', '2021-12-21'],
  ['We heard it on November 5 last year', '2021-11-05'],
  ['They said last night that they go', '2022-01-05TNI'],
  ['They are coming back to talks toward the end of November', '2022-11-21~/2022-11-30'],
  ['They have said that they come back toward the end of February', '2022-02-21~/2022-02-28'],
  ['A house like the one we saw just this weekend', '2021-W52-WE'],
  ['We welcome the offer over the weekend to send help', '2021-W52-WE'],
  ['We will meet this weekend', '2022-W01-WE'],
  ['between June 2021 and today', '2021-06/2022-01-06'],
  ['It came into force in nineteen ninety-one', '1991'],
  ['August two thousand and fifteen', '2015-08'],
  ['the nineteen seventies', '197X'],
  ['from November to February 2017', '2016-11/2017-02'],
  ['June-August 1992', '1992-06/1992-08'],
  ['between 2007 and the end of 2008', '2007/2008-12'],
  ['2014 to 2018', '2014/2018'],
  ['October 2 to October 22', '2021-10-02/2021-10-22'],
  ['Friday (14 January 2022)', '2022-01-14'],
  ['before the end of December', '../2021-12-31'],
  ['until the end of 2025', '../2025-12'],
  ['the first half of May 2021', '2021-05-01/2021-05-15'],
  ['ten days after 24 February 2021', '2021-03-06'],
  ['three months from 9 May 2021', '2021-08-09'],
  ['We said three days before 9 May 2021 that', '2021-05-06'],
  ['within 30 days after 5 May 2021', 'P30D+2021-05-05'],
  ['They met on 5 May 2021, and the next day they left', '2021-05-05+2021-05-06'],
  ['They left the next day', null],
  ['the treaty of June 1998 was ratified later that year', '1998-06+1998'],
  ['So far, we have heard nothing', '../2022-01-06'],
  ['on the evening of 5 May 2021', '2021-05-05TEV'],
  ['week 27 of 2021', '2021-W27'],
  ['the last week of 2020', '2020-W53'],
  ['the third Wednesday of last month', '2021-12-15'],
  ['2 years, 1 month and 21 days ago', '2019-11-15'],
  ['more than 1 hour and 30 minutes', 'PT1H30M'],
  ['another week', 'P1W'],
  ['They spoke a month and a half ago', '2021-11~'],
  ['We talked for an hour and a half', 'PT1H30M'],
  ['The committee meets on Wednesdays', 'XXXX-WXX-3'],
  ['filed 2019/sep/01', '2019-09-01'],
  ['We will meet next Sunday', '2022-01-16'],
  ['We will meet this coming Sunday', '2022-01-09'],
  ['The blast was at about 10:35 a.m. (0735 GMT) Tuesday', '2022-01-04T10:35'],
];

describe('time expressions said on a known day', () => {
  test.each(ENGLISH)('[V3] %s', (text, value) => {
    expect(dates(text).map((d) => d[1])).toEqual(value?.split('+') ?? [null]);
  });

  test.each([
    'So far as we know',
    'They kept a minute of silence',
    'since the Six-Day War',
    'Resolution 1929 stands',
    'nineteen people came',
    'two thousand men',
    'They may march on the capital',
    'He sat on the bench and marched on',
    'Give me a second',
    'Minister Jan Kavel spoke',
    'We sent 2000 troops',
    'Now that they know',
    'I use the past tense',
    'The parties to the Good Friday Agreement met',
    'a six-year-old boy',
    'The sun set',
    'They sent 12 and 13 delegates',
  ])('%s: no time expression', (text) => {
    expect(dates(text)).toEqual([]);
  });
});

describe('days that share a month', () => {
  test.each<[string, string[]]>([
    ['The meetings of January 10, 12 and 13 went well', ['2022-01-10', '2022-01-12', '2022-01-13']],
    ['It was on 10 and 12 January', ['2022-01-10', '2022-01-12']],
    ['On January 10 and 12 delegates came', ['2022-01-10']],
    ['On January 10, 2022 envoys came', ['2022-01-10']],
  ])('%s', (text, values) => {
    expect(dates(text).map((d) => d[1])).toEqual(values);
  });
});

/** Said on Thursday 6 January 2022. */
const RUSSIAN: [string, string | null][] = [
  ['Мы встречались 12 марта 2019 года', '2019-03-12'],
  ['Встреча состоится 10 января', '2022-01-10'],
  ['Это было 30 декабря', '2021-12-30'],
  ['Договорились в июне', '2021-06'],
  ['Конференция пройдёт в августе', '2022-08'],
  ['на следующей неделе', '2022-W02'],
  ['в прошлом году', '2021'],
  ['в этом месяце', '2022-01'],
  ['в конце октября этого года', '2022-10-21~/2022-10-31'],
  ['в начале 2026 года', '2026-01/2026-04~'],
  ['с 2008 года', '2008/..'],
  ['до 2020 года', '../2020'],
  ['в 1990-е годы', '199X'],
  ['в третьем квартале 2021 года', '2021-Q3'],
  ['три недели назад', '2021-W50'],
  ['два года назад', '2020'],
  ['в течение трёх лет', 'P3Y'],
  ['за последние полтора месяца', 'P1M15D'],
  ['Они заявили об этом вчера', '2022-01-05'],
  ['завтра', '2022-01-07'],
  ['Сейчас это невозможно', 'PRESENT_REF'],
  ['в ближайшем будущем', 'FUTURE_REF'],
  ['ежегодно', 'R/P1Y'],
  ['весной 2014 года', '2014-SP'],
  ['в XX веке', '19XX'],
  ['с 4 по 28 января 2022 года', '2022-01-04/2022-01-28'],
  ['в понедельник они сказали', '2022-01-03'],
  ['Ответ ждём к понедельнику', '2022-01-10'],
  ['с понедельника по среду мы говорили', '2022-01-03/2022-01-05'],
  ['через две недели', '2022-W03'],
  ['через месяц', '2022-02'],
  ['через полгода', '2022-07'],
  ['Через три дня они подписали', 'P3D'],
  ['в позапрошлом году', '2020'],
  ['в эти выходные', '2022-W01-WE'],
  ['тридцать первого декабря', '2021-12-31'],
  ['двадцать пятое мая 2021 года', '2021-05-25'],
  ['6 янв. 2022', '2022-01-06'],
  ['завтра в 10 утра', '2022-01-07T10:00'],
  ['в 3 часа дня', 'T15:00'],
  ['вчера в 8 часов вечера', '2022-01-05T20:00'],
  ['договоры 90-х годов', '199X'],
  ['раз в неделю', 'R/P1W'],
  ['по понедельникам', 'XXXX-WXX-1'],
  ['третий понедельник января', '2022-01-17'],
  ['этим летом', '2022-SU'],
  ['День Победы 2020 года', '2020-05-09'],
  ['накануне Нового года', '2021-12-31~'],
  ['лет десять назад', '2012'],
  ['12 и 13 января', '2022-01-12+2022-01-13'],
];
describe('Russian', () => {
  test.each(RUSSIAN)('[V3] %s', (text, value) => {
    const values = dates(text, '2022-01-06', 'ru').map((d) => d[1]);
    expect(values).toEqual(value?.split('+'));
  });
  test.each(['Мая прекрасная страна', 'Он сказал второй раз', 'среда обитания', 'два человека'])(
    '%s: no time expression',
    (text) => {
      expect(dates(text, '2022-01-06', 'ru')).toEqual([]);
    },
  );
});

describe('[V3] whose day it is', () => {
  test('without a day of speaking nothing relative is resolved, and no year is guessed', () => {
    expect(dates('They came yesterday, on 5 January', null)).toEqual([
      ['yesterday', null],
      ['5 January', 'XXXX-01-05'],
    ]);
  });
  test("a blogger's yesterday is not the interview's", () => {
    const text = 'As they said yesterday.\n\nMinister: We met yesterday.';
    const turns = [
      { ...turn(text, 'commentary'), end: 25 },
      { ...turn(text, 'answer', 25), id: 'b' },
    ];
    const found = (published: string | null) =>
      findDates(text, turns, facts('2022-01-06', 'en', published), rules, []).map((d) => d.value);
    expect(found(null)).toEqual([null, '2022-01-05']);
    expect(found('2022-01-09')).toEqual(['2022-01-08', '2022-01-05']);
  });
  test('a day of speaking known to the month resolves months, not days', () => {
    expect(dates('last month, yesterday', '2022-01').map((d) => d[1])).toEqual(['2021-12', null]);
  });
  test('a weekday that contradicts its date is a finding', () => {
    const findings: Parameters<typeof findDates>[4] = [];
    const text = 'on Monday, 6 January 2022';
    findDates(text, [turn(text)], facts('2022-01-06', 'en'), rules, findings);
    expect(findings.map((f) => f.rule)).toContain('weekday-and-date-disagree');
  });
});
