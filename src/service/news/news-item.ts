import { z } from 'zod';
import { titleOf } from '../../core/cite/supply-title.ts';
import type { DocumentHead } from '../../core/model/index.ts';
import type { Arrival } from '../../store/port.ts';
import type { Context } from '../operation.ts';

/** One thing that is new in the record. */
export const NewsItem = z.object({
  kind: z.enum(['text', 'changed', 'said']),
  id: z.string().describe('of the version, or of the turn in it'),
  document: z.string(),
  added: z.string().describe('when the text came into the record (ISO 8601)'),
  date: z.string().nullable().describe('when it was said (EDTF), as far as the source prints it'),
  title: z.string(),
  speaker: z.string().nullable(),
  start: z.int().nullable().describe('where the words stand in the text of the version; UTF-16'),
  end: z.int().nullable(),
  text: z.string().nullable().describe('words of the source, exactly; null where its rights forbid to show them'),
  why: z.string().describe('what is new, in our words'),
  url: z.string().nullable().describe("the source's own address"),
  reviewed: z.boolean().describe('has a person accepted it; else it is as a machine read it'),
});
export type NewsItem = z.infer<typeof NewsItem>;

/** What the finders of news look at. */
export interface NewsScene {
  readonly ctx: Context;
  readonly heads: readonly DocumentHead[];
  readonly byId: ReadonlyMap<string, DocumentHead>;
  /** newest first */
  readonly arrivals: readonly Arrival[];
  /** most items wanted */
  readonly limit: number;
}

/** What an item has from its document. A text whose rights say "link only" lends no words. */
export const itemOf = (head: DocumentHead, added: string) => ({
  document: head.id,
  added,
  date: head.date,
  title: titleOf(head),
  url: head.url,
});
