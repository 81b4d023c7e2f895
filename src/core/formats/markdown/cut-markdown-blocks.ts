import type { Block } from '../../model/index.ts';
import { opensWithLabel } from '../text/opens-with-label.ts';

/** A block of Markdown source: its kind and its inline source, lines joined (a space, or a line break where one is printed). */
export interface MarkdownBlock {
  readonly kind: Block['kind'];
  readonly level?: number;
  readonly source: string;
  /** code: no inline markup inside */
  readonly verbatim?: boolean;
}

const HEADING = /^ {0,3}(#{1,6})[ \t]+(?=\S)/;
const RULE = /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const SETEXT = /^ {0,3}(=+|-+)[ \t]*$/;
const BULLET = /^[ \t]*[-*+•][ \t]+(?=\S)/;
const NUMBER = /^[ \t]*(\d{1,3})[.)][ \t]+(?=\S)/;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const TAGS_ONLY = /^[ \t]*(?:<\/?[a-zA-Z][\w-]{0,20}(?:\s[^<>]{0,500})?\/?>[ \t]*|<!--.{0,500}?-->[ \t]*){1,20}$/;
const BLOCK_TAG = /^[ \t]*<(?:p|div|h[1-6]|li|td|th|tr|blockquote|section|article|pre)\b/i;
const SILENT = /^[ \t]*<(script|style)\b/i;
const TABLE_RULE = /^[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*){0,50}\|?[ \t]*$/;

/**
 * Markdown into blocks, line by line. Indented lines are prose, not code: transcripts indent and never hold code. A printed
 * label at the start of a line begins a block, because exporters drop the empty line between turns.
 */
export function cutMarkdownBlocks(text: string): MarkdownBlock[] {
  const blocks: MarkdownBlock[] = [];
  let kind: Block['kind'] = 'paragraph';
  // lines in a list, joined once: a growing string that is looked at is copied each time
  let open: string[] = [];
  let broken = false;
  const close = () => {
    if (open.length) blocks.push({ kind, source: open.join('') });
    open = [];
    broken = false;
    kind = 'paragraph';
  };
  let fence = '';
  let silent = '';
  for (const raw of text.split(/\r\n|[\n\r\f]/)) {
    if (silent) {
      if (raw.toLowerCase().includes(`</${silent}`)) silent = '';
      continue;
    }
    const fenced = openingFence(raw);
    if (fence) {
      if (fenced?.mark.startsWith(fence) && fenced.info === '') fence = '';
      else if (raw.trim()) blocks.push({ kind: 'preformatted', source: raw, verbatim: true });
      continue;
    }
    let line = raw;
    const quoted = /^ {0,3}(?:>[ \t]?)+/.exec(line)?.[0];
    if (quoted) line = line.slice(quoted.length);
    if (quoted && kind !== 'quote') close();
    if (fenced) {
      close();
      fence = fenced.mark;
      // "~~~ words": whatever stands behind the fence is shown to somebody, so it stays
      if (fenced.info !== '') blocks.push({ kind: 'preformatted', source: fenced.info, verbatim: true });
    } else if (SILENT.test(line)) {
      close();
      silent = line.toLowerCase().includes(`</${SILENT.exec(line)![1]!.toLowerCase()}`)
        ? ''
        : SILENT.exec(line)![1]!.toLowerCase();
    } else if (!line.trim() || TAGS_ONLY.test(line) || (TABLE_RULE.test(line) && line.includes('|'))) close();
    else if (HEADING.test(line)) {
      close();
      const m = HEADING.exec(line)!;
      blocks.push({ kind: 'heading', level: m[1]!.length, source: withoutClosingSigns(line.slice(m[0].length)) });
    } else if (open.length === 1 && kind === 'paragraph' && SETEXT.test(line) && open[0]!.length < 200) {
      blocks.push({ kind: 'heading', level: line.includes('=') ? 1 : 2, source: open[0]! });
      open = [];
      broken = false;
    } else if (RULE.test(line)) {
      close();
      blocks.push({ kind: 'line', source: line.trim(), verbatim: true });
    } else {
      const item = BULLET.exec(line) ?? NUMBER.exec(line);
      // only a bullet or the number 1 may begin a list inside a paragraph: a wrapped line may open with "2022. "
      const begins = item && (!open.length || kind === 'list-item' || !item[1] || item[1] === '1');
      if (begins || BLOCK_TAG.test(line) || (open.length && opensWithLabel(line.trimStart()))) close();
      if (begins) {
        kind = 'list-item';
        if (!item[1]) line = line.slice(item[0].length);
      }
      if (quoted) kind = 'quote';
      const text = line.replace(/\\$/, '').trim();
      if (text) open.push(open.length && !broken ? ` ${text}` : text);
      broken = line.endsWith('  ') || line.endsWith('\\');
      if (broken && text) open.push('\n');
    }
  }
  close();
  return blocks;
}

/** `Talks ##` -> `Talks`; by hand, because a pattern anchored at the end is quadratic on a line of spaces. */
function withoutClosingSigns(heading: string): string {
  const body = heading.trimEnd();
  let end = body.length;
  while (body[end - 1] === '#') end--;
  return end < body.length && /\s/.test(body[end - 1] ?? ' ') ? body.slice(0, end).trimEnd() : body;
}

/** A code fence and what stands behind it; back ticks inside a line are inline code, no fence (CommonMark 4.5). */
function openingFence(line: string): { mark: string; info: string } | null {
  const m = FENCE.exec(line);
  if (!m) return null;
  const info = line.slice(m[0].length).trim();
  return m[1]!.startsWith('`') && info.includes('`') ? null : { mark: m[1]!, info };
}
