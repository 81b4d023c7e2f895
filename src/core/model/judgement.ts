import { z } from 'zod';
import { Anchor } from './span.ts';

/** What a person decided (nomenklatura's judgement). Append-only: undo is another judgement (laws K1, S1). */
export const Judgement = z.object({
  id: z.string(),
  about: z.string().describe('the id judged'),
  other: z.string().nullable().describe('the second id of a merge or part'),
  decision: z.enum(['accept', 'reject', 'correct', 'unsure', 'merge', 'part', 'undo']),
  value: z.string().nullable(),
  anchor: Anchor.nullable().describe('the whole anchor, so that the judgement survives a new reading'),
  by: z.string(),
  at: z.string(),
  reason: z.string(),
});
export type Judgement = z.infer<typeof Judgement>;

/** Where an id that was once published leads now; kept for ever (law K3). */
export const Redirect = z.object({
  from: z.string(),
  anchor: Anchor.nullable(),
  to: z.string().nullable(),
  status: z.enum(['moved', 'fuzzy', 'lost']),
});
export type Redirect = z.infer<typeof Redirect>;

/** The bytes as received, named by their hash (WARC record, Memento). Kept for ever (law K1). */
export const Capture = z.object({
  sha256: z.string(),
  mediaType: z.string(),
  retrievedAt: z.string().nullable(),
  address: z.string(),
});
export type Capture = z.infer<typeof Capture>;
