import { Hono } from 'hono';
import { CITE_STYLES } from '../../core/cite/cite.ts';
import type { VersionRecord } from '../../core/model/index.ts';
import { type Env, render } from '../frame.tsx';
import { CitePage } from '../pages/cite.tsx';
import { ComparePage } from '../pages/compare.tsx';
import { DocumentPage } from '../pages/document.tsx';
import type { Site } from '../site.ts';

/** A document, its citations, two documents beside each other. */
export function readRoutes({ ctx, ask, tried }: Site): Hono<Env> {
  const app = new Hono<Env>();
  app.get('/d/:hex', async (c) => {
    const record = await ask<VersionRecord>('show', { id: `ver:${c.req.param('hex').replace(/[^0-9a-f]/giu, '')}` });
    const others = (await ctx.store.heads()).filter(
      (h) => h.event === record.document.event && h.id !== record.document.id,
    );
    return render(c, <DocumentPage record={record} others={others} />);
  });
  app.get('/cite', async (c) => {
    const id = c.req.query('id') ?? '';
    const citations: { id: string; style: string; text: string }[] = [];
    for (const style of CITE_STYLES) citations.push(await ask('cite', { id, style }));
    return render(c, <CitePage id={citations[0]!.id} citations={citations} />);
  });
  app.get('/compare', async (c) => {
    const { a, b } = c.req.query();
    const heads = [...(await ctx.store.heads())].sort((x, y) => ((x.date ?? '') < (y.date ?? '') ? -1 : 1));
    const { answer, problem } =
      a && b
        ? await tried(() => ask<Parameters<typeof ComparePage>[0]['answer']>('compare', { a, b }))
        : { answer: null, problem: null };
    const head = (id: string | undefined) => heads.find((h) => h.id === id) ?? null;
    return render(c, <ComparePage a={head(a)} b={head(b)} answer={answer} heads={heads} problem={problem} />);
  });
  return app;
}
