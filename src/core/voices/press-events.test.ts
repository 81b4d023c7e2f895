import { describe, expect, it } from 'vitest';
import { loadRules } from '../../intake/rules.ts';
import type { DocumentFacts } from '../model/index.ts';
import { findTurns } from './find-turns.ts';
import { identifyVoices } from './identify-voices.ts';
import { NO_FACTS, readingOf } from './scene.fixture.ts';

const known = loadRules();
/** Two invented people, whom leads name. */
const people = [
  { id: 'semyon-marov', name: 'Semyon Marov', ru: 'Семён Маров' },
  { id: 'inga-lund', name: 'Inga Lund', ru: 'Инга Лунд' },
].map(({ ru, ...p }) => ({ ...p, names: { ru }, aliases: [], tenures: [], source: 'invented' }));
const rules = { ...known, people: [...known.people, ...people] };

interface Case {
  readonly title?: string;
  readonly language?: string;
  readonly kind?: DocumentFacts['kind'];
  /** lines that are headings of the markup */
  readonly headings?: readonly string[];
  /** lines in bold */
  readonly bold?: readonly string[];
  readonly text: string;
  readonly turns: readonly string[];
}

/** Invented pages of ministries, in prints that were met on real ones: `kind voice speaker | first words`, talk and the tail. */
const CASES: Record<string, Case> = {
  'a spokesperson with the office each time is no sitting: who is named once asks': {
    title: 'Transcript of Weekly Media Briefing',
    kind: 'briefing',
    text: 'Ms Ilse Marenko, Official Spokesperson: Good afternoon. I open the floor.\n\nPer Dahl: Per Dahl from the Herald. Has the envoy arrived? He was due.\n\nAnna: Anna from the Courier. Will the talks go on?\n\nMs Ilse Marenko, Official Spokesperson: They will go on. I have no date.\n\nPer Dahl: I just wanted to know of the visas.\n\nMs Ilse Marenko, Official Spokesperson: There is no news of them.',
    turns: [
      'speech official Ilse Marenko | Good afternoon.',
      'question interviewer Per Dahl | Per Dahl',
      'question interviewer Anna | Anna from',
      'answer official Ilse Marenko | They will',
      'question interviewer Per Dahl | I just',
      'answer official Ilse Marenko | There is',
    ],
  },
  'a surname and a station ask, and a colon without a space is still one': {
    title: 'Press Conference by Foreign Minister Ilse Marenko',
    kind: 'briefing',
    text: 'Orn, Coast TV: Is it true that they met?\n\nForeign Minister Ilse Marenko: I have seen the report.\n\nOrn, Coast TV: So there was no contact?\n\nMinister Marenko:There was none.\n\nDahl, Hill Radio: Please tell us more.\n\nMinister Marenko: Nothing is decided.',
    turns: [
      'question interviewer Orn, Coast TV | Is it',
      'answer official Ilse Marenko | I have',
      'question interviewer Orn, Coast TV | So there',
      'answer official Ilse Marenko | There was',
      'question interviewer Dahl, Hill Radio | Please tell',
      'answer official Ilse Marenko | Nothing is',
    ],
  },
  'a word for a question before a name, a chair by an abbreviation, a list of speakers': {
    language: 'de',
    kind: 'briefing',
    title: 'Mitschrift der Pressekonferenz',
    text: 'Sprecher: StS Marenko, Orn (BMX), Dahl (AA)\n\nFrage: Ist das Abkommen tot?\n\nOrn: Nein, es lebt.\n\nFrage Bole: Wann reden Sie?\n\nDahl: Wir reden jetzt.\n\nStS Marenko: So ist es.\n\nFrage Dr. Bole: Und dann?\n\nOrn: Dann warten wir.\n\nStS Marenko: Dem ist nichts hinzuzufügen.\n\nVors. Bred: Dann schließen wir.\n\nQuelle: https://regierung.example/7',
    turns: [
      'question interviewer nobody | Ist das',
      'answer official Orn | Nein, es',
      'question interviewer Bole | Wann reden',
      'answer official Dahl | Wir reden',
      'answer official StS Marenko | So ist',
      'question interviewer Dr. Bole | Und dann?',
      'answer official Orn | Dann warten',
      'answer official StS Marenko | Dem ist',
      'answer moderator Vors. Bred | Dann schließen',
    ],
  },
  'ideographs before a colon': {
    kind: 'briefing',
    text: '海岸日报记者:我们注意到会谈已经结束。你可否介绍?\n\nCoast Daily: We noted that the talks ended. Can you share more?\n\n马连科:会谈很好。\n\nIlse Marenko: The talks were good.\n\n海岸日报记者:还有呢?\n\nCoast Daily: And then?\n\n马连科:我不了解。\n\nIlse Marenko: I am not aware of it.',
    turns: [
      'question interviewer 海岸日报记者 | 我们注意到会谈已经结束。你可否介绍?',
      'question interviewer Coast Daily | We noted',
      'answer official 马连科 | 会谈很好。',
      'answer official Ilse Marenko | The talks',
      'question interviewer 海岸日报记者 | 还有呢?',
      'question interviewer Coast Daily | And then?',
      'answer official 马连科 | 我不了解。',
      'answer official Ilse Marenko | I am',
    ],
  },
  'the lines under a transcript are nobody’s': {
    text: 'QUESTION: Will you sign the treaty this year?\n\nMINISTER MARENKO: We will not sign it this year.\n\nQUESTION: And in the next year, if they ask?\n\nMINISTER MARENKO: We will see what they offer us.\n\nThat is all I can say of it.\n\n(end transcript)\n\n(Distributed by the Bureau of Papers. Site: http://varnia.example)\n\nVarn, 8 July 2019',
    turns: [
      'question interviewer nobody | Will you',
      'answer official MINISTER MARENKO | We will',
      'question interviewer nobody | And in',
      'answer official MINISTER MARENKO | We will … say of it.',
    ],
  },
  'the host of a podcast, with the time behind the name': {
    text: 'In this episode, host Anna Cole talks to Ambassador Ilse Marenko.\n\nAnna Cole [00:05] Welcome to the show.\n\nAmb. Ilse Marenko [00:31] Thank you for having me.\n\nAnna Cole [00:35] How did it begin?\n\nAmb. Ilse Marenko [00:41] It began in the spring.\n\nAnna Cole [01:05] Thank you so much.',
    turns: [
      'question interviewer Anna Cole | Welcome to',
      'answer official Ilse Marenko | Thank you',
      'question interviewer Anna Cole | How did',
      'answer official Ilse Marenko | It began',
      'question interviewer Anna Cole | Thank you',
    ],
  },
  'a title that says at which council somebody speaks': {
    title: 'River Affairs Council: Press remarks by President Ilse Marenko upon arrival',
    text: 'River Affairs Council: Press remarks by President Ilse Marenko upon arrival\n\nGood morning,\n\nWe will discuss the river today.\n\nIt has been a hard year for us.',
    turns: ['speech official Ilse Marenko | Good morning,'],
  },
  'what the spokesperson says before the first question': {
    title: 'Daily Press Briefing by the Office of the Spokesperson',
    kind: 'briefing',
    text: 'The following is a transcript of the noon briefing by Ilse Marenko, Spokesperson for the Council.\n\nGood afternoon. We have two guests today.\n\nOn the river\n\nWe thank the states that sent boats.\n\nQuestion: Who sent them?\n\nSpokesperson: I have no list.\n\nCorrespondent: But there is one.\n\nSpokesperson: I have not seen it.',
    turns: [
      'speech official Ilse Marenko | Good afternoon.',
      'speech official Ilse Marenko | We thank',
      'question interviewer nobody | Who sent',
      'answer official Ilse Marenko | I have',
      'question interviewer nobody | But there',
      'answer official Ilse Marenko | I have',
    ],
  },
  'a briefing whose title has the name in the genitive': {
    title: 'Брифинг официального представителя МИД Варнии Н.Н.Ивановой, Тарск, 29 января 2016 года',
    language: 'ru',
    kind: 'briefing',
    text: 'О визите Министра иностранных дел Варнии С.П.Марова\n\n1-3 февраля состоится визит Министра. Мы его готовим.\n\nО реке\n\nХотела бы подчеркнуть, что мы ждём ответа.\n\nВопрос: Когда он придёт?\n\nОтвет: Мы не знаем.\n\nВопрос: А потом?\n\nОтвет: Потом увидим.',
    turns: [
      'speech official Н.Н.Иванова | 1-3 февраля',
      'speech official Н.Н.Иванова | Хотела бы',
      'question interviewer nobody | Когда он',
      'answer official Н.Н.Иванова | Мы не',
      'question interviewer nobody | А потом?',
      'answer official Н.Н.Иванова | Потом увидим.',
    ],
  },
  'a speech whose title has the name in the genitive': {
    title: 'Выступление Министра иностранных дел Варнии С.П.Марова на сессии Ассамблеи',
    language: 'ru',
    kind: 'speech',
    text: '1936-25-09\n\nУважаемый господин Председатель,\n\nВ последнее время всё чаще слышны разговоры о реке. Мы с этим не согласны.',
    turns: ['speech official С.П.Маров | Уважаемый господин'],
  },
  'two in the genitive: it is nobody’s': {
    title: 'Пресс-конференция Министра С.П.Марова и Министра К.Дорна',
    language: 'ru',
    text: 'Уважаемые дамы и господа!\n\nМы провели переговоры. Мы довольны ими.',
    turns: [],
  },
  'a statement on the release of people is not theirs; the publisher says whose it is': {
    title: 'Ilse Marenko – 2025 Statement on the Release of Three Hostages in Kestoria',
    text: 'The statement made by Ilse Marenko, the Prime Minister, on 19 January 2025.\n\nThe release of three hostages is good news. I wish them well.',
    turns: ['speech official Ilse Marenko | The release'],
  },
  'Spanish, the statement before the questions': {
    title:
      'Discurso y respuestas a preguntas de los medios ofrecidas por la Ministra de Exteriores de Varnia, Ilse Marenko, en Tarsk',
    language: 'es',
    text: 'Finalizamos nuestra visita a Tarsk. Hemos constatado varios problemas.\n\nPregunta: ¿Se trató el río?\n\nRespuesta: Sí, mucho.\n\nPregunta: ¿Y el puerto?\n\nRespuesta: También.',
    turns: [
      'speech official Ilse Marenko | Finalizamos nuestra',
      'question interviewer nobody | ¿Se trató',
      'answer official Ilse Marenko | Sí, mucho.',
      'question interviewer nobody | ¿Y el',
      'answer official Ilse Marenko | También.',
    ],
  },
  'Spanish labels before a stop and a dash': {
    language: 'es',
    text: 'Anna Cole (Moderadora).- Buenos días.\n\nIlse Marenko.- Estoy muy contenta.\n\nSr. Orn.- Muchas gracias.\n\nAnna Cole.- Pasamos a las preguntas.\n\nP.- ¿Qué espera usted?\n\nSr. Orn.- Un diálogo franco.\n\nIlse Marenko.- Lo mismo.',
    turns: [
      'speech moderator Anna Cole | Buenos días.',
      'speech official Ilse Marenko | Estoy muy',
      'speech official Sr. Orn | Muchas gracias.',
      'speech moderator Anna Cole | Pasamos a',
      'question interviewer nobody | ¿Qué espera',
      'answer official Sr. Orn | Un diálogo',
      'answer official Ilse Marenko | Lo mismo.',
    ],
  },
  'French names before a dash, beside Q': {
    language: 'fr',
    text: 'Ilse Marenko - Je suis heureuse.\n\nPer Orn - Je vous remercie.\n\nQ - Et le fleuve ?\n\nIlse Marenko - Il reste ouvert.',
    turns: [
      'speech official Ilse Marenko | Je suis',
      'speech official Per Orn | Je vous',
      'question interviewer nobody | Et le',
      'answer official Ilse Marenko | Il reste',
    ],
  },
  'who speaks stands as headings; a name over the first of them is a byline': {
    kind: 'briefing',
    headings: ['Per Orn', 'President Marenko', 'Prime Minister', 'Question'],
    text: 'A transcript of the press conference with Prime Minister Per Orn and President Marenko in Tarsk.\n\nPer Orn\n\nPresident Marenko\n\nI welcome you here.\n\nPrime Minister\n\nThank you for that.\n\nQuestion\n\nWill you sign it?\n\nPrime Minister\n\nI will not.\n\nQuestion\n\nWill you?\n\nPresident Marenko\n\nNor will I.',
    turns: [
      'speech official President Marenko | I welcome',
      'speech official Per Orn | Thank you',
      'question interviewer nobody | Will you',
      'answer official Per Orn | I will',
      'question interviewer nobody | Will you?',
      'answer official President Marenko | Nor will',
    ],
  },
  'only questions have a label': {
    kind: 'briefing',
    text: 'Q - Do you have a comment on the river ?\nI have none. There will be a meeting.\n\nQ - You have no position ?\nWe have several.',
    turns: [
      'question interviewer nobody | Do you',
      'answer unknown nobody | I have',
      'question interviewer nobody | You have',
      'answer unknown nobody | We have',
    ],
  },
  'the hours of a live page': {
    text: '13.25 On the talks with Kestoria\n\nIlse Marenko: They go well. We wait.\n\n13.21 On the ships in the strait\n\nIlse Marenko: There are rules. We keep them.\n\n13.18 On the harbour\n\nIlse Marenko: It stays open.',
    turns: [
      'speech official Ilse Marenko | They go',
      'speech official Ilse Marenko | There are',
      'speech official Ilse Marenko | It stays',
    ],
  },
  'dashes that take turns under a headline that quotes': {
    language: 'ru',
    title: 'Семён Маров: медлить нельзя',
    text: 'Министр рассказал в интервью о реке и о портах на ней.\n\n- Где будет встреча?\n\n- Место не согласовано.\n\nМы его ищем.\n\n- А когда она будет?\n\n- Мы готовы к любой дате.',
    turns: [
      'question interviewer nobody | Где будет',
      'answer official Семён Маров | Место не',
      'question interviewer nobody | А когда',
      'answer official Семён Маров | Мы готовы',
    ],
  },
  'dashes under a lead that names who was asked': {
    language: 'ru',
    title: 'Интервью главы МИД',
    text: 'Министр иностранных дел Семён Маров рассказал в интервью, почему он не ждёт вестей.\n\n- Где будет встреча?\n\n- Место не согласовано.\n\n- А когда она будет?\n\n- Дня тоже нет.',
    turns: [
      'question interviewer nobody | Где будет',
      'answer official Семён Маров | Место не',
      'question interviewer nobody | А когда',
      'answer official Семён Маров | Дня тоже',
    ],
  },
  'dashes under a lead that names two': {
    language: 'ru',
    title: 'Интервью главы МИД',
    text: 'Семён Маров рассказал в интервью, что думает Инга Лунд.\n\n- Где будет встреча?\n\n- Место не согласовано.\n\n- А когда она будет?\n\n- Дня тоже нет.',
    turns: [
      'question interviewer nobody | Где будет',
      'answer unknown nobody | Место не',
      'question interviewer nobody | А когда',
      'answer unknown nobody | Дня тоже',
    ],
  },
  'a headline that quotes without marks, over a title of its own and a lead': {
    language: 'ru',
    title: 'Интервью Семёна Марова',
    text: 'Семён Маров: медлить больше нельзя\n\nТарск. 7 февраля. Министр рассказал о реке, и мы его слушали.\n\n- Где будет встреча?\n\n- Место не согласовано. Мы его ищем.',
    turns: [],
  },
  'two names that stand once each': {
    language: 'ru',
    title: 'Интервью Семёна Марова',
    text: 'Пётр Корский: Семён Ильич, где будет встреча? Мы о ней не слышали.\n\nСемён Маров: Место не согласовано. Мы его ищем.',
    turns: [],
  },
  'dashes that do not take turns': {
    language: 'ru',
    title: 'Семён Маров: медлить нельзя',
    text: 'Министр рассказал в интервью о реке и о портах на ней.\n\n- Где будет встреча?\n\n- Место не согласовано.\n\n- Мы его ищем.\n\n- А когда она будет?',
    turns: [],
  },
  'a blog that copied an interview: a headline that quotes, a closing remark, readers who write labels and say we': {
    text: 'Ilse Marenko: "Nobody will win this"\n\nDear readers, here is a translation of what she said. I mended the worst.\n\nQuestion: Will you sign?\n\nMarenko: We will not sign it.\n\nQuestion: Why not?\n\nMarenko: The text is not ready.\n\n14 thoughts on "Nobody will win this"\n\nMarta says:\nMay 4, 2024 at 10:12\nWe will never sign with them.\n\nOld Tom says:\nQuestion: who pays her?',
    turns: [
      'question interviewer nobody | Will you',
      'answer official Ilse Marenko | We will',
      'question interviewer nobody | Why not?',
      'answer official Ilse Marenko | The text',
    ],
  },
  'a member asks in writing; the reply is by whom the title announces': {
    title: "Minister for Foreign Affairs Dr Ilse Marenko's Oral Reply to Parliamentary Questions, 3 August 2022",
    bold: ['REPLY'],
    text: 'QUESTION\n\nMr Per Dahl Orn: To ask the Minister for Foreign Affairs what is known of the river.\n\nREPLY\n\nMr Speaker, we are worried. We have said so.',
    turns: ['question interviewer Per Dahl Orn | To ask', 'answer official Ilse Marenko | Mr Speaker,'],
  },
  'an outlet by its letter in quotation marks': {
    language: 'ru',
    text: '«Т.»: Когда будут переговоры?\n\nС.М.: Они уже идут.\n\n«Т.»: А санкции?\n\nС.М.: О них мы не говорим.',
    turns: [
      'question interviewer «Т.» | Когда будут',
      'answer official С.М | Они уже',
      'question interviewer «Т.» | А санкции?',
      'answer official С.М | О них',
    ],
  },
  'numbers of pages and notes in brackets between the turns': {
    text: 'QUESTION: And the fleet, will it sail?\n\nMS. MARENKO: The fleet stays at home.\n\n1\n\nIt has always been so.\n\n[Replay of earlier clip]\n\nQUESTION: And then?\n\nMS. MARENKO: Then we wait.',
    turns: [
      'question interviewer nobody | And the',
      'answer official MS. MARENKO | The fleet',
      'answer official MS. MARENKO | It has',
      'question interviewer nobody | And then?',
      'answer official MS. MARENKO | Then we',
    ],
  },
  'an office in two, and a line that is not said': {
    title: 'Kestoria: Press remarks by High Representative/Vice-President Ilse Marenko after the meeting',
    text: 'Check against delivery!\n\nThank you for your welcome. We have had a long meeting.',
    turns: ['speech official Ilse Marenko | Thank you'],
  },
  'a sub-heading and a note in the type of the questions': {
    title: 'An interview with Foreign Minister Ilse Marenko',
    bold: ['Are the talks over?', 'On the fleet', 'And the fleet?', 'This interview has been edited.'],
    text: 'Are the talks over?\n\nThey are not over.\n\nOn the fleet\n\nIt is a short chapter.\n\nAnd the fleet?\n\nIt stays at home.\n\nThis interview has been edited.',
    turns: [
      'question interviewer nobody | Are the',
      'answer official Ilse Marenko | They are',
      'answer official Ilse Marenko | It is',
      'question interviewer nobody | And the',
      'answer official Ilse Marenko | It stays',
    ],
  },
  'questions in bold under a lead that tells of an interview; nobody knows who answers': {
    title: 'The river belongs to all: minister',
    bold: ['What will you do first?', 'And then?'],
    text: 'The minister talked to local media about her plans.\n\nWhat will you do first?\n\nI will wait for an answer.\n\nAnd then?\n\nI will go home again.',
    turns: [
      'question interviewer nobody | What will',
      'answer unknown nobody | I will',
      'question interviewer nobody | And then?',
      'answer unknown nobody | I will',
    ],
  },
};

