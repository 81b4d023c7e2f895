import { z } from 'zod';
import { Span } from './span.ts';
import { Voice } from './turn.ts';

/** The act a sentence performs (speech acts; PLOVER's tags where they meet). Defined in docs/vocabulary.md. */
export const Act = z.enum([
  'assertion',
  'report',
  'demand',
  'request',
  'condition',
  'refusal',
  'commitment',
  'offer',
  'prediction',
  'warning',
  'denial',
  'no-comment',
  'hedge',
  'accusation',
]);
export type Act = z.infer<typeof Act>;
export const Polarity = z.enum(['affirmative', 'negative', 'mixed']);
export const Modality = z
  .string()
  .describe('indicative, or the modal: will, would, must, have-to, should, may, can, cannot ...');

/** What a speaker puts forward in one span. Only claims with a speaker fold into positions (law V1). */
export const Claim = Span.extend({
  id: z.string(),
  turn: z.string(),
  speaker: z.string().nullable(),
  person: z.string().nullable(),
  voice: Voice,
  topic: z.string().nullable().describe('the main topic'),
  topics: z.array(z.string()),
  act: Act,
  polarity: Polarity,
  modality: Modality,
  addressee: z.string().nullable(),
  reported: z.string().nullable().describe('whose view it is, when he reports another'),
  hedges: z.array(z.string()),
  condition: Span.nullable(),
  inReplyTo: z.string().nullable().describe('the question turn it answers'),
  rule: z.string(),
});
export type Claim = z.infer<typeof Claim>;
