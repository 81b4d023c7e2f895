import { z } from 'zod';
import { Voice } from './turn.ts';

export const TranslationKind = z.enum(['original', 'official', 'other', 'machine', 'unknown']);
export const DateKind = z.enum(['said', 'published', 'sidecar', 'name', 'inferred']);
export type DateKind = z.infer<typeof DateKind>;
export const Completeness = z.enum(['full', 'excerpt', 'edited', 'unknown']);

/** A fact with the words that print it. */
export const Evidence = z.object({
  field: z.string(),
  start: z.int().nonnegative().optional(),
  end: z.int().nonnegative().optional(),
  rule: z.string(),
});
export type Evidence = z.infer<typeof Evidence>;

/**
 * What is known of a version, each field null when the source does not print it (law V3).
 * Dates are EDTF, as precise as known.
 */
export const DocumentFacts = z.object({
  title: z.string().nullable(),
  date: z.string().nullable().describe('day of speaking, else of publication (EDTF)'),
  dateKind: DateKind.nullable(),
  published: z.string().nullable().describe('day of publication (EDTF)'),
  language: z.string().nullable().describe('BCP 47'),
  translation: TranslationKind,
  kind: z.string().nullable().describe('interview, briefing, speech, debate, readout, article ...'),
  place: z.string().nullable(),
  outlet: z.string().nullable().describe('the medium that asked'),
  publisher: z.string().nullable().describe('who published this text first'),
  republisher: z.string().nullable().describe('who re-posted or mirrors it'),
  number: z.string().nullable().describe('document number as printed'),
  url: z.string().nullable(),
  completeness: Completeness,
  rights: z.string().nullable(),
  evidence: z.array(Evidence),
});
export type DocumentFacts = z.infer<typeof DocumentFacts>;

/** Someone who speaks, asks or is announced in a document. */
export const Participant = z.object({
  name: z.string().nullable(),
  role: Voice,
  person: z.string().nullable(),
  labels: z.array(z.string()),
});
export type Participant = z.infer<typeof Participant>;

/** The stored head of a version, as every command prints it. `id` names the version, `event` the event of speaking. */
export const DocumentHead = DocumentFacts.extend({
  id: z.string(),
  event: z.string(),
  name: z.string().describe('file name or address it came under'),
  participants: z.array(Participant),
});
export type DocumentHead = z.infer<typeof DocumentHead>;

/** What a person hands over beside the bytes (NAME.meta.json). It wins over the page, with a finding. */
export const Sidecar = z.object({
  url: z.string().optional(),
  title: z.string().optional(),
  date: z.string().optional(),
  published: z.string().optional(),
  language: z.string().optional(),
  translation: TranslationKind.optional(),
  kind: z.string().optional(),
  outlet: z.string().optional(),
  publisher: z.string().optional(),
  republisher: z.string().optional(),
  number: z.string().optional(),
  participants: z
    .array(z.union([z.string(), z.object({ name: z.string(), role: Voice.optional(), label: z.string().optional() })]))
    .optional(),
  retrieved: z.string().optional(),
  archive: z.string().optional(),
  receivedFrom: z.string().optional(),
  rights: z.string().optional(),
  note: z.string().optional(),
  event: z.string().optional(),
});
export type Sidecar = z.infer<typeof Sidecar>;
