import { Hono } from 'hono';
import { type Env, render } from '../frame.tsx';
import { DocumentTable, Home } from '../pages/home.tsx';
import { Layout } from '../pages/layout.tsx';
import type { Site } from '../site.ts';

/** The first page, and the list of what is held. */
export function homeRoutes({ ctx, topics }: Site): Hono<Env> {
  const app = new Hono<Env>();
  app.get('/', async (c) => render(c, <Home heads={await ctx.store.heads()} topics={topics()} />));
  app.get('/documents', async (c) => {
    const heads = [...(await ctx.store.heads())].sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? 1 : -1));
    return render(
      c,
      <Layout title="Documents" path="/documents">
        <h1>{heads.length} documents</h1>
        <DocumentTable heads={heads} />
      </Layout>,
    );
  });
  return app;
}
