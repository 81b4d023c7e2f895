import { Hono } from 'hono';
import type { QuoteCheck } from '../../core/model/index.ts';
import { type Env, render } from '../frame.tsx';
import { CheckPage } from '../pages/check.tsx';
import type { Site } from '../site.ts';

/** A quotation (GET, so that the answer has an address) or a whole draft (POST). Nothing of either is kept. */
export function checkRoutes({ ask, tried, withBytes }: Site): Hono<Env> {
  const app = new Hono<Env>();
  app.get('/check', async (c) => {
    const { quote, speaker, date } = c.req.query();
    const form = { quote, speaker, date };
    if (!quote) return render(c, <CheckPage form={form} answer={null} report={null} problem={null} />);
    const { answer, problem } = await tried(() =>
      ask<{ items: QuoteCheck[] }>('check', {
        quotes: [quote],
        ...(speaker ? { speaker } : {}),
        ...(date ? { date } : {}),
      }),
    );
    return render(c, <CheckPage form={form} answer={answer?.items[0] ?? null} report={null} problem={problem} />);
  });
  app.post('/check', async (c) => {
    const sent = await c.req.parseBody();
    const draft = String(sent.draft ?? '');
    const file = sent.file instanceof File && sent.file.size > 0 ? sent.file : null;
    const own = file
      ? withBytes('-', file.name, new Uint8Array(await file.arrayBuffer()), file.type || undefined)
      : withBytes('-', 'draft.md', new TextEncoder().encode(draft), 'text/markdown');
    const { answer, problem } = await tried(() =>
      ask<{ items: Parameters<typeof CheckPage>[0]['report'][] }>('check', { file: '-' }, own),
    );
    return render(c, <CheckPage form={{ draft }} answer={null} report={answer?.items[0] ?? null} problem={problem} />);
  });
  return app;
}
