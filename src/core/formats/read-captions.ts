import type { Block, DecodedSource, Finding, Mark, Reading } from '../model/index.ts';
import { type CuePiece, cutCues } from './captions/cut-cues.ts';
import { mergeRolling } from './captions/merge-rolling.ts';

/** Seconds of silence that end a paragraph, when the sentence has ended or captions have no full stops at all. */
const PAUSE = 2.5;
const LONG_PAUSE = 5;
/** Characters after which the next end of a sentence ends the paragraph. */
const LONG = 700;

/**
 * WebVTT and SubRip captions as running text: cues joined into paragraphs, a new voice where the markup or the print says
 * so, each cue's time kept as a mark. Captions are speech; when nobody is named, it is nobody's (law V1).
 */
export function readCaptions(source: DecodedSource): Reading {
  const { cues, dropped } = mergeRolling(source.cues ?? []);
  const writer = new CaptionWriter();
  for (const piece of cutCues(cues)) writer.add(piece);
  const findings: Finding[] = dropped
    ? [
        {
          stage: 'formats',
          rule: 'captions-rolling',
          severity: 'info',
          why: `${dropped} captions repeat the one before, as captions made by a machine do; the repetition was left out`,
        },
      ]
    : [];
  return {
    reader: 'captions/1',
    ...writer.finish(),
    clues: [...(source.clues ?? [])],
    findings: [...source.findings, ...findings],
  };
}

class CaptionWriter {
  private readonly parts: string[] = [];
  private readonly blocks: Block[] = [];
  private readonly marks: Mark[] = [];
  private length = 0;
  private count = 0;
  private last: CuePiece | null = null;
  /** the utterance going on, so that an aside does not end it */
  private speech: { key: string; voice: string | null } | null = null;
  private inParagraph = false;
  /** what the first block of that utterance says of it */
  private first: NonNullable<Block['utterance']> | null = null;

  add(piece: CuePiece): void {
    if (piece.isAside) this.open({ key: `a${++this.count}`, kind: 'aside', who: null, label: null });
    else if (this.isNewVoice(piece)) {
      this.speech = { key: `u${++this.count}`, voice: piece.voice };
      const bodyStart = this.length + (this.length ? 2 : 0) + piece.sign.length + (piece.label?.length ?? 0);
      this.first = {
        key: this.speech.key,
        who: piece.voice,
        label: piece.label,
        ...(piece.voice || piece.label ? {} : { voice: 'unknown' as const }),
        bodyStart,
      };
      this.open(this.first);
    } else if (!this.inParagraph || this.endsParagraph(piece)) this.reopen();
    this.push(piece);
    this.inParagraph = !piece.isAside;
    this.last = piece;
  }

  private isNewVoice(piece: CuePiece): boolean {
    return !this.speech || piece.sign !== '' || piece.label !== null || piece.voice !== this.speech.voice;
  }

  private endsParagraph(piece: CuePiece): boolean {
    const before = this.last!;
    const pause = piece.start - before.end;
    const ended = /[.!?…]["'”’»)\]]*$/u.test(before.text);
    const block = this.blocks.at(-1)!;
    return (ended && (pause > PAUSE || block.end - block.start > LONG)) || pause > LONG_PAUSE;
  }

  /** Another paragraph of the same utterance. */
  private reopen(): void {
    const key = this.speech!.key;
    const { bodyStart: _, ...rest } = this.first!;
    const interrupted = this.blocks.at(-1)!.utterance?.key !== key;
    this.open({ ...rest, label: null, ...(interrupted ? { continues: true } : {}) });
  }

  private open(utterance: NonNullable<Block['utterance']>): void {
    if (this.length) this.write('\n\n');
    this.blocks.push({ kind: 'paragraph', start: this.length, end: this.length, rule: 'captions', utterance });
  }

  private push(piece: CuePiece): void {
    const block = this.blocks.at(-1)!;
    if (block.end > block.start) this.write(' ');
    const start = this.length;
    this.write(piece.text);
    block.end = this.length;
    const { bodyStart } = block.utterance!;
    // "MS. ORN: We stay": the space after the label is none of the body
    if (bodyStart !== undefined && bodyStart >= start)
      block.utterance!.bodyStart = bodyStart + (piece.text.slice(bodyStart - start).match(/^\s*/)?.[0].length ?? 0);
    this.marks.push({ kind: 'time', start, end: this.length, value: `${clock(piece.start)}/${clock(piece.end)}` });
  }

  private write(s: string): void {
    this.parts.push(s);
    this.length += s.length;
  }

  finish = () => ({ text: this.parts.join(''), blocks: this.blocks, marks: this.marks });
}

/** Seconds as WebVTT writes them: 00:01:02.500. */
function clock(seconds: number): string {
  const pad = (n: number, width: number) => String(n).padStart(width, '0');
  const ms = Math.round(seconds * 1000);
  return `${pad(Math.floor(ms / 3_600_000), 2)}:${pad(Math.floor(ms / 60_000) % 60, 2)}:${pad(Math.floor(ms / 1000) % 60, 2)}.${pad(ms % 1000, 3)}`;
}
