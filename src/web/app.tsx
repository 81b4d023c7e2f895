import { timingSafeEqual } from 'node:crypto';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { secureHeaders } from 'hono/secure-headers';
import { CITE_STYLES } from '../core/cite/cite.ts';
import {
  type Entry,
  ERROR_CODES,
  OnrecordError,
  type QuoteCheck,
  type Section,
  type VersionRecord,
} from '../core/model/index.ts';
import type { Context as Ctx, Operation } from '../service/operation.ts';
import { runOperation } from '../service/run-operation.ts';
import { createApi, MAX_ITEMS } from './api.ts';
import { readAsset } from './assets.ts';
import { CheckPage } from './pages/check.tsx';
import { CitePage } from './pages/cite.tsx';
import { ComparePage } from './pages/compare.tsx';
import { CoveragePage } from './pages/coverage.tsx';
import { DocumentPage } from './pages/document.tsx';
import { ErrorPage } from './pages/error.tsx';
import { DocumentTable, Home } from './pages/home.tsx';
import { Layout } from './pages/layout.tsx';
import { LedgerPage } from './pages/ledger.tsx';
import { PersonPage } from './pages/person.tsx';
import { ReviewPage } from './pages/review.tsx';
import { SearchPage } from './pages/search.tsx';
import { TimelinePage } from './pages/timeline.tsx';
import { TopicsPage } from './pages/topics.tsx';
import { parseInput } from './read-input.ts';

export interface WebRoot {
  readonly operations: readonly Operation[];
  readonly ctx: Ctx;
  readonly version: string;
  /** demanded of every request when set: the site is not on loopback */
  readonly token: string | null;
}

/** Longest body a request may bring: a long article, not a book. */
const MAX_BODY = 2 * 1024 * 1024;

