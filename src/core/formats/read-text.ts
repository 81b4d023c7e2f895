import type { DecodedSource, Reading } from '../model/index.ts';
import { findTextBlocks } from './text/find-text-blocks.ts';

/** Plain text: the text is the file, character by character; blocks are its paragraphs, hard-wrapped lines joined. */
export function readText(source: DecodedSource): Reading {
  const text = source.text ?? '';
  return {
    reader: 'text/2',
    text,
    blocks: findTextBlocks(text),
    marks: [],
    clues: [...(source.clues ?? [])],
    findings: [...source.findings],
  };
}
