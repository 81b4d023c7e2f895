import { z } from 'zod';
import { Finding } from './finding.ts';
import { Span } from './span.ts';
import { TurnKind, Voice } from './turn.ts';

/**
 * A block as the source lays it out: a paragraph, heading, list item. Blocks are ordered and do not overlap;
 * only white space stands between them. `text.slice(start, end)` has no white space at its ends.
 */
export const Block = Span.extend({
  kind: z.enum(['paragraph', 'heading', 'list-item', 'quote', 'preformatted', 'table', 'caption', 'line']),
  level: z.int().optional().describe('heading level'),
  zone: z
    .enum(['title', 'metadata', 'heading', 'commentary', 'comment', 'boilerplate', 'article'])
    .optional()
    .describe("what the reader already knows of the block's place in the page; voices may refine it"),
  region: z
    .array(z.string())
    .optional()
    .describe('structural clues, outermost first: nav, footer, comments, class words'),
  rule: z.string().optional().describe('the rule that set zone'),
  ruled: z.boolean().optional().describe('a drawn line parts it from what stands before'),
  utterance: z
    .object({
      key: z.string().describe('blocks of one utterance share it'),
      kind: TurnKind.optional(),
      voice: Voice.optional(),
      who: z.string().nullable().describe('speaker as the markup names it'),
      label: z.string().nullable().describe('label as printed, if printed'),
      bodyStart: z.int().optional().describe('where the label ends, when the label is part of the block'),
      continues: z.boolean().optional(),
    })
    .optional()
    .describe('formats that state who speaks (TEI, Akoma Ntoso, captions) say it here'),
});
export type Block = z.infer<typeof Block>;

/** Inline formatting, kept as a layer because the text itself carries no markup. */
export const Mark = Span.extend({
  kind: z.enum([
    'strong',
    'emphasis',
    'underline',
    'strike',
    'insertion',
    'superscript',
    'link',
    'note',
    'time',
    'smallcaps',
    'hyphenation',
  ]),
  value: z.string().optional().describe('href of a link, datetime of a time, printed form of a divided word'),
});
export type Mark = z.infer<typeof Mark>;

/** A fact the source states about itself, with where it is printed when it is: many clues, settled later. */
export const Clue = z.object({
  field: z.string().describe('a field of DocumentFacts, or author, siteName, description'),
  value: z.string(),
  start: z.int().nonnegative().optional(),
  end: z.int().nonnegative().optional(),
  rule: z.string().describe('html-meta, json-ld, front-matter, title-tag, printed-line, url ...'),
});
export type Clue = z.infer<typeof Clue>;

/**
 * Our extraction of a version by one revision of a reader. The text never changes (law T1): a better reader makes a
 * new reading, and everything else is layers of spans over this one string.
 */
export const Reading = z.object({
  reader: z.string().describe('name and revision, e.g. html/1'),
  text: z.string(),
  blocks: z.array(Block),
  marks: z.array(Mark),
  clues: z.array(Clue),
  findings: z.array(Finding),
});
export type Reading = z.infer<typeof Reading>;

/** One text run of a page of a PDF, as the decoder hands it over; units are PDF points, y grows upwards. */
export interface PdfRun {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly font: string;
  readonly endOfLine: boolean;
}
export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly runs: readonly PdfRun[];
}
export interface CaptionCue {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly voice: string | null;
}

/** The formats core can read, after decoding. */
export type SourceFormat = 'html' | 'text' | 'markdown' | 'xml' | 'captions' | 'pdf';

/** What intake hands to core: decoded, plain data; no bytes, no DOM. */
export interface DecodedSource {
  /** File name or last part of the address; a clue only, never identity. */
  readonly name: string;
  readonly format: SourceFormat;
  readonly mediaType: string;
  /** html, text, markdown, xml */
  readonly text?: string;
  /** pdf */
  readonly pages?: readonly PdfPage[];
  /** captions */
  readonly cues?: readonly CaptionCue[];
  /** What the container says: mail headers, feed item, PDF info, DOCX core properties. */
  readonly clues?: readonly Clue[];
  readonly findings: readonly Finding[];
}
