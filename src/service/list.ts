import { z } from 'zod';
import { DocumentHead } from '../core/model/index.ts';
import { FILTER_FIELDS, nextAfter, offsetOf } from './fields/filter-fields.ts';
import { holding, outletsNamed } from './find/outlets-named.ts';
import { speakersNamed } from './find/speaker-names.ts';
import { operation } from './operation.ts';

const { speaker, from, to, lang, outlet, next } = FILTER_FIELDS;

export const list = operation({
  name: 'list',
  summary: 'The documents of the record, by date.',
  effect: 'read',
  stream: false,
  input: z.object({
    speaker: speaker.meta({ description: 'where this person speaks, by any name' }),
    kind: z.string().optional().meta({ description: 'interview, briefing, speech ...' }),
    from,
    to,
    lang,
    outlet,
    latest: z.boolean().optional().meta({ description: 'the latest first' }),
    limit: z.coerce.number().int().min(1).max(10_000).default(1000),
    next,
  }),
  output: z.object({ total: z.int(), next: z.string().nullable(), items: z.array(DocumentHead) }),
  async run({ store, rules }, input) {
    const names = input.speaker ? await speakersNamed(store, rules, input.speaker) : null;
    const kinds = input.kind ? holding(await store.headValues('kind'), input.kind) : undefined;
    const offset = offsetOf(input.next);
    const { total, items } = await store.findHeads({
      ...names,
      kinds,
      languages: input.lang ? [input.lang] : undefined,
      outlets: input.outlet ? await outletsNamed(store, input.outlet) : undefined,
      from: input.from,
      to: input.to,
      order: input.latest ? 'latest' : 'day',
      limit: input.limit,
      offset,
    });
    return { total, next: nextAfter(offset + items.length, total), items: [...items] };
  },
});
