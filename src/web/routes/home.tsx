import { Hono } from 'hono';
import { holdingsOf } from '../../service/holdings.ts';
import { type Env, render } from '../frame.tsx';
import { DocumentTable, Home } from '../pages/home.tsx';
import { Layout } from '../pages/layout.tsx';
import { Pages } from '../pages/pages.tsx';
import type { Site } from '../site.ts';

/** Documents on one page of the list: some forty kilobytes; and on the first page of all. */
const [SHOWN, LATEST] = [200, 8];

/** The first page, and the list of what is held. */
export function homeRoutes({ ctx, topics }: Site): Hono<Env> {
  const app = new Hono<Env>();
  app.get('/', async (c) => {
    const { items } = await ctx.store.findHeads({ order: 'latest', limit: LATEST, offset: 0 });
    return render(c, <Home holdings={await holdingsOf(ctx.store)} latest={items} topics={topics()} />);
  });
  app.get('/documents', async (c) => {
    const page = Math.max(1, Number.parseInt(c.req.query('page') ?? '', 10) || 1);
    const { total, items } = await ctx.store.findHeads({
      order: 'latest',
      limit: SHOWN,
      offset: (page - 1) * SHOWN,
    });
    return render(
      c,
      <Layout title="Documents" path="/documents">
        <h1>{total.toLocaleString('en')} documents</h1>
        <DocumentTable heads={items} />
        <Pages path="/documents" query={{}} page={page} pages={Math.ceil(total / SHOWN)} />
      </Layout>,
    );
  });
  return app;
}
