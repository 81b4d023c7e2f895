import type { Block, DecodedSource, Mark, Reading } from '../model/index.ts';
import { cutMarkdownBlocks } from './markdown/cut-markdown-blocks.ts';
import { readFrontMatter } from './markdown/read-front-matter.ts';
import { readInline } from './markdown/read-inline.ts';

/**
 * Markdown: the text without its markup, emphasis and strikes as marks. Front matter stays at the head of the text as
 * metadata and gives clues. A word struck and its printed correction are both text: `<s>four</s> \[three\]` -> `four [three]`.
 */
export function readMarkdown(source: DecodedSource): Reading {
  const raw = source.text ?? '';
  const head = readFrontMatter(raw);
  const parts: string[] = [];
  const blocks: Block[] = [];
  const marks: Mark[] = [];
  let length = 0;
  if (head) {
    const printed = raw.slice(0, head.end);
    blocks.push({
      kind: 'preformatted',
      start: 0,
      end: printed.trimEnd().length,
      zone: 'metadata',
      rule: 'front-matter',
    });
    parts.push(printed.trimEnd());
    length = printed.trimEnd().length;
  }
  const references = findReferences(raw);
  for (const block of cutMarkdownBlocks(head ? raw.slice(head.end) : raw)) {
    const inline = block.verbatim ? { text: block.source, marks: [] } : readInline(block.source, references);
    const lead = inline.text.length - inline.text.trimStart().length;
    const body = inline.text.trim();
    if (!body) continue;
    if (length) {
      parts.push('\n\n');
      length += 2;
    }
    blocks.push({
      kind: block.kind,
      start: length,
      end: length + body.length,
      ...(block.level === undefined ? {} : { level: block.level }),
    });
    for (const mark of inline.marks) {
      const start = Math.max(0, mark.start - lead);
      const end = Math.min(body.length, mark.end - lead);
      if (end > start) marks.push({ ...mark, start: length + start, end: length + end });
    }
    parts.push(body);
    length += body.length;
  }
  return {
    reader: 'markdown/1',
    text: parts.join(''),
    blocks,
    marks,
    clues: [...(source.clues ?? []), ...(head?.clues ?? [])],
    findings: [...source.findings],
  };
}

/** Link definitions, `[label]: address`, each on a line of its own (CommonMark 4.7); the first of a label counts. */
function findReferences(raw: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const m of raw.matchAll(/^ {0,3}\[([^\]\n]{1,200})\]:[ \t]*<?([^\s<>]{1,2000})/gm)) {
    const label = m[1]!.toLowerCase();
    if (!found.has(label)) found.set(label, m[2]!);
  }
  return found;
}
