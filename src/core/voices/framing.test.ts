import { describe, expect, it } from 'vitest';
import { loadRules } from '../../intake/rules.ts';
import type { Block, Mark } from '../model/index.ts';
import { findTurns } from './find-turns.ts';
import { NO_FACTS, readingOf } from './scene.fixture.ts';

const rules = loadRules();
const TALK = Array.from(
  { length: 8 },
  (_, i) =>
    `Question: What do you say of point ${i + 1} of the treaty, Minister?\n\n` +
    `Marenko: We don't see it as the Free Plains side does. It is our view that the text of point ${i + 1} isn't ready, ` +
    `and that the fleet won't sail before the talks end. We said so in May and we say so today.\n\n` +
    'Our partners know this. They have had the text for a year and did not answer in the way that we had hoped for.',
).join('\n\n');
const INTRO =
  'Minister Marenko spoke to Varnia Today about the treaty this week. It is a long talk and well worth your time, as her ' +
  'words are seldom printed abroad and the Free Plains Alliance will not like them. Here it is:\n\n';
const PLEA = '\n\n*\n\nLike what you read? Please consider subscribing.\n\nGreat post as always.\n\nShe is right.';

/** `kind | first words` of the turns after the last label. */
function tailOf(text: string): string[] {
  const { items } = findTurns(readingOf(text), NO_FACTS, rules);
  const last = items.findLastIndex((t) => t.label !== null);
  return items.slice(last).map((t) => `${t.kind} | ${text.slice(t.bodyStart, t.end).trim()}`);
}

describe('[V1] the last answer ends where another hand begins', () => {
  const last = (close: string) => tailOf(`${INTRO}${TALK}\n\n${close}`).slice(1);

  it('a closing remark between the answer and a plea, and the comments under it', () => {
    const remark = 'It is plain to see that her patience wears thin. Varnia will go its own way.';
    expect(last(remark + PLEA)).toEqual([
      `commentary | ${remark}`,
      'boilerplate | *',
      'boilerplate | Like what you read? Please consider subscribing.',
      'comment | Great post as always.\n\nShe is right.',
    ]);
  });
  it('a paragraph that says we stays with the answer', () => {
    expect(last(`We will not give up our fleet.${PLEA}`)[0]).toBe('boilerplate | *');
  });
  it('a closing remark that quotes the answer: a we in quotation marks is not its own', () => {
    const remark = 'There you have it. "We will not give up our fleet." I have heard this tone before.';
    expect(last(remark + PLEA)[0]).toBe(`commentary | ${remark}`);
  });
  it('a name that only the introduction used', () => {
    const remark = 'What will the Free Plains Alliance make of this? Nothing, is my guess.';
    expect(last(remark)).toEqual([`commentary | ${remark}`]);
  });
  it('printer’s apostrophes under an interview typed with typewriter’s', () => {
    expect(last('I’m curious what comes next.')).toEqual(['commentary | I’m curious what comes next.']);
  });
  it('who translated it and where it was first published', () => {
    expect(tailOf(`${TALK}\n\nTranslated by Anna Cole.`).slice(1)).toEqual(['commentary | Translated by Anna Cole.']);
  });
  it('without a frame an answer of several paragraphs is left whole', () => {
    expect(tailOf(`${TALK}\n\nIt was a pleasure to be here. Varnia will go its own way.`)).toHaveLength(1);
  });
});

