import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadRules } from '../../intake/rules.ts';
import { annotate } from '../pipeline.ts';
import { findEntries } from './find-entries.ts';
import { partiesOfSpeakers } from './party-of-speaker.ts';

const rules = loadRules(undefined, fileURLToPath(new URL('../../../samples/data', import.meta.url)));

/** What one answer of the spokeswoman of Varnia, in Russian, says for a section: status, date and value. */
function found(section: string, answer: string, question = 'Что дальше?') {
  const record = annotate(
    {
      name: 'x.txt',
      format: 'text',
      mediaType: 'text/plain',
      text: `Вопрос: ${question}\n\nА.Дорал: ${answer}`,
      findings: [],
    },
    { date: '2023-06-13', language: 'ru', kind: 'briefing', publisher: 'Министерство иностранных дел Варнии' },
    'ver:1',
    rules,
  );
  return findEntries(record, rules, partiesOfSpeakers(record, rules)).items.filter((e) => e.section === section);
}

describe('findEntries in Russian', () => {
  it.each<[name: string, section: string, answer: string, statuses: string[]]>([
    [
      'a planned round',
      'meetings',
      'Третий раунд консультаций с Кесторией состоится 3 октября в Порт-Сорреле.',
      ['planned'],
    ],
    ['a round held', 'meetings', 'Второй раунд консультаций с Кесторией состоялся 7 июня 2023 года.', ['held']],
    [
      'a round put off',
      'meetings',
      'Второй раунд консультаций с Кесторией перенесен, новая дата не согласована.',
      ['postponed'],
    ],
    ['a meeting denied', 'meetings', 'Такой встречи с Кесторией не было.', []],
    ['talks under way', 'tracks', 'Консультации с Кесторией продолжаются.', ['ongoing']],
    ['no talks', 'tracks', 'Переговоров с Кесторией об обмене нет.', []],
    ['a treaty in force', 'instruments', 'Сарновский договор действует в полном объеме.', ['in-force']],
    ['a draft handed over', 'proposals', 'Мы передали кесторийской стороне наш проект протокола в июне.', ['sent']],
    [
      'no answer',
      'proposals',
      'Мы передали Кестории наше предложение, но ответа мы не получили.',
      ['sent', 'not-answered'],
    ],
    ['a demand', 'demands', 'Кестория должна вывести пусковые установки с мыса Несс.', ['stated']],
    [
      'a state limit on staff',
      'measures',
      'Кестория ввела потолок в сорок сотрудников для нашего посольства.',
      ['in-force'],
    ],
    ['a release wished is none', 'cases', 'Капитан Йорен Васк должен быть освобожден.', ['raised']],
    ['relations', 'relations', 'Отношения с Кесторией находятся на самом низком уровне за десять лет.', ['stated']],
  ])('%s', (_name, section, answer, statuses) => {
    expect(found(section, answer).map((e) => e.status)).toEqual(statuses);
  });

  it('a number is what it counts, with its bound', () => {
    expect(
      found('counts', 'В нашем посольстве работают более 50 сотрудников.').map((e) => [e.value, e.attributes.bound]),
    ).toEqual([['50', 'more-than']]);
  });

  it('[V1] a premise is the interviewer’s, and the reaction the official’s', () => {
    const question = 'По данным газеты, в августе вы встретились с посланником Кестории в Остреле. О чем шла речь?';
    expect(found('premises', 'Такой встречи не было.', question).map((e) => e.status)).toEqual(['rejects']);
    expect(found('meetings', 'Такой встречи не было.', question)).toEqual([]);
  });
});
