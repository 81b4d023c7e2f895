import { z } from 'zod';
import { TurnKind, Voice } from './turn.ts';

/** Verdicts, gravest first; the first that applies is given (design, section 4). */
export const Verdict = z.enum([
  'spliced',
  'misattributed',
  'misdated',
  'altered',
  'truncated',
  'ambiguous',
  'marked',
  'orthographic',
  'verbatim',
  'not-found',
]);
export type Verdict = z.infer<typeof Verdict>;
export const EditFlag = z.enum(['negation', 'number', 'modal', 'name', 'qualifier', 'minor']);
export type EditFlag = z.infer<typeof EditFlag>;

/** Words as another printed them, and what the draft claims about them (schema.org Quotation). */
export const Quotation = z.object({
  id: z.string().optional(),
  quote: z.string(),
  speaker: z.string().optional(),
  date: z.string().optional(),
  document: z.string().optional(),
});
export type Quotation = z.infer<typeof Quotation>;

/** A passage that bears on a quotation. `text` is exactly what stands at start..end in `document`. */
export const Match = z.object({
  document: z.string(),
  turn: z.string(),
  start: z.int(),
  end: z.int(),
  text: z.string(),
  speaker: z.string().nullable(),
  person: z.string().nullable(),
  voice: Voice,
  date: z.string().nullable(),
  score: z.number(),
});
export type Match = z.infer<typeof Match>;

/**
 * One word edit that turns the source into the quotation. `start`/`end` are UTF-16 offsets of `from` in the match's
 * document; `at` is the UTF-16 offset of `to` in the quotation; `match` is the index into `matches`.
 */
export const Edit = z.object({
  op: z.enum(['replace', 'insert', 'delete']),
  match: z.int(),
  from: z.string(),
  to: z.string(),
  start: z.int(),
  end: z.int(),
  at: z.int(),
  flag: EditFlag,
  flags: z.array(EditFlag),
});
export type Edit = z.infer<typeof Edit>;

export const Witness = z.object({
  document: z.string(),
  language: z.string().nullable(),
  translation: z.string(),
  publisher: z.string().nullable(),
  originalHeld: z.boolean().nullable(),
  versions: z
    .array(
      z.object({
        document: z.string(),
        language: z.string().nullable(),
        translation: z.string(),
        publisher: z.string().nullable(),
        matches: z.boolean().describe('do the words, as far as they were found, stand in this version too'),
      }),
    )
    .describe('the versions held of the event'),
  note: z.string().nullable(),
});
export const Coverage = z.object({
  documents: z.int(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  speakerDocuments: z.int().nullable(),
  inPeriod: z.int().nullable().describe('documents of the speaker within 30 days of the claimed day'),
  languages: z.array(z.string()),
  before: z.string().nullable(),
  after: z.string().nullable(),
  note: z.string(),
});
export type Coverage = z.infer<typeof Coverage>;

/** A question or answer beside the passage; a long one is cut at a sentence. Offsets are UTF-16 in the match's document. */
const Said = z.object({
  turn: z.string(),
  kind: TurnKind,
  voice: Voice,
  speaker: z.string().nullable(),
  start: z.int(),
  end: z.int(),
  text: z.string(),
});
/** The exchange around the first match: what was said before, the sentences it stands in, what was said after. */
export const Exchange = z.object({
  before: Said.nullable(),
  passage: z.object({ start: z.int(), end: z.int(), text: z.string() }),
  after: Said.nullable(),
});
export type Exchange = z.infer<typeof Exchange>;

export const QuoteCheck = z.object({
  id: z.string().optional(),
  verdict: Verdict,
  certainty: z.enum(['sure', 'possible']),
  acceptable: z.boolean(),
  matches: z.array(Match),
  edits: z.array(Edit),
  joins: z.array(z.string()),
  why: z.string(),
  frame: z.enum(['other-voice', 'other-person', 'reported-view']).optional(),
  reason: z.enum(['not-in-record', 'not-in-document', 'language-not-held', 'source-unreadable']).optional(),
  days: z.array(z.string()).optional().describe('all the days on which the speaker said just this, when several'),
  printable: z.string().nullable(),
  exchange: Exchange.nullable().optional().describe('left out of the answers to JSON lines'),
  witness: Witness.nullable(),
  coverage: Coverage,
  features: z.record(z.string(), z.unknown()).optional(),
  findings: z.array(z.string()).optional(),
});
export type QuoteCheck = z.infer<typeof QuoteCheck>;
