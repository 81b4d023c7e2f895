import { Hono } from 'hono';
import { type Env, render } from '../frame.tsx';
import { SearchPage } from '../pages/search.tsx';
import type { Site } from '../site.ts';

const FIELDS = ['query', 'speaker', 'from', 'to', 'outlet', 'lang', 'next'];

/** Words in context; what the editor and readers wrote is left out unless asked for. */
export function searchRoutes({ ctx, ask }: Site): Hono<Env> {
  const app = new Hono<Env>();
  app.get('/search', async (c) => {
    const form = c.req.query();
    const documents = (await ctx.store.heads()).length;
    if (!form.query) return render(c, <SearchPage form={form} answer={null} documents={documents} />);
    const { all, ...wanted } = form;
    const voices = all === '1' ? {} : { voice: ['official', 'interviewer', 'moderator', 'guest', 'unknown'] };
    const filled = Object.fromEntries(Object.entries(wanted).filter(([k, v]) => v !== '' && FIELDS.includes(k)));
    const answer = await ask<Parameters<typeof SearchPage>[0]['answer']>('search', { ...filled, ...voices });
    return render(c, <SearchPage form={form} answer={answer} documents={documents} />);
  });
  return app;
}
