import { describe, expect, it } from 'vitest';
import { findTextBlocks } from './find-text-blocks.ts';
import { opensWithLabel } from './opens-with-label.ts';

const blocks = (text: string) => findTextBlocks(text).map((b) => text.slice(b.start, b.end).replace(/\s*\n\s*/g, ' '));
const wrapped = (words: string, width: number) =>
  words.replace(new RegExp(`(.{1,${width}})(?:\\s+|$)`, 'g'), '$1\n').trimEnd();
const LONG =
  'The delegation of Varnia has said from the first day of these talks that it will not leave the table before an answer to its proposals is given, and that it expects this answer in writing, as was agreed in the autumn by both ministers.';

describe('paragraphs of plain text', () => {
  it('joins hard-wrapped lines; an empty line, an indent or a short line ends the paragraph', () => {
    const text = [
      wrapped(LONG, 66),
      '',
      wrapped(LONG, 66),
      `   ${wrapped(LONG, 62)}`,
      'It was short.',
      wrapped(LONG, 66),
    ].join('\n');
    expect(blocks(text)).toEqual([LONG, LONG, LONG, 'It was short.', LONG].flatMap((p, i) => (i === 2 ? [LONG] : [p])));
  });
  it('begins a block at a printed label inside wrapped text', () => {
    expect(blocks([wrapped(`Question: ${LONG}`, 70), wrapped(`Ilse Marenko: ${LONG}`, 70)].join('\n'))).toEqual([
      `Question: ${LONG}`,
      `Ilse Marenko: ${LONG}`,
    ]);
  });
  it('takes each line for a paragraph where nothing is wrapped', () => {
    expect(blocks(`${LONG}\nQ: Why?\nA: ${LONG}\n`)).toEqual([LONG, 'Q: Why?', `A: ${LONG}`]);
  });
  it('knows separators and list items', () => {
    const text = `${LONG}\n\n* * *\n\n- one thing\n- another\n`;
    expect(findTextBlocks(text).map((b) => b.kind)).toEqual(['paragraph', 'line', 'list-item', 'list-item']);
  });
  it('reads CRLF, CR and form feeds as line ends', () => {
    expect(blocks('a b\r\nc d\re f\fg h')).toEqual(['a b', 'c d', 'e f', 'g h']);
  });
});

describe('lines that open with a label', () => {
  it.each([
    ['MS. ORLOV: Good morning', true],
    ['Q     Why now?', true],
    ['Q: Why', true],
    ['Министр И. Маренко: Да', true],
    ['Präsident Dr. Vel:', true],
    ['A man walked in', false],
    ['Quite so', false],
    ['and he said: no', false],
    ['He said that the whole of this long sentence was, in the end, one thing: noise', false],
    ['12:30 p.m.', false],
  ])('%s', (line, expected) => {
    expect(opensWithLabel(line)).toBe(expected);
  });
});

describe('hostile text', () => {
  it.each([
    ['one line of 50 MB', 'word '.repeat(10_000_000)],
    ['a million empty lines', '\n'.repeat(1_000_000)],
    ['a line of 20 MB of spaces', `a${' '.repeat(20_000_000)}b`],
    ['a million short lines', 'Q: x\n'.repeat(1_000_000)],
    ['5 MB of colons', 'A:'.repeat(2_500_000)],
    ['5 MB of rules', '- '.repeat(2_500_000)],
  ])('%s', (_name, text) => {
    const started = Date.now();
    findTextBlocks(text);
    expect(Date.now() - started).toBeLessThan(10_000);
  });
});
