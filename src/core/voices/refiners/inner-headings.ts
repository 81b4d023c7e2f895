import { blocksWithin } from '../blocks-within.ts';
import type { LaidTurn, Refiner, Scene } from '../proposal.ts';

// "The talks in May and what came of them": a sub-heading is short and has no full stop.
const MAX_WORDS = 14;

/**
 * Sub-headings of an editor between two turns: they stand, unmarked, under the answer before them. Only where paragraphs
 * end with a full stop can a line without one be told from speech.
 */
export const innerHeadings: Refiner = {
  name: 'inner-headings',
  reason: 'A sub-heading under an answer is the editor’s, and often puts into words what the official did not say.',
  refine: (turns, scene) => {
    if (!endsParagraphs(scene)) return turns;
    return turns.flatMap((turn, i) => {
      const next = turns[i + 1];
      if (turn.utterance === null || next?.utterance == null || next.label === null) return [turn];
      const block = blocksWithin(scene.blocks, turn.bodyStart, turn.end).at(-1);
      if (!block || block.start <= turn.bodyStart || block.end > turn.end) return [turn];
      if (!isHeadingLine(scene.text.slice(block.start, block.end))) return [turn];
      const heading: LaidTurn = {
        start: block.start,
        end: turn.end,
        kind: 'heading',
        label: null,
        bodyStart: block.start,
        utterance: null,
        rule: 'inner-heading',
      };
      return [{ ...turn, end: block.start }, heading];
    });
  },
};

const isHeadingLine = (text: string) =>
  /^(?:\(\d{1,2}\)\s)?["“«'‘„]?[\p{Lu}\p{Lo}\p{N}]/u.test(text) &&
  !/[.!?…,;:\-–—)\]]["”’»']?$|\n/.test(text.trim()) &&
  text.trim().split(/\s+/).length >= 2 &&
  text.split(/\s+/).length <= MAX_WORDS;

/** Nine paragraphs in ten of twelve words or more end with a full stop or its like. */
function endsParagraphs(scene: Scene): boolean {
  let long = 0;
  let ended = 0;
  for (const block of scene.blocks) {
    const text = scene.text.slice(Math.max(block.start, block.end - 200), block.end);
    if (block.kind !== 'paragraph' || text.split(/\s+/).length < 12) continue;
    long++;
    if (/[.!?…]["”’»')\]]*$|[-–—]$/.test(text)) ended++;
  }
  return long >= 3 && ended >= 0.9 * long;
}
