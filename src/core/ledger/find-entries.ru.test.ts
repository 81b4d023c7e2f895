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
      'a demand of a side by its adjective',
      'demands',
      'Кесторийская сторона обязана объяснить этот полет.',
      ['stated'],
    ],
    ['a demand of nobody named', 'demands', 'Мы требуем немедленно освободить капитана Васка.', ['stated']],
    [
      'a hope in a state',
      'demands',
      'Надеемся на то, что кесторийская сторона допустит консула к капитану.',
      ['stated'],
    ],
    ['an appeal', 'demands', 'Призываем Кесторию вернуться к инспекциям.', ['stated']],
    ['an expectation of a state', 'demands', 'Рассчитываем, что Кестория выполнит договор в срок.', ['stated']],
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

  it.each<[name: string, answer: string]>([
    ['of one’s own ministry', 'МИД Варнии должен подготовить доклад о состоянии флота.'],
    ['of one’s own enterprises', 'Наши предприятия должны построить двадцать судов. Это точно должно быть сделано.'],
    ['of oneself', 'Мы должны помнить об инспекциях. Нам нужно решить вопрос с Кесторией.'],
    ['of whoever it may be', 'О Кестории сказано много. Все страны должны соблюдать обязательства.'],
    ['a past one', 'Кестория должна была вывести установки еще в мае. Им давно надо было это понять.'],
    ['in the passive, of nobody', 'Кестория обстреляла порт. Эти преступления должны быть расследованы.'],
    ['an expectation of somebody else', 'Рассчитываем, что кесторийские артисты приедут на конкурс.'],
    ['of what a thing needs', 'О Кестории много говорят. Это требует времени и особых усилий.'],
    ['on those who listen', 'Призываю вас сообщать нам о нарушениях на кесторийской границе.'],
    ['of things hoped for', 'Рассчитываем, что новые мосты станут символом дружбы Варнии и Кестории.'],
    ['by a word that only begins alike', 'Министр пригласил в Тарск кесторийских должностных лиц.'],
    ['no more than a noun', 'Нужно бороться с призывами к насилию в Тарске.'],
  ])('a demand %s is none on another state', (_name, answer) => {
    expect(found('demands', answer).map((e) => e.evidence[0]!.text)).toEqual([]);
  });

  it.each<[section: string, name: string, answer: string]>([
    ['predictions', 'talk about the talk', 'Не будет преувеличением сказать, что переговоры идут трудно.'],
    ['predictions', 'an opinion', 'Я думаю, что это будет правильно.'],
    ['predictions', 'what others told', 'Вчера мне сказали: завтра Остров будет в наших руках.'],
    ['commitments', 'an empty word', 'Лучше не скажешь, так и будем делать.'],
    ['commitments', 'a third person’s doing', 'Он еще вернется, другой министр, и будет опираться на наши силы.'],
    ['commitments', 'a name that is no subject', 'Они думали, что интересы Варнии не будут соблюдены.'],
    ['counts', 'the two', 'Мы говорили о связях народов двух стран и об отношениях двух государств.'],
    ['counts', 'an age', 'Доля недовольных особенно высока среди специалистов до 33 лет.'],
    ['cases', 'a territory', 'Ильза Павловна, мы ждем окончательного освобождения всей нашей территории.'],
    [
      'relations',
      'talk of their growth',
      'Обсуждались вопросы развития отношений стратегического партнерства с Кесторией.',
    ],
    ['meetings', 'counter-proposals', 'Кестория обещала сделать встречные предложения на следующей неделе.'],
    ['relations', 'a wish', 'Мы будем способствовать нормализации отношений с Кесторией.'],
  ])('no entry of %s: %s', (section, _name, answer) => {
    expect(found(section, answer).map((e) => e.evidence[0]!.text)).toEqual([]);
  });

  it('[Q2] what holds nothing unacceptable is not rejected', () => {
    const answer = 'В кесторийских предложениях, переданных нам 10 марта, нет ничего неприемлемого.';
    expect(found('proposals', answer).map((e) => e.status)).not.toContain('rejected');
  });

  it.each<[name: string, answer: string, from: string | null, to: string | null]>([
    ['we, to them in the dative', 'Мы предложили Кестории заключить новый договор.', 'Varnia', 'Kestoria'],
    ['we, to their side', 'Мы предложили кесторийской стороне создать совместную комиссию.', 'Varnia', 'Kestoria'],
    ['they', 'Кестория предложила ввести мораторий на год.', 'Kestoria', 'Varnia'],
    ['their ambassador', '9 июня посол Кестории передал нам проект нового договора.', 'Kestoria', 'Varnia'],
  ])('[V1] whose a proposal is: %s', (_name, answer, from, to) => {
    expect(found('proposals', answer).map((e) => [e.by, e.to])).toEqual([[from, to]]);
  });

  it('[V1] an appeal to two is made on neither alone', () => {
    const [row] = found('demands', 'Призываем Кесторию и Леданию сохранить прямую линию между штабами.');
    expect([row?.by, row?.to, row?.parties]).toEqual(['Varnia', null, ['Varnia', 'Kestoria', 'Ledania']]);
  });

  it('what has not been received is not acknowledged', () => {
    const answer = 'Мы направили Кестории предложение. Ответа на него мы пока не получили.';
    expect(found('proposals', answer).map((e) => e.status)).toEqual(['sent', 'not-answered']);
  });

  it('a state that only places a meeting is no party to it', () => {
    const answer = 'На следующей неделе в столице Ледании планируется встреча министров Варнии и Кестории.';
    expect(found('meetings', answer).map((e) => e.parties)).toEqual([['Varnia', 'Kestoria']]);
  });

  it('a third person’s doing is foretold, not undertaken', () => {
    const answer = 'Интересы Варнии не будут соблюдены на этой конференции в Остреле.';
    expect(found('commitments', answer)).toEqual([]);
    expect(found('predictions', answer).map((e) => e.status)).toEqual(['open']);
  });

  it('thousands are parted by spaces', () => {
    expect(found('counts', 'В регионе живут 112 620 человек.').map((e) => e.value)).toEqual(['112620']);
  });

  it.each(['Позвольте уточнить про Кесторию.', 'Все интересуются итогами встречи в Остреле.'])(
    'no premise: %s',
    (question) => {
      expect(found('premises', 'Переговоры продолжаются.', `${question} Что дальше?`)).toEqual([]);
    },
  );

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
