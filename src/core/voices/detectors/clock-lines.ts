import { labelsOf } from '../labels/labels-of.ts';
import type { Detector } from '../proposal.ts';
import { isOpen, WEIGHT } from '../proposal.ts';

const FEWEST = 3;
const MAX_LENGTH = 300;
const CLOCK = /^(?:[01]?\d|2[0-3])[.:][0-5]\d\s+(?=\p{L})/u;

/** `13.25 On the talks with Kestoria`, before what was said of it: the lines by which a live page tells the hour. */
export const clockLines: Detector = {
  name: 'clock-lines',
  reason: 'A live page sums up each question in its own words under the hour; the official said none of them.',
  detect: (scene) => {
    const starts = new Set(labelsOf(scene).map((p) => p.start));
    if (starts.size === 0) return [];
    const lines = scene.blocks.filter((b) => {
      if (!isOpen(b) || starts.has(b.start) || b.end - b.start > MAX_LENGTH) return false;
      const text = scene.text.slice(b.start, b.end);
      const hour = CLOCK.exec(text);
      return hour !== null && !starts.has(b.start + hour[0].length) && !text.includes('\n');
    });
    if (lines.length < FEWEST) return [];
    return lines.map(({ start, end }) => ({
      form: 'stretch',
      start,
      end,
      kind: 'heading',
      after: 'close',
      weight: WEIGHT.form,
      rule: 'clock-line',
    }));
  },
};
