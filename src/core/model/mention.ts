import { z } from 'zod';
import { Span } from './span.ts';

export const MentionKind = z.enum([
  'date',
  'person',
  'organization',
  'country',
  'place',
  'instrument',
  'event',
  'weapon',
  'count',
  'insertion',
  'reference',
]);
export type MentionKind = z.infer<typeof MentionKind>;

/** A name, date, number or reference in the text with its normal form (TIMEX3, EDTF); `value` null when it cannot be resolved. */
export const Mention = Span.extend({
  kind: MentionKind,
  value: z.string().nullable().describe('dates: ISO 8601, EDTF or TimeML; counts: the number with bound and unit'),
  name: z.string().nullable().describe('the fullest or canonical name'),
  entity: z.string().nullable().describe('id in data/, or a key shared by the mentions of one thing in this document'),
  turn: z.string().nullable(),
  rule: z.string(),
});
export type Mention = z.infer<typeof Mention>;
