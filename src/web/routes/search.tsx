import type { Context } from 'hono';
import { Hono } from 'hono';
import { holdingsOf } from '../../service/holdings.ts';
import { type Env, render } from '../frame.tsx';
import { languageName } from '../pages/document/facts.tsx';
import type { SearchForm } from '../pages/search/form.tsx';
import type { Answer } from '../pages/search/hits.tsx';
import { PAGE, SearchPage } from '../pages/search.tsx';
import type { Site } from '../site.ts';
import { writeHitsCsv } from '../write-hits.ts';

const FIELDS = ['query', 'speaker', 'kind', 'topic', 'from', 'to', 'outlet', 'lang', 'next', 'sort'];
/** What was spoken, as opposed to what editors, readers and sites wrote around it. */
const SPOKEN = ['official', 'interviewer', 'moderator', 'guest', 'unknown'];
/** Characters of context on each side. */
const CONTEXT = 110;
/** Most turns of a search that are handed out as one file, and how many are asked for at a time. */
const [MAX_EXPORTED, STEP] = [10_000, 500];

/** Words in context; what the editor and readers wrote is left out unless asked for. The result as a file, too. */
export function searchRoutes({ ctx, ask, tried, topics }: Site): Hono<Env> {
  const app = new Hono<Env>();
  app.get('/search', async (c) => {
    const form = c.req.query() as SearchForm;
    const { outlets, languages } = await holdingsOf(ctx.store);
    const { answer, problem } = form.query
      ? await tried(() => ask<Answer>('search', { ...inputOf(form), context: CONTEXT, limit: PAGE }))
      : { answer: null, problem: null };
    return render(
      c,
      <SearchPage
        form={form}
        answer={answer}
        problem={problem}
        topics={topics()}
        outlets={outlets}
        languages={languages.map((code) => ({ code, name: languageName(code) }))}
      />,
    );
  });
  for (const kind of ['csv', 'jsonl'] as const) app.get(`/search.${kind}`, (c) => sendHits(c, kind));
  return app;

  async function sendHits(c: Context<Env>, kind: 'csv' | 'jsonl') {
    const input = inputOf(c.req.query() as SearchForm);
    const items: Answer['items'] = [];
    for (let next: string | null = '0'; next !== null && items.length < MAX_EXPORTED; ) {
      const answer: Answer = await ask('search', { ...input, context: CONTEXT, facets: 0, limit: STEP, next });
      items.push(...answer.items);
      next = answer.next;
    }
    const body = kind === 'csv' ? writeHitsCsv(items) : items.map((h) => `${JSON.stringify(h)}\n`).join('');
    return c.body(body, 200, {
      'content-type': kind === 'csv' ? 'text/csv; charset=utf-8' : 'application/x-ndjson; charset=utf-8',
      'content-disposition': `attachment; filename="search.${kind}"`,
    });
  }
}

function inputOf(form: SearchForm): Record<string, unknown> {
  const filled = Object.fromEntries(Object.entries(form).filter(([k, v]) => v && FIELDS.includes(k)));
  const voice = form.voice ? [form.voice] : form.all === '1' ? undefined : SPOKEN;
  return { ...filled, ...(voice ? { voice } : {}), ...(form.kind ? { kind: [form.kind] } : {}) };
}
