import { type Context, Hono } from 'hono';
import type { SavedSearch } from '../../core/model/index.ts';
import type { NewsItem } from '../../service/news/news-item.ts';
import { type Env, render } from '../frame.tsx';
import { FeedsPage } from '../pages/feeds.tsx';
import { withQuery } from '../pages/links.ts';
import { needsRole } from '../security/guard.ts';
import type { Site } from '../site.ts';
import { writeFeed } from '../write-feed.ts';

interface News {
  readonly items: NewsItem[];
  readonly coverage: { readonly note: string };
}

/** What is new: the page, an Atom feed each for texts, changes, a person, a topic, a search; and searches that are kept. */
export function feedRoutes({ ask, tried, topics, ctx }: Site): Hono<Env> {
  const app = new Hono<Env>();
  const feed = async (c: Context<Env>, title: string, wanted: Record<string, string | boolean>) => {
    const { items, coverage } = await ask<News>('news', wanted);
    const { pathname, search } = new URL(c.req.url);
    const body = writeFeed({
      path: pathname + search,
      title,
      items,
      note: coverage.note,
      base: ctx.publicUrl ?? null,
    });
    return c.body(body, 200, { 'content-type': 'application/atom+xml; charset=utf-8' });
  };
  app.get('/feed/texts', (c) => feed(c, 'New texts', {}));
  app.get('/feed/changes', (c) => feed(c, 'Texts that changed', { changes: true }));
  app.get('/feed/person/:id', async (c) => {
    const { id, name } = await ask<{ id: string; name: string }>('person', { id: c.req.param('id') });
    return feed(c, `Said by ${name}`, { speaker: id });
  });
  app.get('/feed/topic/:id', (c) => {
    const id = c.req.param('id');
    return feed(c, `On ${topics().find((t) => t.id === id)?.name ?? id}`, { topic: id });
  });
  app.get('/feed/saved/:name', (c) => feed(c, `Search: ${c.req.param('name')}`, { saved: c.req.param('name') }));
  app.get('/feed/search', (c) => {
    const { query = '', speaker = '', topic = '', outlet = '', lang = '' } = c.req.query();
    const wanted = Object.fromEntries(
      Object.entries({ query, speaker, topic, outlet, lang }).filter(([, value]) => value !== ''),
    );
    return feed(c, `Search: ${Object.values(wanted).join(', ')}`, wanted);
  });

  const page = async (c: Context<Env>, problem: string | null, status: 200 | 400 = 200) => {
    const [{ searches }, news] = [
      await ask<{ searches: SavedSearch[] }>('saved', {}),
      await ask<News>('news', { limit: 30 }),
    ];
    return render(c, <FeedsPage searches={searches} news={news} topics={topics()} problem={problem} />, status);
  };
  app.get('/new', (c) => page(c, null));
  app.use('/new/*', needsRole('review'));
  app.post('/new/save', async (c) => {
    const form = await c.req.parseBody();
    const input = Object.fromEntries(
      ['name', 'query', 'speaker', 'topic', 'outlet', 'lang'].flatMap((field) =>
        typeof form[field] === 'string' && form[field] !== '' ? [[field, form[field]]] : [],
      ),
    );
    const { problem } = await tried(() => ask('save', input));
    return problem ? page(c, problem, 400) : c.redirect(withQuery('/new', {}), 303);
  });
  app.post('/new/forget', async (c) => {
    const { problem } = await tried(async () =>
      ask('save', { name: String((await c.req.parseBody()).name), forget: true }),
    );
    return problem ? page(c, problem, 400) : c.redirect('/new', 303);
  });
  return app;
}
