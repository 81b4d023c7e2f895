import { labelsOf } from '../labels/labels-of.ts';
import type { Detector } from '../proposal.ts';
import { WEIGHT } from '../proposal.ts';

/** Printed labels: `NAME:`, `Q`, `Question:`, `Mr. ARDEN of Ohio.`, a name in bold or on a line of its own. */
export const labelledTurns: Detector = {
  name: 'labelled-turns',
  reason: 'Most transcripts print who speaks, each in its own way; what is a label shows in the document as a whole.',
  detect: (scene) =>
    labelsOf(scene).map((p) => ({
      form: 'opening',
      start: p.start,
      bodyStart: p.bodyStart,
      label: p.label,
      kind: p.role === 'question' ? 'question' : p.role === 'answer' ? 'answer' : null,
      weight: WEIGHT.label,
      rule: `label-${p.sign}`,
    })),
};
