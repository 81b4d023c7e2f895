import { z } from 'zod';
import { OnrecordError } from '../core/model/index.ts';
import { headsById } from './find/all-heads.ts';
import { findChanges } from './news/find-changes.ts';
import { findSaid } from './news/find-said.ts';
import { findTexts } from './news/find-texts.ts';
import { NewsItem } from './news/news-item.ts';
import { operation } from './operation.ts';
import { Reach, reachOf } from './reach.ts';

export const news = operation({
  name: 'news',
  summary: 'What came into the record since a day: texts, texts that changed, and what was said in them.',
  effect: 'read',
  stream: false,
  input: z.object({
    since: z
      .string()
      .regex(/^\d{4}-\d\d(?:-\d\d(?:T[\d:.]+Z?)?)?$/, 'a day or a time, as 2031-05-01 or 2031-05-01T09:00:00Z')
      .default('0000-01')
      .meta({ description: 'added to the record from this day on', cli: { value: 'DATE' } }),
    saved: z.string().optional().meta({ description: 'what this saved search finds in the new texts' }),
    query: z.string().optional().meta({ description: 'what these words find there, as "search" reads them' }),
    speaker: z.string().optional().meta({ description: 'what this person said there' }),
    topic: z.string().optional().meta({ description: 'what was stated there on this topic' }),
    outlet: z.string().optional().meta({ description: 'the medium that asked' }),
    lang: z.string().optional().meta({ description: 'language of the text' }),
    changes: z.boolean().default(false).meta({ description: 'only texts whose address gave other words before' }),
    limit: z.coerce.number().int().min(1).max(500).default(50).meta({ description: 'most items' }),
  }),
  output: z.object({
    since: z.string(),
    items: z.array(NewsItem).describe('newest first'),
    more: z.boolean().describe('are there more than these'),
    coverage: Reach,
  }),
  async run(ctx, { saved, ...input }) {
    const byId = await headsById(ctx.store);
    const heads = [...byId.values()];
    const arrivals = await ctx.store.arrivals(input.since);
    const kept = saved === undefined ? null : (await ctx.store.savedSearches()).find((s) => s.name === saved);
    if (kept === undefined)
      throw new OnrecordError('not-found', `no search is kept as ${saved}`, '"onrecord saved" lists them.');
    const wanted = kept
      ? Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== null && value !== ''))
      : input;
    const { query, speaker, topic, outlet, lang } = wanted as typeof input;
    const scene = { ctx, heads, byId, arrivals, limit: input.limit + 1 };
    const asked = query || speaker || topic || outlet || lang;
    const items = input.changes
      ? await findChanges(scene)
      : asked
        ? await findSaid(scene, { query, speaker, topic, outlet, lang })
        : await findTexts(scene);
    return {
      since: input.since,
      items: items.slice(0, input.limit),
      more: items.length > input.limit,
      coverage: await reachOf(ctx.store),
    };
  },
});
