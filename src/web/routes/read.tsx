import { Hono } from 'hono';
import type { z } from 'zod';
import { CITE_STYLES } from '../../core/cite/cite.ts';
import { OnrecordError } from '../../core/model/index.ts';
import { headsByDay } from '../../service/find/all-heads.ts';
import { lendsOut } from '../../service/rights/rights.ts';
import type { show } from '../../service/show.ts';
import { type Env, render } from '../frame.tsx';
import { CitePage } from '../pages/cite.tsx';
import { ComparePage } from '../pages/compare.tsx';
import { DocumentPage, TAKEN } from '../pages/document.tsx';
import type { Site } from '../site.ts';

type Shown = z.infer<(typeof show)['output']>;

/** A document, its citations, two documents beside each other. */
export function readRoutes({ ctx, ask, tried, topics, officeHolders }: Site): Hono<Env> {
  const app = new Hono<Env>();
  app.get('/d/:hex/:part?', async (c) => {
    const { hex, part } = c.req.param();
    const version = `ver:${hex.replace(/[^0-9a-fr@]/giu, '')}`;
    const shown = await ask<Shown>('show', { id: part ? `${version}/${part}` : version });
    const others = [];
    for (const id of shown.versions) if (id !== shown.document.id) others.push((await ctx.store.head(id))!);
    return render(
      c,
      <DocumentPage
        record={shown}
        others={others}
        linked={shown.at ?? null}
        part={Number(c.req.query('part')) || null}
        pages={officeHolders()}
        topicNames={new Map(topics().map((t) => [t.id, t.name]))}
      />,
    );
  });
  app.get('/take/:hex/:format', async (c) => {
    const { hex, format } = c.req.param();
    const [, type, ending] = TAKEN[format as keyof typeof TAKEN] ?? [];
    const { document } = await ask<Shown>('show', { id: `ver:${hex.replace(/[^0-9a-f]/gu, '')}` });
    if (!type) return c.notFound();
    if (!lendsOut(document))
      throw new OnrecordError(
        'refused',
        'the rights of this source do not let it be handed out',
        'Its page links to it.',
      );
    const { items } = await ask<{ items: { text: string }[] }>('export', { format, document: document.id });
    return c.body(items.map((chunk) => chunk.text).join(''), 200, {
      'content-type': type,
      'content-disposition': `attachment; filename="${hex}.${ending}"`,
    });
  });
  app.get('/cite', async (c) => {
    const id = c.req.query('id') ?? '';
    const citations: { id: string; style: string; text: string }[] = [];
    for (const style of CITE_STYLES) citations.push(await ask('cite', { id, style }));
    return render(c, <CitePage id={citations[0]!.id} citations={citations} />);
  });
  app.get('/compare', async (c) => {
    const form = c.req.query();
    const { a, b } = form;
    const heads = await headsByDay(ctx.store);
    const { answer, problem } =
      a && b
        ? await tried(() => ask<Parameters<typeof ComparePage>[0]['answer']>('compare', { a, b }))
        : { answer: null, problem: null };
    const head = (id: string | undefined) => heads.find((h) => h.id === id) ?? null;
    return render(
      c,
      <ComparePage form={form} a={head(a)} b={head(b)} answer={answer} heads={heads} problem={problem} />,
    );
  });
  return app;
}
