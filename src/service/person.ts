import { z } from 'zod';
import { titleOf } from '../core/cite/supply-title.ts';
import { OnrecordError } from '../core/model/index.ts';
import { headsById } from './find/all-heads.ts';
import { personNamed } from './find/named.ts';
import { operation } from './operation.ts';
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
    const found = personNamed(input.id, rules);
    // A page with counts is for those who hold or held an office, not for everybody who is named somewhere.
    if (!found || found.tenures.length === 0)
      throw new OnrecordError('not-found', `${input.id}: nobody with an office has this name`, 'See data/people.yaml.');
    const { speaks, mentioned, topics, years } = await store.personDigest(found.id);
    const heads = await headsById(store);
    const office = (id: string) => rules.offices.find((o) => o.id === id)?.name ?? id;
    return {
      id: found.id,
      name: found.name,
      aliases: found.aliases,
      offices: found.tenures.map((t) => ({ name: office(t.office), from: t.from, to: t.to, source: t.source })),
      speaks: speaks.map((d) => ({ ...d, title: titleOf(heads.get(d.document)!) })),
      mentioned: mentioned.map((d) => ({ ...d, title: titleOf(heads.get(d.document)!) })),
      topics: topics.map(({ id, statements }) => ({
        id,
        name: rules.topics.find((t) => t.id === id)?.name ?? id,
        statements,
      })),
      years: { ...years },
      coverage: await reachOf(store),
    };
  },
});
