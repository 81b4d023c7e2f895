import { labelsOf } from '../labels/labels-of.ts';
import type { Detector, Proposal } from '../proposal.ts';
import { isGuess, WEIGHT } from '../proposal.ts';

/**
 * Zones that a reader has already seen in the page's structure: menus, comments, title, headings. Where the reader only
 * guessed from the place of a block, what stands between two labels of a transcript is talk all the same.
 */
export const statedZones: Detector = {
  name: 'stated-zones',
  reason: 'The structure of a page says what is menu, title or comment, whatever the words look like.',
  detect: (scene) => {
    const labels = labelsOf(scene);
    const first = labels[0]?.start ?? Number.POSITIVE_INFINITY;
    const last = labels.at(-1)?.start ?? Number.NEGATIVE_INFINITY;
    const starts = new Set(labels.map((p) => p.start));
    const proposals: Proposal[] = [];
    for (const block of scene.blocks) {
      if (!block.zone || block.zone === 'article') continue;
      // a heading that only names who speaks next
      if (block.zone === 'heading' && starts.has(block.start)) continue;
      if (isGuess(block) && block.end > first && block.start < last) continue;
      proposals.push({
        form: 'stretch',
        start: block.start,
        end: block.end,
        kind: block.zone,
        after: block.zone === 'comment' ? 'close' : 'resume',
        weight: isGuess(block) ? WEIGHT.place : WEIGHT.zone,
        rule: block.rule ?? 'stated-zone',
      });
    }
    return proposals;
  },
};
