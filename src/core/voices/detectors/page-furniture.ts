import type { Detector, Proposal } from '../proposal.ts';
import { isOpen, WEIGHT } from '../proposal.ts';

// [[Page S754]], [Page 12], Page 3 of 10, - 12 -, 12: on a line of their own.
const PAGE_LINE =
  /^(?:\[{1,2}\s*pages?\s[^\]\n]{1,24}\]{1,2}|pages?\s+\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?|[-–—]\s*\d{1,4}\s*[-–—])$/i;

/** Page marks inside a text that was once printed: the sentence goes on after them. */
export const pageFurniture: Detector = {
  name: 'page-furniture',
  reason: 'A page number stands in the middle of a sentence of whoever speaks, and is not his.',
  detect: ({ text, blocks }) => {
    const proposals: Proposal[] = [];
    for (const block of blocks) {
      if (!isOpen(block)) continue;
      let at = block.start;
      for (const line of text.slice(block.start, block.end).split('\n')) {
        const printed = line.trim();
        const start = at + line.indexOf(printed);
        at += line.length + 1;
        if (printed.length > 40 || !PAGE_LINE.test(printed)) continue;
        proposals.push({
          form: 'stretch',
          start,
          end: start + printed.length,
          kind: 'boilerplate',
          after: 'resume',
          weight: WEIGHT.label,
          rule: 'page-mark',
        });
      }
    }
    return proposals;
  },
};
