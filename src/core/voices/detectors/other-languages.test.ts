import { describe, expect, test } from 'vitest';
import { loadRules } from '../../../intake/rules.ts';
import type { DocumentFacts, Publisher, Rules } from '../../model/index.ts';
import { findTurns } from '../find-turns.ts';
import { identifyVoices } from '../identify-voices.ts';
import { NO_FACTS, NO_RULES, readingOf } from '../scene.fixture.ts';

const { cues } = loadRules();

function turnsOf(text: string, facts: Partial<DocumentFacts> = {}, publishers: Publisher[] = []) {
  const reading = readingOf(text);
  const rules: Rules = { ...NO_RULES, cues, publishers };
  const all = { ...NO_FACTS, ...facts };
  const { items } = findTurns(reading, all, rules);
  const voiced = identifyVoices(reading, all, items, null, rules);
  return voiced.items.map((t) => ({ ...t, words: text.slice(t.bodyStart, t.end).trim() }));
}
const kinds = (turns: { kind: string; speaker: string | null }[]) => turns.map((t) => [t.kind, t.speaker]);

describe('minutes of a house in German', () => {
  const text = [
    'Tagesordnungspunkt 4',
    'Präsidentin Ilse Marenko:',
    'Ich eröffne die Sitzung.',
    'Dr. Orla Kestrin (KP):',
    'Wir fordern: ein Gesetz.',
    '(Beifall bei der KP – Colm Dolan [VF]: Nie im Leben! – Zuruf von der VF)',
    'Zu den Kosten: Sie sinken.',
    'Tomas Belcourt, Bundesminister der Finanzen:',
    'Das Geld fehlt.',
    'Präsidentin Ilse Marenko:',
    'Ich schließe die Sitzung.',
  ].join('\n\n');
  const turns = turnsOf(text, { language: 'de' });
  const talk = turns.filter((t) => t.kind === 'speech');

  test('members, ministers and the chair, each in the form of the house', () => {
    expect(talk.map((t) => t.speaker)).toEqual([
      'Ilse Marenko',
      'Orla Kestrin',
      'Orla Kestrin',
      'Tomas Belcourt',
      'Ilse Marenko',
    ]);
  });
  test('a sentence with a colon inside a speech is no label', () => {
    expect(talk[2]!.words).toBe('Zu den Kosten: Sie sinken.');
  });
  test('[V1] a heckle is its heckler’s, and the speech goes on after it', () => {
    const asides = turns.filter((t) => t.kind === 'aside');
    expect(asides.map((t) => t.speaker)).toEqual([null, 'Colm Dolan', null]);
    expect(talk[2]!.continues).toBeDefined();
  });
  test('the chair leads, members are officials', () => {
    expect(talk.map((t) => t.voice)).toEqual(['moderator', 'official', 'official', 'official', 'moderator']);
  });
});

describe('a Russian page flattened into one line', () => {
  const publisher: Publisher = {
    id: 'dvorets',
    name: 'Дворец',
    kind: 'government',
    hosts: ['dvorets.example'],
    aliases: [],
    signatures: ['dvorets.example/d/'],
    boilerplate: [
      'Смотрите также\\s[^.!?]{3,80}?\\s\\d{1,2}\\s\\p{L}{3,9}\\s\\d{4}\\sгода',
      'Темы\\s[^.]{1,80}dvorets\\.example/d/\\d+',
    ],
    labels: {},
    source: 'invented',
  };
  const text =
    'Встреча с министром Павел Остров принял министра. 3 мая 2031 года 10:15 Варнополь, Дворец П.Остров: Добрый день! Смотрите также Встреча с послами 2 мая 2031 года Как дела? И.Маренко Маренко Ильза Павловна Министр финансов Варнии : Спасибо, хорошо. (Смех.) Мы ответим. П.Остров: Когда? Реплика: Завтра! И.Маренко: Скоро. Темы Экономика dvorets.example/d/76';
  const turns = turnsOf(text, { language: 'ru' }, [publisher]);

  test('head, speeches, asides and furniture apart', () => {
    expect(kinds(turns)).toEqual([
      ['metadata', null],
      ['speech', 'Павел Остров'],
      ['boilerplate', null],
      ['speech', 'Павел Остров'],
      ['speech', 'Ильза Павловна Маренко'],
      ['aside', null],
      ['speech', 'Ильза Павловна Маренко'],
      ['speech', 'Павел Остров'],
      ['speech', 'Реплика'],
      ['speech', 'Ильза Павловна Маренко'],
      ['boilerplate', null],
    ]);
  });
  test('[V2] the label is kept as printed, tooltip included', () => {
    expect(turns[4]!.label).toBe('И.Маренко Маренко Ильза Павловна Министр финансов Варнии:');
  });
  test('without the publisher in data/ its furniture stays in the turn, and nobody else gets it', () => {
    expect(turnsOf(text, { language: 'ru' }).some((t) => t.rule.startsWith('publisher'))).toBe(false);
  });
});

test('the first question of a flattened page stands after its dateline', () => {
  const turns = turnsOf(
    'Ответы на вопросы Павел Остров ответил прессе. 3 мая 2031 года 10:15 Варнополь Вопрос: Что дальше? П.Остров: Ждём. Вопрос: Почему? П.Остров: Так надо. Вопрос: Долго? П.Остров: Нет.',
    { language: 'ru' },
  );
  expect(turns.slice(0, 3).map((t) => [t.kind, t.words])).toEqual([
    ['metadata', 'Ответы на вопросы Павел Остров ответил прессе. 3 мая 2031 года 10:15 Варнополь'],
    ['question', 'Что дальше?'],
    ['answer', 'Ждём.'],
  ]);
});

test('a name quoted inside a Russian sentence opens no turn', () => {
  const turns = turnsOf(
    'Вопрос: Что дальше?\n\nИ.Маренко: Как сказал П.Остров: «Ждём». Мы ждём.\n\nВопрос: Почему?\n\nИ.Маренко: Так надо.',
    {
      language: 'ru',
    },
  );
  expect(turns.map((t) => t.speaker)).toEqual([null, 'И.Маренко', null, 'И.Маренко']);
});

const INTERVIEWS: [string, string, string][] = [
  ['de', 'Frage: Wann kommt das Abkommen?', 'Antwort: Bald.'],
  ['fr', 'Question : Quand viendra l’accord ?', 'Réponse : Bientôt.'],
  ['es', 'Pregunta: ¿Cuándo llegará el acuerdo?', 'Respuesta: Pronto.'],
  ['uk', 'Питання: Коли буде угода?', 'Відповідь: Скоро.'],
  ['ru', 'Вопрос: Когда будет соглашение?', 'Ответ: Скоро.'],
];
test.each(INTERVIEWS)('%s: question and answer by their label words, nobody named', (language, question, answer) => {
  const turns = turnsOf([question, answer, question, answer].join('\n\n'), { language });
  expect(turns.map((t) => [t.kind, t.voice, t.speaker])).toEqual([
    ['question', 'interviewer', null],
    ['answer', 'official', null],
    ['question', 'interviewer', null],
    ['answer', 'official', null],
  ]);
});

test('[V1] a language without label words gives no voice at all', () => {
  const turns = turnsOf('Ein gutta gekk ut. Han sa at det var kaldt.\n\nDet var alt.', { language: 'no' });
  expect(turns.every((t) => t.speaker === null)).toBe(true);
});
