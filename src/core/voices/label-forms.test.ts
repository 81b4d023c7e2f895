import { describe, expect, it } from 'vitest';
import { loadRules } from '../../intake/rules.ts';
import { findTurns } from './find-turns.ts';
import { NO_FACTS, readingOf } from './scene.fixture.ts';

const rules = loadRules();

/** Invented interviews, one for each way in which print names who speaks; `kind label | body`, ↩ where a turn goes on. */
const CASES: Record<string, { text: string; turns: string[] }> = {
  'NAME.': {
    text: 'MARENKO. We are ready for the talks.\n\nREPORTER. When do they begin?\n\nMARENKO. Soon. We said so in May.\n\nREPORTER. Thank you.',
    turns: [
      'speech MARENKO. | We are ready for the talks.',
      'question REPORTER. | When do they begin?',
      'answer MARENKO. | Soon. We said so in May.',
      'question REPORTER. | Thank you.',
    ],
  },
  'Q -': {
    text: 'Q - Will Varnia sign the treaty?\n\nA - We will not sign it now.\n\nQ - Why?\n\nA - The text is not ready.',
    turns: [
      'question Q | Will Varnia sign the treaty?',
      'answer A | We will not sign it now.',
      'question Q | Why?',
      'answer A | The text is not ready.',
    ],
  },
  'outlets, each once': {
    text: 'Ilse Marenko: We have an announcement.\n\nPort TV: According to reports the talks begin. What is your comment?\n\nIlse Marenko: We have noted the reports.\n\nKTV reporter: Please tell us of the ferry.\n\nIlse Marenko: It sails at noon.\n\nHarbour Shimbun, Ostrav: I would like to ask about the visas.\n\nIlse Marenko: They are issued.',
    turns: [
      'speech Ilse Marenko: | We have an announcement.',
      'question Port TV: | According to reports the talks begin. What is your comment?',
      'answer Ilse Marenko: | We have noted the reports.',
      'question KTV reporter: | Please tell us of the ferry.',
      'answer Ilse Marenko: | It sails at noon.',
      'question Harbour Shimbun, Ostrav: | I would like to ask about the visas.',
      'answer Ilse Marenko: | They are issued.',
    ],
  },
  'who was sent, once': {
    text: 'Minister Marenko: I have an announcement at the outset. I will visit Kestoria.\n\nHarbour Shimbun, Ostrav: I would like to ask about the talks.\n\nMinister Marenko: They will go on.',
    turns: [
      'speech Minister Marenko: | I have an announcement at the outset. I will visit Kestoria.',
      'question Harbour Shimbun, Ostrav: | I would like to ask about the talks.',
      'answer Minister Marenko: | They will go on.',
    ],
  },
  'other names of one body are nobody’s labels': {
    text: 'The Council decides to remain seized.\n\nTHE HARBOUR MEN, AKA: MEN OF THE HARBOUR, AKA: FRIENDS OF THE PORT\n\nThey have engaged in acts.',
    turns: [
      'commentary | The Council decides to remain seized. THE HARBOUR MEN, AKA: MEN OF THE HARBOUR, AKA: FRIENDS OF THE PORT They have engaged in acts.',
    ],
  },
  'own-line': {
    text: 'Ilse Marenko\n\nWe are ready for the talks. The text is here.\n\nTomas Bole\n\nWhen do they begin?\n\nIlse Marenko\n\nSoon. We said so in May.\n\nTomas Bole\n\nThank you very much.',
    turns: [
      'speech Ilse Marenko | We are ready for the talks. The text is here.',
      'question Tomas Bole | When do they begin?',
      'answer Ilse Marenko | Soon. We said so in May.',
      'question Tomas Bole | Thank you very much.',
    ],
  },
  'office and aside': {
    text: 'MODERATOR: Welcome to you all.\n\nMINISTER MARENKO (through interpreter): Thank you for having me.\n\nMR. BOLE, Deputy Minister of Trade: I agree with her.\n\nMINISTER MARENKO (in English): One more thing.\n\nPRESIDENT OSTRAV OF KESTORIA: We agree.',
    turns: [
      'speech MODERATOR: | Welcome to you all.',
      'speech MINISTER MARENKO (through interpreter): | Thank you for having me.',
      'speech MR. BOLE, Deputy Minister of Trade: | I agree with her.',
      'speech MINISTER MARENKO (in English): | One more thing.',
      'speech PRESIDENT OSTRAV OF KESTORIA: | We agree.',
    ],
  },
  'label alone': {
    text: 'MS. ARDEN:\n\nWe are ready.\n\nMR. BOLE:\n\nSo are we.\n\nMS. ARDEN:\nGood. Let us begin.',
    turns: [
      'speech MS. ARDEN: | We are ready.',
      'speech MR. BOLE: | So are we.',
      'speech MS. ARDEN: | Good. Let us begin.',
    ],
  },
  'mid paragraph': {
    text: 'MS. ARDEN: We are ready. MR. BOLE: So are we.\n\nMS. ARDEN: Good. MR. BOLE: Let us begin.',
    turns: [
      'speech MS. ARDEN: | We are ready.',
      'speech MR. BOLE: | So are we.',
      'speech MS. ARDEN: | Good.',
      'speech MR. BOLE: | Let us begin.',
    ],
  },
  flat: {
    text: 'Question: Will Varnia sign the treaty? Marenko: We will not sign it now. Question: Why? Marenko: The text is not ready. As she said: it takes time. Question: When will it be? Marenko: I cannot say.',
    turns: [
      'question Question: | Will Varnia sign the treaty?',
      'answer Marenko: | We will not sign it now.',
      'question Question: | Why?',
      'answer Marenko: | The text is not ready. As she said: it takes time.',
      'question Question: | When will it be?',
      'answer Marenko: | I cannot say.',
    ],
  },
  'flat caps': {
    text: 'ANNA COLE, HOST: Welcome back. Minister, good to see you. ILSE MARENKO: Good to be here. COLE: Will you sign? MARENKO: We will. Note: that is not a promise. COLE: At 10:30 today? MARENKO: Yes.',
    turns: [
      'question ANNA COLE, HOST: | Welcome back. Minister, good to see you.',
      'answer ILSE MARENKO: | Good to be here.',
      'question COLE: | Will you sign?',
      'answer MARENKO: | We will. Note: that is not a promise.',
      'question COLE: | At 10:30 today?',
      'answer MARENKO: | Yes.',
    ],
  },
  clip: {
    text: 'ANNA COLE: Here is what the minister said.\n\n(BEGIN VIDEO CLIP)\n\nILSE MARENKO: We will never sign.\n\n(END VIDEO CLIP)\n\nThat was in May. With us is her deputy.\n\nTOMAS BOLE: Good evening.',
    turns: [
      'speech ANNA COLE: | Here is what the minister said.',
      'aside | (BEGIN VIDEO CLIP)',
      'speech ILSE MARENKO: | We will never sign.',
      'aside | (END VIDEO CLIP)',
      'speech | That was in May. With us is her deputy.',
      'speech TOMAS BOLE: | Good evening.',
    ],
  },
  clip2: {
    text: 'ANNA COLE: Here is what the minister said.\n\n(BEGIN VIDEO CLIP)\n\nILSE MARENKO: We will never sign.\n\n(END VIDEO CLIP)\n\nANNA COLE: That was in May. With us is her deputy.\n\nTOMAS BOLE: Good evening.',
    turns: [
      'speech ANNA COLE: | Here is what the minister said.',
      'aside | (BEGIN VIDEO CLIP)',
      'speech ILSE MARENKO: | We will never sign.',
      'aside | (END VIDEO CLIP)',
      'speech ANNA COLE: | That was in May. With us is her deputy.',
      'speech TOMAS BOLE: | Good evening.',
    ],
  },
  'list colons': {
    text: 'Ilse Marenko: Three things matter. First: the border. Second: the fleet.\n\nBorder: it stays open.\n\nFleet: it stays home.\n\nAnna Cole: And the rest?\n\nIlse Marenko: John 3:16 says it. The ratio is 2:1 and the hour 10:30.\n\nAnna Cole: Thank you.\n\nIlse Marenko: As the President put it: never again.',
    turns: [
      'speech Ilse Marenko: | Three things matter. First: the border. Second: the fleet. Border: it stays open. Fleet: it stays home.',
      'question Anna Cole: | And the rest?',
      'answer Ilse Marenko: | John 3:16 says it. The ratio is 2:1 and the hour 10:30.',
      'question Anna Cole: | Thank you.',
      'answer Ilse Marenko: | As the President put it: never again.',
    ],
  },
  article: {
    text: 'The minister arrived on Monday. Marenko: "We will sign." She left.\n\nHer deputy said: no.\n\nMarenko: the woman who signed. A long portrait of the politician follows here.\n\nThe talks: what we know\n\nThey began in May.',
    turns: [
      'commentary | The minister arrived on Monday. Marenko: "We will sign." She left. Her deputy said: no. Marenko: the woman who signed. A long portrait of the politician follows here. The talks: what we know They began in May.',
    ],
  },
  'surname after full': {
    text: 'Varnia Today: Minister, will you sign the treaty?\n\nIlse Marenko: We will.\n\nVarnia Today: When?\n\nMarenko: In May.\n\nVT: Really?\n\nMarenko: Yes, in May.',
    turns: [
      'question Varnia Today: | Minister, will you sign the treaty?',
      'answer Ilse Marenko: | We will.',
      'question Varnia Today: | When?',
      'answer Marenko: | In May.',
      'question VT: | Really?',
      'answer Marenko: | Yes, in May.',
    ],
  },
  'intro outro': {
    text: 'Foreign minister Ilse Marenko spoke to Anna Cole of the Varnia Herald. The interview was recorded in May and is printed here in full.\n\nCole: Will you sign?\n\nMarenko: We will.\n\nCole: When?\n\nMarenko: In May. I am sure of it.\n\nThe interview was conducted by Anna Cole.',
    turns: [
      'commentary | Foreign minister Ilse Marenko spoke to Anna Cole of the Varnia Herald. The interview was recorded in May and is printed here in full.',
      'question Cole: | Will you sign?',
      'answer Marenko: | We will.',
      'question Cole: | When?',
      'answer Marenko: | In May. I am sure of it.',
      'commentary | The interview was conducted by Anna Cole.',
    ],
  },
  heckle: {
    text: 'MS. ARDEN:  We will win this.\n\nAUDIENCE MEMBER:  Never!\n\nMS. ARDEN:  (Laughter.)  We will.  AUDIENCE:  Four more years!  Four more years!\n\nMS. ARDEN:  Thank you.',
    turns: [
      'speech MS. ARDEN: | We will win this.',
      'speech AUDIENCE MEMBER: | Never!',
      'speech MS. ARDEN: | ',
      'aside | (Laughter.)',
      '↩speech | We will.',
      'speech AUDIENCE: | Four more years! Four more years!',
      'speech MS. ARDEN: | Thank you.',
    ],
  },
  'two spaces Q': {
    text: 'MS. ARDEN:  Good afternoon.\n\nQ    Will you sign?\n\nMS. ARDEN:  We will.\n\nQ    When?\n\nMS. ARDEN:  Soon.',
    turns: [
      'speech MS. ARDEN: | Good afternoon.',
      'question Q | Will you sign?',
      'answer MS. ARDEN: | We will.',
      'question Q | When?',
      'answer MS. ARDEN: | Soon.',
    ],
  },
  'Q one space': {
    text: 'MS. ARDEN: Good afternoon.\n\nQ Will you sign?\n\nMS. ARDEN: We will.\n\nQ When?\n\nMS. ARDEN: Soon.',
    turns: [
      'speech MS. ARDEN: | Good afternoon.',
      'question Q | Will you sign?',
      'answer MS. ARDEN: | We will.',
      'question Q | When?',
      'answer MS. ARDEN: | Soon.',
    ],
  },
  'Mr. in Hansard': {
    text: 'The Minister of Trade (Ilse Marenko): I beg to move the motion.\n\nTomas Bole (Eastmarch) (Free Plains): Will she give way?\n\nIlse Marenko: I will.\n\nMr. Deputy Speaker: Order. The hon. Member must sit.\n\nSeveral hon. Members: Hear, hear.\n\nTomas Bole: I am grateful.',
    turns: [
      'speech The Minister of Trade (Ilse Marenko): | I beg to move the motion.',
      'question Tomas Bole (Eastmarch) (Free Plains): | Will she give way?',
      'answer Ilse Marenko: | I will.',
      'answer Mr. Deputy Speaker: | Order. The hon. Member must sit.',
      'answer Several hon. Members: | Hear, hear.',
      'question Tomas Bole: | I am grateful.',
    ],
  },
  brackets: {
    text: '[Anna Cole]: Will you sign?\n\n[Ilse Marenko]: We will.\n\n[Anna Cole]: When?\n\n[Ilse Marenko]: Soon.',
    turns: [
      'question [Anna Cole]: | Will you sign?',
      'answer [Ilse Marenko]: | We will.',
      'question [Anna Cole]: | When?',
      'answer [Ilse Marenko]: | Soon.',
    ],
  },
  timestamps: {
    text: '[00:01:15] Anna Cole: Will you sign?\n\n[00:01:22] Ilse Marenko: We will.\n\n[00:02:01] Anna Cole: When?\n\n[00:02:15] Ilse Marenko: Soon.',
    turns: [
      'question Anna Cole: | Will you sign?',
      'answer Ilse Marenko: | We will.',
      'question Anna Cole: | When?',
      'answer Ilse Marenko: | Soon.',
    ],
  },
  'timestamps own': {
    text: 'Anna Cole (00:15):\nWill you sign?\n\nIlse Marenko (00:22):\nWe will.\n\nAnna Cole (01:01):\nWhen?\n\nIlse Marenko (01:15):\nSoon.',
    turns: [
      'question Anna Cole (00:15): | Will you sign?',
      'answer Ilse Marenko (00:22): | We will.',
      'question Anna Cole (01:01): | When?',
      'answer Ilse Marenko (01:15): | Soon.',
    ],
  },
  'speaker n': {
    text: 'Speaker 1: Will you sign?\n\nSpeaker 2: We will.\n\nSpeaker 1: When?\n\nSpeaker 2: Soon.',
    turns: [
      'question Speaker 1: | Will you sign?',
      'answer Speaker 2: | We will.',
      'question Speaker 1: | When?',
      'answer Speaker 2: | Soon.',
    ],
  },
  chevrons: {
    text: '>> ANNA COLE: Will you sign?\n>> ILSE MARENKO: We will.\n>> ANNA COLE: When?\n>> ILSE MARENKO: Soon.',
    turns: [
      'question ANNA COLE: | Will you sign?',
      'answer ILSE MARENKO: | We will.',
      'question ANNA COLE: | When?',
      'answer ILSE MARENKO: | Soon.',
    ],
  },
  initials: {
    text: 'AC: Will you sign?\n\nIM: We will.\n\nAC: When?\n\nIM: Soon.\n\nAC: Thank you.\n\nIM: Thank you.',
    turns: [
      'question AC: | Will you sign?',
      'answer IM: | We will.',
      'question AC: | When?',
      'answer IM: | Soon.',
      'question AC: | Thank you.',
      'answer IM: | Thank you.',
    ],
  },
  'outlet question': {
    text: 'Kestoria Times: Will you sign?\n\nForeign Minister Marenko: We will.\n\nKestoria Times: When?\n\nForeign Minister Marenko: Soon.',
    turns: [
      'question Kestoria Times: | Will you sign?',
      'answer Foreign Minister Marenko: | We will.',
      'question Kestoria Times: | When?',
      'answer Foreign Minister Marenko: | Soon.',
    ],
  },
  'dash names': {
    text: 'Anna Cole — Will you sign the treaty this year?\n\nIlse Marenko — We will sign it.\n\nAnna Cole — When?\n\nIlse Marenko — Soon.',
    turns: [
      'speech Anna Cole | Will you sign the treaty this year?',
      'speech Ilse Marenko | We will sign it.',
      'speech Anna Cole | When?',
      'speech Ilse Marenko | Soon.',
    ],
  },
  'papers that ask once each': {
    text: 'Varnia Today: Will the minister attend?\n\nWen Arden: We have said so since May.\n\nReuters: On the fleet, any comment?\n\nWen Arden: We have said so since May.\n\nKestoria Daily: When will it be signed?\n\nWen Arden: Ask them.',
    turns: [
      'question Varnia Today: | Will the minister attend?',
      'answer Wen Arden: | We have said so since May.',
      'question Reuters: | On the fleet, any comment?',
      'answer Wen Arden: | We have said so since May.',
      'question Kestoria Daily: | When will it be signed?',
      'answer Wen Arden: | Ask them.',
    ],
  },
  'office after the name, once': {
    text: 'Ilse Marenko, Foreign Minister of Varnia: We have said so since May.\n\nAnna Cole, Varnia Herald: Will you sign?\n\nIlse Marenko: We have said so since May.\n\nTomas Bole, Kestoria Times: When?\n\nIlse Marenko: Soon.',
    turns: [
      'speech Ilse Marenko, Foreign Minister of Varnia: | We have said so since May.',
      'question Anna Cole, Varnia Herald: | Will you sign?',
      'answer Ilse Marenko: | We have said so since May.',
      'question Tomas Bole, Kestoria Times: | When?',
      'answer Ilse Marenko: | Soon.',
    ],
  },
  'one question in capitals': {
    text: 'ARDEN: We have said so since May.\n\nIt is known.\n\nIt was said.\n\nCOLE: Why?\n\nARDEN: We have said so since May.',
    turns: [
      'speech ARDEN: | We have said so since May. It is known. It was said.',
      'question COLE: | Why?',
      'answer ARDEN: | We have said so since May.',
    ],
  },
  'a list of facts that repeats': {
    text: 'Ingredients: flour, water\n\nMethod: mix well\n\nTime: 30 minutes\n\nNote: keep cool\n\nMethod: repeat',
    turns: ['commentary | Ingredients: flour, water Method: mix well Time: 30 minutes Note: keep cool Method: repeat'],
  },
  'a programme': {
    text: '10:00 Opening: Ilse Marenko, Minister of Trade\n\n10:30 Panel: Tomas Bole, Anna Cole\n\n13:00 Closing: Ilse Marenko',
    turns: [
      'metadata | 10:00 Opening: Ilse Marenko, Minister of Trade 10:30 Panel: Tomas Bole, Anna Cole 13:00 Closing: Ilse Marenko',
    ],
  },
  'office labels': {
    text: 'The Prime Minister: We have said so since May.\n\nThe Leader of the Opposition: We have said so since May.\n\nThe Prime Minister: We have said so since May.\n\nMr Speaker: Order.\n\nThe Prime Minister: We have said so since May.',
    turns: [
      'speech The Prime Minister: | We have said so since May.',
      'speech The Leader of the Opposition: | We have said so since May.',
      'speech The Prime Minister: | We have said so since May.',
      'speech Mr Speaker: | Order.',
      'speech The Prime Minister: | We have said so since May.',
    ],
  },
};

describe('labels of every print', () => {
  for (const [name, { text, turns }] of Object.entries(CASES))
    it(name, () => {
      const { items } = findTurns(readingOf(text), NO_FACTS, rules);
      expect(
        items.map((t) => {
          const body = text.slice(t.bodyStart, t.end).replace(/\s+/g, ' ').trim();
          return `${t.continues === undefined ? '' : '↩'}${t.kind}${t.label ? ` ${t.label}` : ''} | ${body}`;
        }),
      ).toEqual(turns);
    });
});
