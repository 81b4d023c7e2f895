import type { Block } from '../model/index.ts';
import { isGuess, isOpen, type Scene } from './proposal.ts';
import { foldLabel, listOf } from './voice-words.ts';

/** From the first paragraph of the article to the last that is more than a date line. */
export function bodyOf(scene: Scene): readonly Block[] {
  const open = scene.blocks.filter((b) => isOpen(b) && !isGuess(b) && b.kind !== 'heading');
  const first = open.findIndex((b) => !isDateLine(scene, b));
  // Links and addresses of a page may follow; a speech ends with a sentence.
  const last = open.findLastIndex((b) => endsSentence(scene.text.slice(b.start, b.end)));
  return first < 0 ? [] : open.slice(first, last + 1);
}

const endsSentence = (text: string) => /[.!?…]["”’»)\]]*$/.test(text) && text.split(/\s+/).length >= 2;

const isDateLine = (scene: Scene, block: Block) =>
  block.end - block.start < 60 && /\b(?:1[5-9]|20)\d\d\b[^.!?]{0,20}$/.test(scene.text.slice(block.start, block.end));

export const wordsOf = (text: string): readonly string[] => foldLabel(text).match(/[\p{L}\p{M}'-]+/gu) ?? [];

/** "he said", "told reporters": somebody else writes of him. */
export function reports(text: string, scene: Scene): boolean {
  const folded = foldLabel(text);
  let count = 0;
  for (const phrase of listOf(scene.words, 'reporting-phrases')) count += folded.split(phrase).length - 1;
  return count >= 3;
}

/** Somebody says I or we, three times or once in two hundred words. */
export function speaks(text: string, scene: Scene): boolean {
  const list = listOf(scene.words, 'first-person');
  const words = wordsOf(text);
  const count = words.filter((w) => list.has(w)).length;
  return count >= 3 || (count > 0 && count * 200 >= words.length);
}