describe('[V1][V2] briefings, press conferences and titled speeches', () => {
  for (const [name, { text, title, language, kind, turns, headings, bold }] of Object.entries(CASES))
    it(name, () => {
      const plain = readingOf(text);
      const lineOf = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
      const reading = {
        ...plain,
        blocks: plain.blocks.map((b) =>
          headings?.includes(lineOf(b)) ? { ...b, kind: 'heading' as const, zone: 'heading' as const } : b,
        ),
        marks: plain.blocks
          .filter((b) => bold?.includes(lineOf(b)))
          .map(({ start, end }) => ({ kind: 'strong' as const, start, end })),
      };
      const facts = { ...NO_FACTS, language: language ?? 'en', title: title ?? null, kind: kind ?? null };
      const { items } = identifyVoices(reading, facts, findTurns(reading, facts, rules).items, null, rules);
      const shown = items
        .filter((t) => t.label !== null || t.kind === 'speech' || t.kind === 'question' || t.kind === 'answer')
        .map((t) => {
          const words = text.slice(t.bodyStart, t.end).trim().split(/\s+/);
          const end =
            words.length > 12 && t === items.findLast((u) => u.label !== null) ? ` … ${words.slice(-3).join(' ')}` : '';
          return `${t.kind} ${t.voice} ${t.speaker ?? 'nobody'} | ${words.slice(0, 2).join(' ')}${end}`;
        });
      expect(shown).toEqual(turns);
    });
});
