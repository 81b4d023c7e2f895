import type { Scene } from './proposal.ts';

// The title of an interview stands at the head; headings further down are of parts.
const HEAD = 8;

/** The title as settled, and what the head of the text prints as titles, in their order. */
export function titlesOf(scene: Scene): string[] {
  const printed = scene.blocks
    .filter((b) => b.zone === 'title' || b.zone === 'metadata' || b.kind === 'heading')
    .slice(0, HEAD)
    .map((b) => scene.text.slice(b.start, b.end));
  return scene.facts.title ? [scene.facts.title, ...printed] : printed;
}
