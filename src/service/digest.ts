import { z } from 'zod';
import { ledger } from './ledger.ts';
import { movedEntries } from './news/moved-entries.ts';
import { writeDigest } from './news/write-digest.ts';
import { news } from './news.ts';
import { operation } from './operation.ts';
import { closedTexts, withholdWords } from './rights/withhold-words.ts';

/** Items of one section; the pages have the rest. */
const MOST = 40;

export const digest = operation({
  name: 'digest',
  summary:
    'A letter in Markdown of what is new since a day: texts, changes, saved searches, and what moved in the ledger.',
  effect: 'read',
  stream: false,
  input: z.object({
    since: news.input.shape.since.unwrap().meta({
      description: 'added to the record from this day on',
      cli: { positional: true, value: 'DATE' },
    }),
  }),
  output: z.object({
    since: z.string(),
    subject: z.string(),
    markdown: z.string(),
    texts: z.int(),
    changes: z.int(),
    hits: z.int().describe('turns that saved searches found'),
    entries: z.int().describe('rows of the ledger whose words came in these texts'),
  }),
  async run(ctx, { since }) {
    const ask = (more: object) => news.run(ctx, news.input.parse({ since, limit: MOST, ...more })) as Promise<News>;
    const texts = await ask({});
    const changes = await ask({ changes: true });
    const searches = await Promise.all(
      (await ctx.store.savedSearches()).map(async ({ name }) => ({ name, found: await ask({ saved: name }) })),
    );
    const closed = await closedTexts(ctx.store);
    const arrived = new Set((await ctx.store.arrivals(since)).map((a) => a.id));
    const entries = movedEntries(withholdWords(await ledger.run(ctx, ledger.input.parse({})), closed), arrived);
    const letter = writeDigest({ since, now: ctx.now(), texts, changes, searches, entries });
    return {
      since,
      ...letter,
      texts: texts.items.length,
      changes: changes.items.length,
      hits: searches.reduce((sum, s) => sum + s.found.items.length, 0),
      entries: entries.reduce((sum, s) => sum + s.rows.length, 0),
    };
  },
});

type News = z.output<(typeof news)['output']>;
