import { z } from 'zod';
import { plainKeys } from '../core/ledger/propositions/read-proposition.ts';
import { Relation } from '../core/ledger/relation.ts';
import type { StatementLine } from '../core/ledger/statement-line.ts';
import { Act, Polarity, type Rules, type Topic } from '../core/model/index.ts';
import type { StatementQuery, Store } from '../store/port.ts';
import { FILTER_FIELDS, nextAfter, offsetOf } from './fields/filter-fields.ts';
import { givenAmong, Nothing, whyNothing } from './fields/why-nothing.ts';
import { partyNamed, thingNamed, topicNamed } from './find/named.ts';
import { readEntries } from './find/read-entries.ts';
import { speakersNamed } from './find/speaker-names.ts';
import { judgedIds } from './judge/judged-ids.ts';
import { operation } from './operation.ts';
import { Reach, reachOf } from './reach.ts';
import { remember } from './remember.ts';

export const timeline = operation({
  name: 'timeline',
  summary: 'What was said on a topic through time, each step quoted, with the shifts marked.',
  effect: 'read',
  stream: false,
  input: z.object({
    topic: z.string().meta({
      description: 'a topic ("onrecord topics" lists them), treaty, party or word',
      cli: { positional: true },
    }),
    speaker: FILTER_FIELDS.speaker,
    party: FILTER_FIELDS.party,
    from: FILTER_FIELDS.from,
    to: FILTER_FIELDS.to,
    limit: z.coerce.number().int().min(1).max(5000).default(500).meta({ description: 'statements a page' }),
    next: FILTER_FIELDS.next,
  }),
  output: z.object({
    topic: z.string(),
    topicName: z.string(),
    total: z.int().describe('statements on all pages'),
    next: z.string().nullable(),
    years: z.record(z.string(), z.int()).describe('statements on all pages by year; "no date" where it is not known'),
    entries: z.array(
      z.object({
        date: z.string().nullable(),
        document: z.string(),
        claim: z.string().describe('what to judge'),
        turn: z.string(),
        start: z.int(),
        end: z.int(),
        text: z.string(),
        speaker: z.string().nullable(),
        person: z.string().nullable(),
        party: z.string().nullable(),
        act: Act,
        polarity: Polarity,
        modality: z.string(),
        inReplyTo: z.string().nullable(),
        question: z
          .object({ turn: z.string(), text: z.string() })
          .nullable()
          .describe('what was asked, whole; null where nothing was'),
        reviewed: z.boolean(),
        shift: z
          .object({
            relation: Relation,
            why: z.string(),
            from: z.object({ document: z.string(), turn: z.string(), start: z.int(), end: z.int(), text: z.string() }),
          })
          .optional(),
      }),
    ),
    empty: Nothing.nullable().describe('when nothing was found: why'),
    coverage: Reach,
  }),
  async run({ store, rules }, input) {
    const { id, name, about } = topicFor(input.topic, rules, await languagesHeld(store));
    const { accepted } = await judgedIds(store);
    const by = input.speaker ? await speakersNamed(store, rules, input.speaker) : null;
    const party = input.party ? partyNamed(input.party, rules) : undefined;
    const lineOf = (filters: readonly (typeof FILTERS)[number][]) => {
      const isSet = new Set<string>(filters);
      return store.statementLine({
        about,
        by: isSet.has('speaker') ? by : null,
        party: isSet.has('party') ? (party?.id ?? input.party) : undefined,
        from: isSet.has('from') ? input.from : undefined,
        to: isSet.has('to') ? input.to : undefined,
      });
    };
    const given = givenAmong(FILTERS, input);
    const line = await lineOf(given);
    const offset = Math.min(offsetOf(input.next), line.length);
    const end = Math.min(offset + input.limit, line.length);
    const entries = await readEntries(store, line, offset, end);
    return {
      topic: id,
      topicName: name,
      total: line.length,
      next: nextAfter(end, line.length),
      years: yearsOf(line),
      entries: entries.map(({ statement: s, shift }) => ({
        date: s.date,
        document: s.document,
        claim: s.claim.id,
        turn: s.claim.turn,
        start: s.start,
        end: s.end,
        text: s.text,
        speaker: s.claim.speaker,
        person: s.claim.person,
        party: s.party,
        act: s.claim.act,
        polarity: s.claim.polarity,
        modality: s.claim.modality,
        inReplyTo: s.claim.inReplyTo,
        question: s.claim.inReplyTo && s.question ? { turn: s.claim.inReplyTo, text: s.question } : null,
        reviewed: accepted.has(s.claim.id),
        ...(shift
          ? {
              shift: {
                relation: shift.relation,
                why: shift.why,
                from: {
                  document: shift.from.document,
                  turn: shift.from.claim.turn,
                  start: shift.from.start,
                  end: shift.from.end,
                  text: shift.from.text,
                },
              },
            }
          : {}),
      })),
      empty:
        line.length > 0
          ? null
          : await whyNothing(
              given,
              given.filter(
                (f) =>
                  (f === 'speaker' && by!.persons.length + by!.speakers.length === 0) ||
                  (f === 'party' && party === undefined),
              ),
              async (kept) => (await lineOf(kept)).length,
            ),
      coverage: await reachOf(store),
    };
  },
});

/** What narrows a timeline down, as the operation names it. */
const FILTERS = ['speaker', 'party', 'from', 'to'] as const;

/** Languages of the texts held, looked up once until the record is written to again. */
const languagesHeld = (store: Store) => remember(store, 'languages', () => store.headValues('language'));

function yearsOf({ days, day }: StatementLine): Record<string, number> {
  const counts = new Int32Array(days.length);
  for (const d of day) counts[d]!++;
  const years: Record<string, number> = {};
  for (const [d, count] of counts.entries()) {
    const year = days[d]?.slice(0, 4) ?? 'no date';
    if (count > 0) years[year] = (years[year] ?? 0) + count;
  }
  return years;
}

const isOwnName = (query: string, { id, name }: Topic): boolean =>
  [id, name].some((n) => n.toLowerCase() === query.trim().toLowerCase());

/**
 * A topic of the vocabulary by its name, a treaty, track or event by any of its names, a topic by another of its names, a party,
 * else words a statement holds: who asks for a treaty does not ask for all that is said around it.
 */
function topicFor(
  query: string,
  rules: Rules,
  languages: readonly string[],
): { id: string; name: string; about: StatementQuery['about'] } {
  const topic = topicNamed(query, rules);
  const treaty = topic && isOwnName(query, topic) ? undefined : thingNamed(query, rules);
  if (topic && !treaty) return { id: topic.id, name: topic.name, about: { topic: topic.id } };
  const thing = treaty ?? partyNamed(query, rules);
  if (thing) return { id: thing.id, name: thing.name, about: { entity: thing.id } };
  const keysOf = (word: string, language: string) =>
    plainKeys({ text: word, mentions: [] }, language.slice(0, 2), rules);
  const keys = query
    .split(/\s+/u)
    .map((word) => [...new Set(['en', 'ru', ...languages].flatMap((l) => [...keysOf(word, l)]))]);
  return { id: query, name: query, about: { words: query, keys: keys.filter((forms) => forms.length > 0) } };
}