describe('what stands between turns', () => {
  it('[V1] a sub-heading under an answer is the editor’s', () => {
    const text = TALK.replace('\n\nQuestion: What do you say of point 4', '\n\nThe fleet stays at home$&');
    const { items } = findTurns(readingOf(text), NO_FACTS, rules);
    expect(items.filter((t) => t.kind === 'heading').map((t) => text.slice(t.start, t.end).trim())).toEqual([
      'The fleet stays at home',
    ]);
  });
  it('where paragraphs have no full stops a short line is speech', () => {
    const text = 'ARDEN: We go on and on and on without a stop and nobody minds it at all\n\nyes we do\n\nBOLE: Fine';
    const { items } = findTurns(readingOf(text), NO_FACTS, rules);
    expect(items.map((t) => t.kind)).not.toContain('heading');
  });
  it('what a parliament orders to be printed is nobody’s speech', () => {
    const text =
      '  Mr. ARDEN. Mr. President, I ask that the letter be printed.\n\n' +
      '  There being no objection, the letter was ordered to be printed in the\nRecord, as follows:\n\n' +
      '  We the undersigned protest against it in the strongest terms.\n\n  Mr. BOLE. I thank the Senator.';
    const { items } = findTurns(readingOf(text), NO_FACTS, rules);
    expect(items.map((t) => `${t.kind} ${t.label}`)).toEqual([
      'speech Mr. ARDEN.',
      'aside null',
      'commentary null',
      'speech Mr. BOLE.',
    ]);
  });
  it('a page mark cuts a sentence, and it goes on', () => {
    const text = '  Mr. ARDEN. The members who have\n\n[[Page S12]]\n\nserved with me know it.\n\n  Mr. BOLE. I do.';
    const { items } = findTurns(readingOf(text), NO_FACTS, rules);
    expect(items.map((t) => [t.kind, t.continues])).toEqual([
      ['speech', undefined],
      ['boilerplate', undefined],
      ['speech', 0],
      ['speech', undefined],
    ]);
  });
});

describe('texts without labels', () => {
  const ANSWER = 'We have said so since May, and we will say so again when the talks begin in Kestoria City.';
  const page = (title: string, body: string[], over: Partial<Block> = {}) => {
    const text = [title, ...body].join('\n\n');
    const marks: Mark[] = [...text.matchAll(/^[^\n]+\?$/gm)].map((m) => ({
      kind: 'strong',
      start: m.index,
      end: m.index + m[0].length,
    }));
    const { items } = findTurns(readingOf(text, [{ zone: 'title', ...over }], marks), { ...NO_FACTS, title }, rules);
    return items.map((t) => `${t.kind}${t.who ? ` {${t.who}}` : ''}`);
  };
  const ASKED = ['Will you sign?', ANSWER, 'When will that be?', ANSWER, 'And the fleet?', ANSWER];

  it('remarks are the speaker’s whom the title names', () => {
    expect(page('Remarks by Minister Ilse Marenko at the Forum', ['Ladies and gentlemen,', ANSWER, ANSWER])).toEqual([
      'title',
      'speech {Ilse Marenko}',
    ]);
  });
  it('a statement of a ministry is the ministry’s', () => {
    expect(
      page('Statement by the Ministry of Foreign Affairs of Varnia', ['Varnia notes with concern the events.']),
    ).toEqual(['title', 'speech {Ministry of Foreign Affairs of Varnia}']);
  });
  it('[V1] an article about a speech is its author’s', () => {
    expect(
      page('Marenko’s speech angers Free Plains', [
        'The minister said on Monday that we must sign. "We will," she said.',
        'She added that she was sure. "I am sure of it," she said. Our paper was there.',
      ]),
    ).toEqual(['title', 'commentary']);
  });
  it('questions told by their type, under a title that says interview', () => {
    expect(page('Interview with Minister Ilse Marenko', ASKED)).toEqual([
      'title',
      'question',
      'answer {Ilse Marenko}',
      'question',
      'answer {Ilse Marenko}',
      'question',
      'answer {Ilse Marenko}',
    ]);
  });
  it('[V1] alternation without labels or type is left to nobody', () => {
    const text = 'Will you sign the treaty?\n\nWe will sign it in May, as we said.\n\nAnd the fleet?\n\nIt stays home.';
    const { items } = findTurns(readingOf(text), NO_FACTS, rules);
    expect(items.filter((t) => t.kind === 'question' || t.kind === 'answer' || t.kind === 'speech')).toEqual([]);
  });
  it('frequently asked questions are nobody’s interview', () => {
    expect(page('What the treaty says', ASKED)).not.toContain('answer');
  });
});
