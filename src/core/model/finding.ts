import { z } from 'zod';

/** What a stage wants a person to look at (vfile's message). It never stops the work. */
export const Finding = z.object({
  stage: z
    .string()
    .describe('the stage that noticed: decode, formats, voices, sentences, mentions, claims, versions, quotes'),
  rule: z.string().describe('the rule that fired, in words joined by hyphens'),
  severity: z.enum(['info', 'warning', 'error']),
  start: z.int().nonnegative().optional(),
  end: z.int().nonnegative().optional(),
  why: z.string().describe('one sentence: what was seen and what it may mean'),
});
export type Finding = z.infer<typeof Finding>;

/** What every stage returns: items over the text, and findings for a person. */
export interface Layer<T> {
  readonly items: readonly T[];
  readonly findings: readonly Finding[];
}
