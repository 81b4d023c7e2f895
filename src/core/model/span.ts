import { z } from 'zod';

/** A stretch of a version's text. Offsets are UTF-16 code units (JavaScript string indices); `end` is exclusive. */
export const Span = z.object({
  start: z.int().nonnegative().describe('first UTF-16 unit'),
  end: z.int().nonnegative().describe('UTF-16 unit after the last'),
});
export type Span = z.infer<typeof Span>;

/** How an anchor was found again: as it was, elsewhere but word for word, approximately, or not at all (law A2). */
export const ResolutionStatus = z.enum(['exact', 'moved', 'fuzzy', 'lost']);
export type ResolutionStatus = z.infer<typeof ResolutionStatus>;

/**
 * Where words stand, in a form that survives a better reading of the same version: W3C Web Annotation's
 * TextPositionSelector (start, end) and TextQuoteSelector (exact, prefix, suffix) on one version.
 */
export const Anchor = z.object({
  version: z.string().describe('ver: id of the text'),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  exact: z.string().describe('the words themselves'),
  prefix: z.string().describe('words before, widened until the quote is unambiguous'),
  suffix: z.string().describe('words after, widened likewise'),
});
export type Anchor = z.infer<typeof Anchor>;

/** The answer to "where is this anchor now?"; `start`/`end` are null when lost. */
export const Resolution = z.object({
  status: ResolutionStatus,
  start: z.int().nonnegative().nullable(),
  end: z.int().nonnegative().nullable(),
  errors: z.int().nonnegative().describe('character edits between the anchor and the words found'),
  why: z.string(),
});
export type Resolution = z.infer<typeof Resolution>;
