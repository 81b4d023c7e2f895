import { z } from 'zod';
import { OnrecordError, TALK } from '../core/model/index.ts';
import { operation } from './operation.ts';
import { preferredVersions } from './preferred-versions.ts';
import { Reach, reachOf } from './reach.ts';

const Answer = z.object({
  id: z.string(),
  name: z.string(),
  aliases: z.array(z.string()),
  offices: z.array(
    z.object({ name: z.string(), from: z.string().nullable(), to: z.string().nullable(), source: z.string() }),
  ),
  speaks: z.array(z.object({ document: z.string(), date: z.string().nullable(), title: z.string(), turns: z.int() })),
  mentioned: z
    .array(z.object({ document: z.string(), date: z.string().nullable(), title: z.string(), times: z.int() }))
    .describe('texts that name the person and in which he does not speak'),
  topics: z.array(z.object({ id: z.string(), name: z.string(), statements: z.int() })),
  years: z.record(z.string(), z.int()).describe('statements by year'),
  coverage: Reach,
});

export const person = operation({
  name: 'person',
  summary:
    'Somebody who holds or held an office: the offices, what the record holds of him by year and topic, and where he is only mentioned.',
  effect: 'read',
  stream: false,
  input: z.object({
    id: z.string().meta({ description: 'id or name in data/people.yaml', cli: { positional: true } }),
  }),
  output: Answer,
  async run({ store, rules }, input) {
    const wanted = input.id.toLowerCase();
    const found = rules.people.find(
      (p) => p.id === input.id || [p.name, ...p.aliases].some((n) => n.toLowerCase() === wanted),
    );
    // A page with counts is for those who hold or held an office, not for everybody who is named somewhere.
    if (!found || found.tenures.length === 0)
      throw new OnrecordError('not-found', `${input.id}: nobody with an office has this name`, 'See data/people.yaml.');
    const speaks: z.infer<(typeof Answer)['shape']['speaks']> = [];
    const mentioned: z.infer<(typeof Answer)['shape']['mentioned']> = [];
    const topics = new Map<string, number>();
    const years: Record<string, number> = {};
    const dates: (string | null)[] = [];
    const preferred = await preferredVersions(store);
    for await (const { document: d, turns, claims, mentions } of store.records()) {
      if (!preferred.has(d.id)) continue;
      dates.push(d.date);
      const head = { document: d.id, date: d.date, title: d.title ?? d.name };
      const own = turns.filter((t) => TALK.has(t.kind) && t.person === found.id).length;
      const times = mentions.filter((m) => m.kind === 'person' && m.entity === found.id).length;
      if (own > 0) speaks.push({ ...head, turns: own });
      else if (times > 0) mentioned.push({ ...head, times });
      for (const claim of claims) {
        if (claim.person !== found.id) continue;
        const year = d.date?.slice(0, 4) ?? 'no date';
        years[year] = (years[year] ?? 0) + 1;
        for (const t of claim.topics) topics.set(t, (topics.get(t) ?? 0) + 1);
      }
    }
    const byDate = (a: { date: string | null }, b: { date: string | null }) =>
      (a.date ?? '') < (b.date ?? '') ? 1 : -1;
    const office = (id: string) => rules.offices.find((o) => o.id === id)?.name ?? id;
    return {
      id: found.id,
      name: found.name,
      aliases: found.aliases,
      offices: found.tenures.map((t) => ({ name: office(t.office), from: t.from, to: t.to, source: t.source })),
      speaks: speaks.sort(byDate),
      mentioned: mentioned.sort(byDate),
      topics: [...topics]
        .map(([id, statements]) => ({ id, name: rules.topics.find((t) => t.id === id)?.name ?? id, statements }))
        .sort((a, b) => b.statements - a.statements || (a.id < b.id ? -1 : 1)),
      years,
      coverage: reachOf(dates),
    };
  },
});
