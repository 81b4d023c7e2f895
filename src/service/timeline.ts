import { z } from 'zod';
import { Relation } from '../core/ledger/compare-statements.ts';
import { partiesOfSpeakers } from '../core/ledger/party-of-speaker.ts';
import { type Statement, statementsOf } from '../core/ledger/statement.ts';
import { weaveTimeline } from '../core/ledger/weave-timeline.ts';
import { Act, Polarity, type Rules } from '../core/model/index.ts';
import { judgedIds } from './judged-ids.ts';
import { matchesDate } from './match-date.ts';
import { operation } from './operation.ts';
import { preferredVersions } from './preferred-versions.ts';

export const timeline = operation({
  name: 'timeline',
  summary: 'What was said on a topic through time, each step quoted, with the shifts marked.',
  effect: 'read',
  stream: false,
  input: z.object({
    topic: z
      .string()
      .meta({ description: 'id, name or alias of a topic; "onrecord topics" lists them', cli: { positional: true } }),
    speaker: z.string().optional().meta({ description: 'only this person, by any name' }),
    party: z.string().optional().meta({ description: 'only speakers of this state or body' }),
    from: z
      .string()
      .optional()
      .meta({ description: 'first day', cli: { value: 'DATE' } }),
    to: z
      .string()
      .optional()
      .meta({ description: 'last day', cli: { value: 'DATE' } }),
  }),
  output: z.object({
    topic: z.string(),
    entries: z.array(
      z.object({
        date: z.string().nullable(),
        document: z.string(),
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
    coverage: z.object({
      documents: z.int(),
      from: z.string().nullable(),
      to: z.string().nullable(),
      note: z.string(),
    }),
  }),
  async run({ store, rules }, input) {
    const topic = topicFor(input.topic, rules);
    const { accepted } = await judgedIds(store);
    const found: Statement[] = [];
    const dates: string[] = [];
    let documents = 0;
    const preferred = await preferredVersions(store);
    for await (const record of store.records()) {
      if (!preferred.has(record.document.id)) continue;
      documents++;
      if (record.document.date) dates.push(record.document.date);
      for (const s of statementsOf(record, rules, partiesOfSpeakers(record, rules))) if (topic.has(s)) found.push(s);
    }
    dates.sort();
    const chosen = found.filter(
      (s) =>
        speaks(s, input.speaker, rules) && ofParty(s, input.party, rules) && matchesDate(s.date, input.from, input.to),
    );
    return {
      topic: topic.id,
      entries: weaveTimeline(chosen).map(({ statement: s, shift }) => ({
        date: s.date,
        document: s.document,
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
      coverage: {
        documents,
        from: dates[0] ?? null,
        to: dates.at(-1) ?? null,
        note: `${documents} occasions held${dates[0] ? `, ${dates[0]} to ${dates.at(-1)}` : ''}; what was said elsewhere is not in this record`,
      },
    };
  },
});

/** A topic of the vocabulary by any of its names, else a name of a treaty, track or party, else words the claim must hold. */
function topicFor(query: string, rules: Rules): { id: string; has(s: Statement): boolean } {
  const wanted = query.toLowerCase().trim();
  const named = (x: { id: string; name: string; aliases: readonly string[] }) =>
    [x.id, x.name, ...x.aliases].some((n) => n.toLowerCase() === wanted);
  const topic = rules.topics.find(named);
  if (topic) return { id: topic.id, has: (s) => s.claim.topics.includes(topic.id) };
  const thing = rules.things.find(named) ?? rules.parties.find(named);
  if (thing) return { id: thing.id, has: (s) => s.entities.has(thing.id) };
  return { id: query, has: (s) => s.claim.topics.includes(query) || s.text.toLowerCase().includes(wanted) };
}

function speaks(s: Statement, name: string | undefined, rules: Rules): boolean {
  if (!name) return true;
  const wanted = name.toLowerCase();
  const person = rules.people.find((p) => p.id === s.claim.person);
  const names = [
    s.claim.speaker,
    s.claim.person,
    person?.name,
    ...(person?.aliases ?? []),
    ...Object.values(person?.names ?? {}),
  ];
  return names.some((n) => n?.toLowerCase().includes(wanted));
}

function ofParty(s: Statement, name: string | undefined, rules: Rules): boolean {
  if (!name) return true;
  const wanted = name.toLowerCase();
  const party = rules.parties.find((p) =>
    [p.id, p.name, ...p.aliases, ...p.adjectives].some((n) => n.toLowerCase() === wanted),
  );
  return s.party !== null && s.party === (party?.id ?? name);
}
