import { z } from 'zod';

/** A name as printed. We do not split it: which part is the family name is not ours to guess. */
const CslName = z.strictObject({ literal: z.string().min(1) });
const CslDate = z.strictObject({
  'date-parts': z.array(z.array(z.int()).min(1).max(3)).min(1).max(2),
  circa: z.literal(true).optional(),
});

/** The part of CSL-JSON that we write, closed: a field that is not listed here is a mistake. */
export const CslItem = z.strictObject({
  id: z.string(),
  type: z.enum(['interview', 'speech', 'article', 'webpage']),
  title: z.string().optional(),
  author: z.array(CslName).min(1).optional(),
  interviewer: z.array(CslName).min(1).optional(),
  'container-title': z.string().optional(),
  publisher: z.string().optional(),
  number: z.string().optional(),
  issued: CslDate.optional(),
  'event-date': CslDate.optional(),
  'event-place': z.string().optional(),
  accessed: CslDate.optional(),
  URL: z.string().optional(),
  archive_location: z.string().optional(),
  language: z.string().optional(),
  genre: z.string().optional(),
  note: z.string().optional(),
});
export type CslItem = z.infer<typeof CslItem>;