/** The site and the API over one record. Pages call operations and render what they answer; they hold no logic. */
export function createApp(root: WebRoot): Hono {
  const app = new Hono();
  const { ctx } = root;
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        fontSrc: ["'self'"],
        imgSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
      referrerPolicy: 'no-referrer',
    }),
  );
  app.use(
    bodyLimit({
      maxSize: MAX_BODY,
      onError: () => fail('too-large', 'the text is longer than 2 MB', 'Check it in parts.'),
    }),
  );
  app.use(async (c, next) => {
    // a page of another site must not reach this one by naming it so (DNS rebinding)
    if (
      root.token === null &&
      !/^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/u.test(c.req.header('host') ?? 'localhost')
    )
      return c.text('This address is not served here.', 421);
    return next();
  });
  app.use(async (c, next) => {
    if (root.token !== null && !carries(c.req.header('authorization'), root.token)) {
      c.header('www-authenticate', 'Basic realm="Onrecord"');
      return c.text('A token is needed.', 401);
    }
    return next();
  });

  const ask = async <T,>(name: string, input: Record<string, unknown>, own: Ctx = ctx): Promise<T> => {
    const op = root.operations.find((o) => o.name === name);
    if (!op) throw new OnrecordError('not-found', `there is no operation ${name}`);
    return (await runOperation(op, own, parseInput(op, input), MAX_ITEMS)) as T;
  };
  const tried = async <T,>(work: () => Promise<T>): Promise<{ answer: T | null; problem: string | null }> => {
    try {
      return { answer: await work(), problem: null };
    } catch (error) {
      if (error instanceof OnrecordError)
        return { answer: null, problem: `${error.message}${error.hint ? ` ${error.hint}` : ''}` };
      throw error;
    }
  };
  const topics = () => ctx.rules.topics.map((t) => ({ id: t.id, name: t.name, scope: t.scope }));

  app.route('/api', createApi(root.operations, ctx, root.version));
  app.get('/assets/:name', async (c) => {
    const asset = await readAsset(c.req.param('name'));
    if (!asset) return c.notFound();
    return c.body(asset.body, 200, { 'content-type': asset.type, 'cache-control': 'public, max-age=86400' });
  });
  app.get('/', async (c) => c.html(page(<Home heads={await ctx.store.heads()} topics={topics()} />)));
  app.get('/documents', async (c) => {
    const heads = [...(await ctx.store.heads())].sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? 1 : -1));
    return c.html(
      page(
        <Layout title="Documents" path="/documents">
          <h1>{heads.length} documents</h1>
          <DocumentTable heads={heads} />
        </Layout>,
      ),
    );
  });
  app.get('/d/:hex', async (c) => {
    const record = await ask<VersionRecord>('show', { id: `ver:${c.req.param('hex').replace(/[^0-9a-f]/giu, '')}` });
    const others = (await ctx.store.heads()).filter(
      (h) => h.event === record.document.event && h.id !== record.document.id,
    );
    return c.html(page(<DocumentPage record={record} others={others} />));
  });
  app.get('/check', async (c) => {
    const { quote, speaker, date } = c.req.query();
    const form = { quote, speaker, date };
    if (!quote) return c.html(page(<CheckPage form={form} answer={null} report={null} problem={null} />));
    const { answer, problem } = await tried(() =>
      ask<{ items: QuoteCheck[] }>('check', {
        quotes: [quote],
        ...(speaker ? { speaker } : {}),
        ...(date ? { date } : {}),
      }),
    );
    return c.html(page(<CheckPage form={form} answer={answer?.items[0] ?? null} report={null} problem={problem} />));
  });
  app.post('/check', async (c) => {
    const draft = String((await c.req.parseBody()).draft ?? '');
    const blob = { name: 'draft.md', mediaType: 'text/markdown', read: async () => new TextEncoder().encode(draft) };
    const own: Ctx = { ...bare(ctx), blobs: new Map([['-', blob]]) };
    const { answer, problem } = await tried(() =>
      ask<{ items: Parameters<typeof CheckPage>[0]['report'][] }>('check', { file: '-' }, own),
    );
    return c.html(
      page(<CheckPage form={{ draft }} answer={null} report={answer?.items[0] ?? null} problem={problem} />),
    );
  });
  app.get('/search', async (c) => {
    const form = c.req.query();
    const documents = (await ctx.store.heads()).length;
    if (!form.query) return c.html(page(<SearchPage form={form} answer={null} documents={documents} />));
    const { all, ...wanted } = form;
    const voices = all === '1' ? {} : { voice: ['official', 'interviewer', 'moderator', 'guest', 'unknown'] };
    const filled = Object.fromEntries(
      Object.entries(wanted).filter(
        ([k, v]) => v !== '' && ['query', 'speaker', 'from', 'to', 'outlet', 'lang', 'next'].includes(k),
      ),
    );
    const answer = await ask<Parameters<typeof SearchPage>[0]['answer']>('search', { ...filled, ...voices });
    return c.html(page(<SearchPage form={form} answer={answer} documents={documents} />));
  });
  app.get('/timeline', async (c) => {
    const { topic = '', speaker = '' } = c.req.query();
    const answer = topic
      ? await ask<Parameters<typeof TimelinePage>[0]['answer']>('timeline', { topic, ...(speaker ? { speaker } : {}) })
      : null;
    return c.html(page(<TimelinePage topic={topic} speaker={speaker} answer={answer} topics={topics()} />));
  });
  app.get('/ledger', async (c) => {
    const form = c.req.query();
    const wanted = Object.fromEntries(
      Object.entries(form).filter(([k, v]) => v !== '' && ['asOf', 'kind', 'party', 'topic'].includes(k)),
    );
    const { answer, problem } = await tried(() => ask<Record<Section, Entry[]>>('ledger', wanted));
    return c.html(page(<LedgerPage form={form} answer={answer} problem={problem} />));
  });
  app.get('/topics', async (c) => c.html(page(<TopicsPage answer={await ask('topics', { suggest: true })} />)));
  app.get('/coverage', async (c) => c.html(page(<CoveragePage answer={await ask('gaps', {})} />)));
  app.get('/review', async (c) => c.html(page(<ReviewPage answer={await ask('review', { limit: 80 })} />)));
  app.get('/p/:id', async (c) => c.html(page(<PersonPage answer={await ask('person', { id: c.req.param('id') })} />)));
  app.get('/cite', async (c) => {
    const id = c.req.query('id') ?? '';
    const citations: { id: string; style: string; text: string }[] = [];
    for (const style of CITE_STYLES) citations.push(await ask('cite', { id, style }));
    return c.html(page(<CitePage id={citations[0]!.id} citations={citations} />));
  });
  app.get('/compare', async (c) => {
    const { a, b } = c.req.query();
    const heads = [...(await ctx.store.heads())].sort((x, y) => ((x.date ?? '') < (y.date ?? '') ? -1 : 1));
    const { answer, problem } =
      a && b
        ? await tried(() => ask<Parameters<typeof ComparePage>[0]['answer']>('compare', { a, b }))
        : { answer: null, problem: null };
    const head = (id: string | undefined) => heads.find((h) => h.id === id) ?? null;
    return c.html(page(<ComparePage a={head(a)} b={head(b)} answer={answer} heads={heads} problem={problem} />));
  });

  app.notFound((c) =>
    c.html(page(<ErrorPage message="There is no such page." hint="The address may have been cut." />), 404),
  );
  app.onError((error, c) => {
    const known =
      error instanceof OnrecordError
        ? error
        : new OnrecordError('internal', 'something went wrong here', 'The log of the server says more.');
    if (!(error instanceof OnrecordError)) process.stderr.write(`${error.stack ?? error}\n`);
    const status = ERROR_CODES[known.code].http;
    if (new URL(c.req.url).pathname.startsWith('/api'))
      return c.json({ error: { code: known.code, message: known.message, hint: known.hint } }, status);
    return c.html(page(<ErrorPage message={known.message} hint={known.hint} />), status);
  });
  return app;
}

function fail(code: OnrecordError['code'], message: string, hint: string): never {
  throw new OnrecordError(code, message, hint);
}

/** Hono's JSX writes no doctype; without one browsers fall back to the manners of 1998. */
const page = (content: unknown): string => `<!doctype html>${String(content)}`;

/** A context whose getters are read now, so that it can be spread. */
const bare = (ctx: Ctx): Ctx => ({ ...ctx, rules: ctx.rules });

/** `Bearer TOKEN`, or Basic with the token as password, compared in constant time. */
function carries(header: string | undefined, token: string): boolean {
  const given = header?.startsWith('Bearer ')
    ? header.slice(7)
    : header?.startsWith('Basic ')
      ? Buffer.from(header.slice(6), 'base64')
          .toString('utf8')
          .replace(/^[^:]*:/u, '')
      : '';
  const [a, b] = [Buffer.from(given), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}
