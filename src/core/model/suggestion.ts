import { z } from 'zod';
import { Act, Polarity } from './claim.ts';
import { Section } from './entry.ts';
import { MentionKind } from './mention.ts';
import { Anchor } from './span.ts';

export const SuggestionKind = z.enum(['mention', 'claim', 'topic', 'entry']);
export type SuggestionKind = z.infer<typeof SuggestionKind>;

/** What each kind of suggestion may say of its words: closed values and vocabulary ids, never free prose. */
export const SUGGESTED = {
  mention: z.object({
    kind: MentionKind,
    name: z.string().min(1).max(200).nullish(),
    value: z.string().max(80).nullish(),
  }),
  claim: z.object({
    act: Act,
    polarity: Polarity.default('affirmative'),
    modality: z
      .string()
      .regex(/^[a-z-]{1,20}$/)
      .default('indicative'),
    topic: z.string().nullish(),
  }),
  topic: z.object({ topic: z.string() }),
  entry: z.object({ section: Section, status: z.string() }),
} as const satisfies Record<SuggestionKind, z.ZodObject>;

/**
 * What a language model proposes about exact words of a version. It is no part of the record and of no export; a person's
 * `accept` makes it one, with the person's name (law S1).
 */
export const Suggestion = z.object({
  id: z.string(),
  kind: SuggestionKind,
  turn: z.string(),
  anchor: Anchor,
  content: z.record(z.string(), z.string().nullable()).describe('fields of its kind: act, topic, section ...'),
  model: z.string(),
  at: z.string().describe('when it was suggested (ISO 8601)'),
});
export type Suggestion = z.infer<typeof Suggestion>;
