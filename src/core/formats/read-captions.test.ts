import { describe, expect, test } from 'vitest';
import type { Reading } from '../model/index.ts';
import { readCaptions } from './read-captions.ts';

type Cue = [start: number, end: number, text: string, voice?: string];
const read = (...cues: Cue[]) =>
  readCaptions({
    name: 'a.vtt',
    format: 'captions',
    mediaType: 'text/vtt',
    cues: cues.map(([start, end, text, voice]) => ({ start, end, text, voice: voice ?? null })),
    findings: [],
  });
const lines = (r: Reading) =>
  r.blocks.map((b) => {
    const u = b.utterance!;
    return `${u.kind ?? 'talk'}[${u.key}${u.continues ? ' goes on' : ''}] ${u.who ?? '-'} (${u.label ?? '-'}): ${r.text.slice(u.bodyStart ?? b.start, b.end)}`;
  });

describe('voices', () => {
  test('voice tags, cues joined into a sentence, a sound between', () => {
    const r = read(
      [0, 2, 'We will not', 'Ilse Marenko'],
      [2, 4, 'sign this.', 'Ilse Marenko'],
      [4, 5, '[Applause]'],
      [5, 6, 'Not now.', 'Ilse Marenko'],
      [6, 7, 'Why?', 'Per Orn'],
    );
    expect(lines(r)).toEqual([
      'talk[u1] Ilse Marenko (-): We will not sign this.',
      'aside[a2] - (-): [Applause]',
      'talk[u1 goes on] Ilse Marenko (-): Not now.',
      'talk[u3] Per Orn (-): Why?',
    ]);
  });
  test('>> signs and labels in capitals, also inside a cue', () => {
    const r = read([0, 2, '>> MS. MARENKO: We stay.\n>> Until when?'], [2, 3, 'PER ORN: For ever.']);
    expect(lines(r)).toEqual([
      'talk[u1] - (MS. MARENKO:): We stay.',
      'talk[u2] - (-): Until when?',
      'talk[u3] - (PER ORN:): For ever.',
    ]);
    expect(r.blocks[1]!.utterance!.voice).toBe('unknown');
  });
  test('[V1] captions that name nobody are the speech of nobody', () => {
    const r = read([0, 2, 'Note: we stay.'], [2, 3, 'And that is all.']);
    expect(lines(r)).toEqual(['talk[u1] - (-): Note: we stay. And that is all.']);
    expect(r.blocks[0]!.utterance!.voice).toBe('unknown');
  });
});

test('a long silence after a sentence opens a paragraph of the same utterance', () => {
  expect(lines(read([0, 2, 'We stay.'], [8, 9, 'For now.']))).toEqual([
    'talk[u1] - (-): We stay.',
    'talk[u1] - (-): For now.',
  ]);
});

test('every cue keeps its time', () => {
  const r = read([61.5, 63, 'We stay.'], [63, 64, 'For now.']);
  expect(r.marks.map((m) => [r.text.slice(m.start, m.end), m.value])).toEqual([
    ['We stay.', '00:01:01.500/00:01:03.000'],
    ['For now.', '00:01:03.000/00:01:04.000'],
  ]);
});

describe('rolling captions', () => {
  test('repeated lines and growing lines are left out, with a finding', () => {
    const rolling = read(
      [0, 1, 'we will not'],
      [1, 2, 'we will not\nsign this treaty'],
      [2, 3, 'sign this treaty\nuntil the others do'],
      [3, 4, 'until the others do\nand that is final'],
    );
    expect(rolling.text).toBe('we will not sign this treaty until the others do and that is final');
    expect(rolling.findings.map((f) => f.rule)).toEqual(['captions-rolling']);
  });
  test('people who repeat themselves are not machines', () => {
    expect(
      read([0, 1, 'No.'], [1, 2, 'No.'], [2, 3, 'We do not sign.'], [3, 4, 'You hear me?'], [4, 5, 'Never at all.'])
        .text,
    ).toBe('No. No. We do not sign. You hear me? Never at all.');
  });
});
