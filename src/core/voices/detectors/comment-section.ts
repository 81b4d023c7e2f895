import type { Block } from '../../model/index.ts';
import { labelsOf } from '../labels/labels-of.ts';
import type { Detector, Scene } from '../proposal.ts';
import { isOpen, WEIGHT } from '../proposal.ts';
import { foldLabel } from '../voice-words.ts';

const MAX_HEADING = 120;
/** Blocks under a bare heading in which a comment shows itself. */
const NEAR = 4;

/**
 * What readers wrote under a text that was copied out of its page: from `14 thoughts on “…”` or `3 comments` to the end, or
 * from a bare `Comments` under which somebody is said to have written at an hour. A reader who writes `Question: …` or in
 * the first person is still a reader.
 */
export const commentSection: Detector = {
  name: 'comment-section',
  reason: 'In text without markup the words of readers stand under the last answer like further paragraphs of it.',
  detect: (scene) => {
    if (scene.blocks.some((b) => b.utterance || b.zone === 'comment')) return [];
    const first = labelsOf(scene)[0]?.bodyStart ?? scene.text.length * 0.4;
    const headings = headingWords(scene);
    const open = scene.blocks.filter((b) => isOpen(b) && b.start > first);
    const at = open.findIndex((b, i) => opensComments(b, open.slice(i + 1, i + 1 + NEAR), headings, scene));
    const heading = open[at];
    if (!heading) return [];
    const { end } = open.at(-1)!;
    const shared = { form: 'stretch', after: 'close', weight: WEIGHT.zone, rule: 'comment-section' } as const;
    const rest = open[at + 1];
    return [
      { ...shared, start: heading.start, end: heading.end, kind: 'boilerplate' },
      ...(rest ? [{ ...shared, start: rest.start, end, kind: 'comment' as const }] : []),
    ];
  },
};

/** The words by which pages of all languages head their comments. */
function headingWords({ rules }: Scene): ReadonlySet<string> {
  const lists = Object.values(rules.cues).map((cues) => cues.pages?.['comments-heading'] ?? []);
  return new Set(lists.flat().map(foldLabel));
}

function opensComments(block: Block, next: readonly Block[], headings: ReadonlySet<string>, { text }: Scene): boolean {
  if (block.end - block.start > MAX_HEADING) return false;
  const line = foldLabel(text.slice(block.start, block.end));
  const counted = /^\(?(\d{1,5})\)?\s+(\S.*)$/.exec(line)?.[2];
  if (counted) {
    const about = counted.replace(/[:.]$/, '');
    return [...headings].some((h) => about === h || about.startsWith(`${h} `)) && !/[.!?]$/.test(line);
  }
  const bare = line.replace(/\s*[:.]?\s*(?:\(\d{1,5}\))?\s*:?$/, '');
  return headings.has(bare) && next.some((b) => isHourOf(text.slice(b.start, Math.min(b.end, b.start + 160))));
}

/** `Marta says:`, `4 May 2024 at 10:12`: who wrote, and at what hour. */
const isHourOf = (text: string) => /\b(?:says|wrote|said):?\s*(?:\n|$)/i.test(text) || /\b\d{1,2}:\d{2}\b/.test(text);
