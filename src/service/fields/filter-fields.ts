import { z } from 'zod';
import { dayField } from './day-field.ts';

/**
 * How answers are narrowed and turned over: one definition, so that a flag means the same in every operation. An operation
 * picks the fields it has, and may describe one in its own words.
 */
export const FILTER_FIELDS = {
  speaker: z.string().optional().meta({ description: 'only this person, by any name' }),
  party: z.string().optional().meta({ description: 'only speakers of this state or body' }),
  from: dayField()
    .optional()
    .meta({ description: 'first day', cli: { value: 'DATE' } }),
  to: dayField()
    .optional()
    .meta({ description: 'last day', cli: { value: 'DATE' } }),
  lang: z.string().optional().meta({ description: 'language of the text' }),
  outlet: z.string().optional().meta({ description: 'the medium that asked, or the publisher' }),
  next: z.string().optional().meta({ description: 'where the last answer ended' }),
} as const;

/** Where a page begins: `next` as an earlier answer gave it. */
export const offsetOf = (next: string | undefined): number =>
  next === undefined ? 0 : Math.max(0, Number.parseInt(next, 10) || 0);

/** What leads on to the next page; null on the last one. */
export const nextAfter = (end: number, total: number): string | null => (end < total ? String(end) : null);
