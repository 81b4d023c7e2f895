import type { Detector, Proposal } from '../proposal.ts';
import { WEIGHT } from '../proposal.ts';

/** Zones that a reader has already seen in the page's structure: menus, comments, title, headings. */
export const statedZones: Detector = {
  name: 'stated-zones',
  reason: 'The structure of a page says what is menu, title or comment, whatever the words look like.',
  detect: ({ blocks }) => {
    const proposals: Proposal[] = [];
    for (const block of blocks) {
      if (!block.zone || block.zone === 'article') continue;
      proposals.push({
        form: 'stretch',
        start: block.start,
        end: block.end,
        kind: block.zone,
        after: block.zone === 'comment' ? 'close' : 'resume',
        weight: WEIGHT.zone,
        rule: block.rule ?? 'stated-zone',
      });
    }
    return proposals;
  },
};
