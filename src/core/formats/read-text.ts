import type { Block, DecodedSource, Reading } from '../model/index.ts';

/** Plain text: the text is the file, character by character; blocks are its non-empty lines. */
export function readText(source: DecodedSource): Reading {
  const text = source.text ?? '';
  const blocks: Block[] = [];
  for (const m of text.matchAll(/[^\n]*\S[^\n]*/g)) {
    const line = m[0];
    const lead = line.length - line.trimStart().length;
    blocks.push({ kind: 'paragraph', start: m.index + lead, end: m.index + line.trimEnd().length });
  }
  return {
    reader: 'text/1',
    text,
    blocks,
    marks: [],
    clues: [...(source.clues ?? [])],
    findings: [...source.findings],
  };
}
