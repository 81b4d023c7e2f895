import { z } from 'zod';
import { titleOf } from '../../core/cite/supply-title.ts';
import { type DocumentHead, TurnKind, Voice } from '../../core/model/index.ts';
import type { FoundTurn, TextQuery } from '../../store/port.ts';
import { findMatches } from '../find/find-matches.ts';
import { lendsWords } from '../rights/rights.ts';

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
  title: z.string().describe('as printed, else one supplied, in square brackets'),
  outlet: z.string().nullable(),
  language: z.string().nullable(),
  also: z
    .array(z.object({ document: z.string(), turn: z.string(), publisher: z.string().nullable() }))
    .describe('where other texts of the same event have it: a mirror and its page are one hit'),
});
export type Hit = z.infer<typeof Hit>;

/** A turn that was found, with its words in context; `context` is how many UTF-16 units stand on each side. */
export function readHit(document: DocumentHead, turn: FoundTurn, query: TextQuery, context: number): Hit {
  const { body } = turn;
  const found = findMatches(body, { start: 0, end: body.length }, query);
  const { start, end } = found[0]!;
  const lends = lendsWords(document);
  return {
    document: document.id,
    turn: turn.id,
    start: turn.bodyStart + start,
    end: turn.bodyStart + end,
    text: body.slice(start, end),
    // a source that may only be linked to lends no words beside those that were asked for
    before: lends ? body.slice(Math.max(0, start - context), start) : '',
    after: lends ? body.slice(end, end + context) : '',
    matches: found.length,
    // readers are not public persons: their names do not leave through a search
    speaker: turn.voice === 'reader' ? null : turn.speaker,
    voice: turn.voice,
    kind: turn.kind,
    date: document.date,
    title: titleOf(document),
    outlet: document.outlet,
    language: document.language,
    also: [],
  };
}
