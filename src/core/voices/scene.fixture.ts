import type { Block, DocumentFacts, Mark, Reading, Rules } from '../model/index.ts';

/** Facts of a document of which nothing is known. */
export const NO_FACTS: DocumentFacts = {
  title: null,
  date: null,
  dateKind: null,
  published: null,
  language: null,
  translation: 'unknown',
  kind: null,
  place: null,
  outlet: null,
  publisher: null,
  republisher: null,
  number: null,
  url: null,
  completeness: 'unknown',
  rights: null,
  evidence: [],
};

/** Rules without any vocabulary. */
export const NO_RULES: Rules = {
  revision: 'none',
  people: [],
  offices: [],
  parties: [],
  publishers: [],
  topics: [],
  things: [],
  cues: {},
};

/** A reading whose blocks are the paragraphs of `text` (blank lines part them), for tests. */
export function readingOf(text: string, over: Partial<Block>[] = [], marks: Mark[] = []): Reading {
  const blocks: Block[] = [];
  for (const m of text.matchAll(/\S(?:(?!\n\s*\n)[\s\S])*/g)) {
    const end = m.index + m[0].trimEnd().length;
    blocks.push({ kind: 'paragraph', start: m.index, end, ...over[blocks.length] });
  }
  return { reader: 'test', text, blocks, marks, clues: [], findings: [] };
}
