import { labelsOf } from '../labels/labels-of.ts';
import type { Detector, Proposal, Scene } from '../proposal.ts';
import { isOpen, WEIGHT } from '../proposal.ts';
import { foldLabel, listOf } from '../voice-words.ts';

// A plea or a share bar is short; a longer paragraph with such words in it is somebody's prose.
const MAX_WORDS = 60;
const MAX_WORDS_AMID_TALK = 15;

/** Pleas, share bars, copyright lines and separators that stand as paragraphs of plain text. */
export const furnitureLines: Detector = {
  name: 'furniture-lines',
  reason: 'In text without markup only their words tell a plea to subscribe or a copyright line from what was said.',
  detect: (scene) => {
    const proposals: Proposal[] = [];
    const labels = labelsOf(scene);
    const first = labels[0]?.start ?? Number.POSITIVE_INFINITY;
    const last = labels.at(-1)?.start ?? Number.NEGATIVE_INFINITY;
    for (const block of scene.blocks) {
      if (!isOpen(block)) continue;
      const rule = ruleOf(scene.text.slice(block.start, block.end), block.start > first && block.start < last, scene);
      if (!rule) continue;
      const { start, end } = block;
      proposals.push({ form: 'stretch', start, end, kind: 'boilerplate', after: 'resume', weight: WEIGHT.form, rule });
    }
    return proposals;
  },
};

function ruleOf(text: string, amidTalk: boolean, { words }: Scene): string | null {
  if (text.length > 600) return null;
  if (/^[^\p{L}\p{N}]+$/u.test(text)) return 'separator';
  // the number of a page, in a text that was taken out of one
  if (/^\s*(?:[-–—]\s*)?\d{1,4}(?:\s*[-–—])?\s*$/.test(text)) return 'page-number';
  const folded = foldLabel(text);
  const length = folded.split(' ').length;
  if (length > MAX_WORDS) return null;
  for (const phrase of listOf(words, 'furniture-openers')) if (folded.startsWith(phrase)) return 'furniture-line';
  for (const phrase of listOf(words, 'plea-phrases')) if (folded.includes(phrase)) return 'furniture-line';
  // Officials too ask people to sign up; between two turns only a short line with such words is the site's.
  if (amidTalk && length > MAX_WORDS_AMID_TALK) return null;
  for (const phrase of listOf(words, 'furniture-phrases')) if (folded.includes(phrase)) return 'furniture-line';
  return null;
}
