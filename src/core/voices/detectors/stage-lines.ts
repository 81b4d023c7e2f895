import type { Detector, Proposal } from '../proposal.ts';
import { isOpen, WEIGHT } from '../proposal.ts';
import { foldLabel, listOf } from '../voice-words.ts';

const CLOCK = String.raw`\d{1,2}[:.]\d{2}\s*(?:[AaPp]\.?\s?[Mm]\.?)?(?:\s*\(?[A-Z]{2,4}\)?|\s*\([\w ]{2,20}\))?`;
const TIME_LINE = new RegExp(`^(?:${CLOCK})(?:\\s*[-–—]\\s*${CLOCK})?$`);
const END_LINE = new RegExp(`^[-–—*#\\s[(]*(\\p{L}[\\p{L} ]{1,40}?)[-–—*#\\s)\\].]*(?:${CLOCK})?$`, 'u');

/**
 * Lines of the stenographer on a line of their own: the hour (`11:05 A.M. EST`), `END 11:47 A.M. EST`, `(END)`, `# # #`.
 * After an end nobody speaks, unless a label says so.
 */
export const stageLines: Detector = {
  name: 'stage-lines',
  reason: "The hour and the word END frame a briefing and are nobody's words.",
  detect: ({ text, blocks, words }) => {
    const ends = listOf(words, 'end-lines');
    const proposals: Proposal[] = [];
    let ended = false;
    for (const block of blocks) {
      if (!isOpen(block)) continue;
      let at = block.start;
      for (const line of text.slice(block.start, block.end).split('\n')) {
        const start = at + (line.length - line.trimStart().length);
        const printed = line.trim();
        at += line.length + 1;
        if (!printed || printed.length > 80) {
          ended = false;
          continue;
        }
        const end = END_LINE.exec(printed);
        const isEnd = end !== null && ends.has(foldLabel(end[1]!)) && printed !== printed.toLowerCase();
        const isTime = TIME_LINE.test(printed);
        if (isEnd || isTime)
          proposals.push({
            form: 'stretch',
            start,
            end: start + printed.length,
            kind: 'metadata',
            after: isEnd || ended ? 'close' : 'resume',
            weight: WEIGHT.label,
            rule: isEnd ? 'end-line' : 'time-line',
          });
        ended = isEnd;
      }
    }
    return proposals;
  },
};
