import type { Detector, Proposal } from '../proposal.ts';
import { WEIGHT } from '../proposal.ts';
import { foldLabel, listOf } from '../voice-words.ts';

// A stage direction is short; longer parentheses are the speaker's own.
const PARENTHESIS = /\(([^()\n]{2,60})\)|\[([^[\]\n]{2,60})\]/g;

/** (Applause.), [Laughter], (Cross-talk.), (END VIDEO CLIP): a note of the stenographer between or inside the words. */
export const asides: Detector = {
  name: 'asides',
  reason: "A stenographer's note is nobody's words, and the speech around it goes on.",
  detect: ({ text, blocks, words }) => {
    const cues = listOf(words, 'aside-words');
    const proposals: Proposal[] = [];
    for (const block of blocks) {
      if (block.zone && block.zone !== 'article') continue;
      for (const m of text.slice(block.start, block.end).matchAll(PARENTHESIS)) {
        if (!isAside(m[1] ?? m[2]!, cues)) continue;
        const start = block.start + m.index;
        proposals.push({
          form: 'stretch',
          start,
          end: start + m[0].length,
          kind: 'aside',
          after: 'resume',
          weight: WEIGHT.form,
          rule: 'aside-in-parentheses',
        });
      }
    }
    return proposals;
  },
};

/** Every clause of it opens or closes with a word of the list: "Laughter and applause", "inaudible question". */
const isAside = (inside: string, cues: ReadonlySet<string>) => {
  const tokens = foldLabel(inside).match(/[\p{L}\p{M}'-]+/gu) ?? [];
  return (
    tokens.length > 0 &&
    tokens.length <= 7 &&
    (cues.has(tokens[0]!) || cues.has(tokens.at(-1)!) || cues.has(tokens.join(' ')))
  );
};
