import type { Block } from '../../model/index.ts';
import { cutLines, type Line } from './cut-lines.ts';
import { findWrapWidth } from './find-wrap-width.ts';
import { opensWithLabel } from './opens-with-label.ts';

const BULLET = /^(?:[-*•●▪◦‣–—]\s+|\(?\d{1,3}[.)]\s+|\(?[a-z]\)\s+)\S/u;
const RULE = /^(?:[-*_=~#·•.\s]{1,200})$/;
/** A first-line indent is at least this many columns more than the line before. */
const INDENT = 2;
/** Columns left free on a line before its end counts as deliberate. */
const SLACK = 6;

/**
 * Plain text into blocks: paragraphs, list items, separators. Hard-wrapped lines are joined when the file is hard-wrapped at
 * all; otherwise each line is a block. Linear in the text.
 */
export function findTextBlocks(text: string): Block[] {
  const lines = cutLines(text);
  const width = findWrapWidth(lines);
  const blocks: Block[] = [];
  let open: Line[] = [];
  const close = () => {
    if (open.length) blocks.push({ kind: kindOf(open, text), start: open[0]!.start, end: open.at(-1)!.end });
    open = [];
  };
  for (const line of lines) {
    if (line.end === line.start) {
      close();
      continue;
    }
    const previous = open.at(-1);
    if (previous && !runsOn(text, open, previous, line, width)) close();
    open.push(line);
  }
  close();
  return blocks;
}

/** Does this line continue the paragraph? The order does not matter: each test alone is enough to begin a new one. */
function runsOn(text: string, open: readonly Line[], previous: Line, line: Line, width: number | null): boolean {
  if (width === null) return false;
  const words = text.slice(line.start, Math.min(line.end, line.start + 160));
  const before = text.slice(previous.start, Math.min(previous.end, previous.start + 200));
  if (RULE.test(words) || RULE.test(before)) return false;
  if (opensWithLabel(words)) return false;
  if (line.indent >= previous.indent + INDENT && !(open.length === 1 && BULLET.test(before))) return false;
  const first = /^\S+/.exec(words)?.[0].length ?? 0;
  const room = previous.indent + (previous.end - previous.start) + 1 + first;
  const deliberate = room + SLACK < width;
  if (BULLET.test(words) && (deliberate || BULLET.test(text.slice(open[0]!.start, open[0]!.start + 20)))) return false;
  return !deliberate;
}

function kindOf(lines: readonly Line[], text: string): Block['kind'] {
  const head = text.slice(lines[0]!.start, Math.min(lines[0]!.end, lines[0]!.start + 200));
  if (RULE.test(head)) return 'line';
  return BULLET.test(head) ? 'list-item' : 'paragraph';
}
