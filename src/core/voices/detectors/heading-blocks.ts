import type { Detector } from '../proposal.ts';
import { isOpen, WEIGHT } from '../proposal.ts';

/** Headings of the markup, of the whole page or of a part of a speech that goes on after them, and captions of pictures. */
export const headingBlocks: Detector = {
  name: 'heading-blocks',
  reason: 'A heading is the words of who published the text, never of who speaks in it.',
  detect: ({ blocks }) =>
    blocks
      .filter((b) => (b.kind === 'heading' || b.kind === 'caption') && isOpen(b))
      .map((b) => ({
        form: 'stretch',
        start: b.start,
        end: b.end,
        kind: b.kind === 'caption' ? 'commentary' : 'heading',
        after: 'resume',
        weight: WEIGHT.form,
        rule: b.kind === 'caption' ? 'caption-block' : 'heading-block',
      })),
};
