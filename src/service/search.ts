import { z } from 'zod';
import { TurnKind, type VersionRecord, Voice } from '../core/model/index.ts';
import { findMatches } from './find-matches.ts';
import { operation } from './operation.ts';
import { parseQuery } from './parse-query.ts';
import { resolveId } from './resolve-id.ts';
import { speakerNames } from './speaker-names.ts';

const Hit = z.object({
  document: z.string(),
  turn: z.string(),
  start: z.int(),
  end: z.int(),
  text: z.string(),
  before: z.string(),
  after: z.string(),
  speaker: z.string().nullable(),
  voice: Voice,
  kind: TurnKind,
  date: z.string().nullable(),
  title: z.string().nullable(),
});

/** Keyword in context: characters shown on each side. */
const CONTEXT = 60;

export const search = operation({
  name: 'search',
  summary: 'Find words in what was said: words, "a phrase", prefix*, -without, a OR b, x NEAR/5 y.',
  effect: 'read',
  stream: false,
  input: z.object({
    query: z.string().meta({ description: 'what to look for', cli: { positional: true } }),
    speaker: z.string().optional().meta({ description: 'said by this person, by any name' }),
    voice: z
      .array(Voice)
      .optional()
      .meta({ description: 'official, interviewer, moderator, guest, editor, reader, site, unknown' }),
    kind: z
      .array(TurnKind)
      .optional()
      .meta({ description: 'question, answer, speech, heading, commentary, comment ...' }),
    topic: z.string().optional().meta({ description: 'in a turn that has a claim on this topic' }),
    from: z
      .string()
      .optional()
      .meta({ description: 'first day', cli: { value: 'DATE' } }),
    to: z
      .string()
      .optional()
      .meta({ description: 'last day', cli: { value: 'DATE' } }),
    lang: z.string().optional().meta({ description: 'language of the text' }),
    outlet: z.string().optional().meta({ description: 'the medium that asked' }),
    document: z
      .string()
      .optional()
      .meta({ description: 'in this document only', cli: { value: 'ID' } }),
    limit: z.coerce.number().int().min(1).max(1000).default(20).meta({ description: 'turns a page' }),
    next: z.string().optional().meta({ description: 'where the last answer ended' }),
  }),
  output: z.object({ total: z.int(), next: z.string().nullable(), items: z.array(Hit) }),
  async run({ store, rules }, input) {
    const query = parseQuery(input.query);
    const empty = { total: 0, next: null, items: [] };
    if (!query) return empty;
    const heads = input.speaker || input.outlet ? await store.heads() : [];
    const names = input.speaker ? speakerNames(input.speaker, rules, heads) : null;
    if (names && names.persons.length + names.speakers.length === 0) return empty;
    const wanted = input.outlet?.toLowerCase();
    const outlets = wanted && [
      ...new Set(heads.flatMap((h) => (h.outlet?.toLowerCase().includes(wanted) ? [h.outlet] : []))),
    ];
    if (outlets && outlets.length === 0) return empty;
    const offset = input.next ? Math.max(0, Number.parseInt(input.next, 10) || 0) : 0;
    const { total, hits } = await store.searchTurns({
      match: query,
      ...names,
      voices: input.voice,
      kinds: input.kind,
      topic: input.topic,
      from: input.from,
      to: input.to,
      languages: input.lang ? [input.lang] : undefined,
      outlets: outlets || undefined,
      documents: input.document ? [await resolveId(store, input.document)] : undefined,
      limit: input.limit,
      offset,
    });
    const records = new Map<string, VersionRecord>();
    const items: z.infer<typeof Hit>[] = [];
    for (const { document, ordinal } of hits) {
      const record = records.get(document) ?? (await store.record(document))!;
      records.set(document, record);
      const turn = record.turns[ordinal]!;
      const { start, end } = findMatches(record.text, { start: turn.bodyStart, end: turn.end }, query)[0]!;
      items.push({
        document,
        turn: turn.id,
        start,
        end,
        text: record.text.slice(start, end),
        before: record.text.slice(Math.max(turn.bodyStart, start - CONTEXT), start),
        after: record.text.slice(end, Math.min(turn.end, end + CONTEXT)),
        speaker: turn.speaker,
        voice: turn.voice,
        kind: turn.kind,
        date: record.document.date,
        title: record.document.title,
      });
    }
    const end = offset + hits.length;
    return { total, next: end < total ? String(end) : null, items };
  },
});
