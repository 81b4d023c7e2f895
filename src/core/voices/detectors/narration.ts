import type { Detector, Proposal } from '../proposal.ts';
import { isOpen, WEIGHT } from '../proposal.ts';
import { foldLabel, listOf } from '../voice-words.ts';

/**
 * Sentences of the record itself between speeches: "There being no objection, the letter was ordered to be printed in the
 * Record, as follows:". What follows is printed matter, nobody's speech, until the next label.
 */
export const narration: Detector = {
  name: 'narration',
  reason: 'What a parliament orders to be printed stands under the last speaker and was never said by him.',
  detect: ({ text, blocks, words }) => {
    const openers = listOf(words, 'narration-openers');
    const proposals: Proposal[] = [];
    for (const block of blocks) {
      if (!isOpen(block)) continue;
      for (const { at, line } of linesOf(text.slice(block.start, block.end))) {
        const head = foldLabel(line.slice(0, 60));
        if (![...openers].some((opener) => head.startsWith(opener))) continue;
        const start = block.start + at;
        proposals.push({
          form: 'stretch',
          start,
          end: endOfSentence(text, start, block.end),
          kind: 'aside',
          after: 'close',
          weight: WEIGHT.form,
          rule: 'narration',
        });
      }
    }
    return proposals;
  },
};

/** Lines of a block with where they begin, indentation left out. */
function* linesOf(block: string): Generator<{ at: number; line: string }> {
  let at = 0;
  for (const line of block.split('\n')) {
    const lead = line.length - line.trimStart().length;
    if (lead < line.length) yield { at: at + lead, line: line.slice(lead) };
    at += line.length + 1;
  }
}

/** Up to the first full stop or colon that ends a line, else to the end of the block. */
function endOfSentence(text: string, start: number, end: number): number {
  const m = /[.:](?=\s*\n)/.exec(text.slice(start, Math.min(end, start + 400)));
  return m ? start + m.index + 1 : end;
}
