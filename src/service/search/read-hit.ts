import { z } from 'zod';
import { TurnKind, type VersionRecord, Voice } from '../../core/model/index.ts';
import type { TextQuery, TurnHit } from '../../store/port.ts';
import { findMatches } from '../find-matches.ts';

export const Hit = z.object({
  document: z.string(),
  turn: z.string(),
  start: z.int(),
  end: z.int(),
  text: z.string(),
  before: z.string(),
  after: z.string(),
  matches: z.int().describe('how often the words stand in this turn'),
  speaker: z.string().nullable(),
  voice: Voice,
  kind: TurnKind,
  date: z.string().nullable(),
  title: z.string().nullable(),
  outlet: z.string().nullable(),
  language: z.string().nullable(),
  also: z
    .array(z.object({ document: z.string(), turn: z.string(), publisher: z.string().nullable() }))
    .describe('where other texts of the same event have it: a mirror and its page are one hit'),
});
export type Hit = z.infer<typeof Hit>;

/** A turn that was found, with its words in context; `context` is how many UTF-16 units stand on each side. */
export function readHit(record: VersionRecord, { ordinal }: TurnHit, query: TextQuery, context: number): Hit {
  const { document, text, turns } = record;
  const turn = turns[ordinal]!;
  const found = findMatches(text, { start: turn.bodyStart, end: turn.end }, query);
  const { start, end } = found[0]!;
  return {
    document: document.id,
    turn: turn.id,
    start,
    end,
    text: text.slice(start, end),
    before: text.slice(Math.max(turn.bodyStart, start - context), start),
    after: text.slice(end, Math.min(turn.end, end + context)),
    matches: found.length,
    // readers are not public persons: their names do not leave through a search
    speaker: turn.voice === 'reader' ? null : turn.speaker,
    voice: turn.voice,
    kind: turn.kind,
    date: document.date,
    title: document.title,
    outlet: document.outlet,
    language: document.language,
    also: [],
  };
}
