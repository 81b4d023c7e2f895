import type { Block } from '../../model/index.ts';
import { labelsOf } from '../labels/labels-of.ts';
import type { Detector, Proposal, Scene } from '../proposal.ts';
import { isOpen, WEIGHT } from '../proposal.ts';

// A stressed word or a sub-heading is no interjection; a transcript with many such paragraphs prints its talk so.
const MIN_WORDS = 5;
const MAX_SHARE = 0.34;
const ENOUGH_LABELS = 4;

/**
 * Paragraphs between labels that are set apart as a whole: in italics, in bold, as a block quotation, in square brackets.
 * So bloggers print what they throw in between another's answers.
 */
export const setApart: Detector = {
  name: 'set-apart',
  reason: 'A paragraph in another type than the rest of the talk is another hand’s, or words that the speaker cites.',
  detect: (scene) => {
    const labels = labelsOf(scene);
    if (labels.length < ENOUGH_LABELS) return [];
    const starts = new Set(labels.map((p) => p.start));
    const after = scene.blocks.filter((b) => isOpen(b) && b.start >= labels[0]!.start && b.kind !== 'heading');
    const wrapped = findWrapped(scene);
    const apart = after.filter((b) => !starts.has(b.start) && isApart(b, scene, wrapped));
    if (apart.length > MAX_SHARE * after.length) return [];
    return apart.map(
      ({ start, end }): Proposal => ({
        form: 'stretch',
        start,
        end,
        kind: 'commentary',
        after: 'resume',
        weight: WEIGHT.hint,
        rule: 'set-apart',
      }),
    );
  },
};

function isApart(block: Block, { text }: Scene, wrapped: ReadonlyMap<number, number>): boolean {
  const words = text.slice(block.start, Math.min(block.end, block.start + 2000));
  // without a full stop it is a heading or a line of facts, which other rules know better
  if (words.split(/\s+/).length < MIN_WORDS || !/[.!?…)\]"”»*]$/.test(words.trimEnd())) return false;
  if (block.kind === 'quote') return true;
  if (/^\[[^[\]]*\]\.?$/.test(words)) return true;
  return (wrapped.get(block.start) ?? 0) >= block.end - 1;
}

/** Where italics or bold begin, and how far they reach; touching marks of one paragraph are read as one. */
function findWrapped({ text, marks }: Scene): ReadonlyMap<number, number> {
  const reach = new Map<number, number>();
  let start = -1;
  let end = -1;
  for (const mark of marks) {
    if (mark.kind !== 'emphasis' && mark.kind !== 'strong') continue;
    const gap = mark.start - end;
    if (start >= 0 && gap >= 0 && gap <= 3 && !/\S|\n/.test(text.slice(end, mark.start))) end = mark.end;
    else if (mark.end > end) {
      start = mark.start;
      end = mark.end;
    }
    reach.set(start, Math.max(reach.get(start) ?? 0, end));
  }
  return reach;
}
