import { z } from 'zod';

/** A search that a person keeps under a name, to come back to and to be told of. */
export const SavedSearch = z.object({
  name: z.string().describe('letters, digits, - and _; one search a name'),
  query: z.string().describe('as "search" reads it; empty: whatever the filters let through'),
  speaker: z.string().nullable(),
  topic: z.string().nullable(),
  outlet: z.string().nullable(),
  lang: z.string().nullable(),
  saved: z.string().describe('when (ISO 8601)'),
});
export type SavedSearch = z.infer<typeof SavedSearch>;
