import { foldWords } from '../text/words.ts';
import { findAttribution } from './find-attribution.ts';
import type { Lexicon } from './lexicon.ts';

/** Words a draft lays to somebody without quotation marks. Offsets are UTF-16 in the draft. */
export interface ReportedSpeech {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly speaker: string;
}

const THAT = /\b(?:that|whether|if)\b|(?:^|[\s,])(?:что|будто)(?=\s)/u;
const SENTENCE = /[^.!?…]+(?:[.!?…]+["”»’)]*|$)/gu;

/** Sentences that report speech in the author's words: "Marenko said that the treaty would be extended." */
export function findReportedSpeech(
  text: string,
  blocks: readonly { readonly start: number; readonly end: number }[],
  quoted: readonly { readonly start: number; readonly end: number }[],
  lexicon: Lexicon,
): ReportedSpeech[] {
  const found: ReportedSpeech[] = [];
  for (const block of blocks)
    for (const m of text.slice(block.start, block.end).matchAll(SENTENCE)) {
      const start = block.start + m.index;
      const end = start + m[0].length;
      if (quoted.some((q) => q.start < end && start < q.end)) continue;
      const that = THAT.exec(m[0]);
      if (!that || foldWords(m[0].slice(that.index)).length < 5) continue;
      const by = findAttribution(text, [end, end], [start, start + that.index], lexicon);
      if (by?.name) found.push({ text: m[0].slice(that.index + that[0].length).trim(), start, end, speaker: by.name });
    }
  return found;
}
