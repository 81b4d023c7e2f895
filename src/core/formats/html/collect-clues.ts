import type { Clue } from '../../model/index.ts';
import { type HtmlTree, rawText } from './parse-html.ts';
import type { WalkedText } from './walk-text.ts';

export function collectClues(tree: HtmlTree, _walked: WalkedText): Clue[] {
  const clues: Clue[] = [];
  const title = tree.elements.find((e) => e.tag === 'title' && e.parent?.tag === 'head');
  if (title) clues.push({ field: 'title', value: rawText(title).replace(/\s+/g, ' ').trim(), rule: 'title-tag' });
  return clues;
}
