import { Hono } from 'hono';
import { ERROR_CODES, OnrecordError } from '../core/model/index.ts';
import { createApi } from './api.ts';
import { type Env, render } from './frame.tsx';
import { keepPages } from './page-memo.ts';
import { ErrorPage } from './pages/error.tsx';
import { addRoutes } from './routes/add.tsx';
import { assetRoutes } from './routes/assets.ts';
import { checkRoutes } from './routes/check.tsx';
import { feedRoutes } from './routes/feeds.tsx';
import { followRoutes } from './routes/follow.tsx';
import { homeRoutes } from './routes/home.tsx';
import { loginRoutes } from './routes/login.tsx';
import { readRoutes } from './routes/read.tsx';
import { reviewRoutes } from './routes/review.tsx';
import { searchRoutes } from './routes/search.tsx';
import { createGuard, installGuard } from './security/guard.ts';
import { createSite, type WebRoot } from './site.ts';

/** The pages, a file a group: a new page adds its route there. */
const ROUTES = [
  homeRoutes,
  checkRoutes,
  searchRoutes,
  readRoutes,
  followRoutes,
  feedRoutes,
  reviewRoutes,
  addRoutes,
  loginRoutes,
  assetRoutes,
];

/** The site and the API over one record. Pages call operations and render what they answer; they hold no logic. */
export function createApp(root: WebRoot): Hono<Env> {
  const app = new Hono<Env>();
  const guard = createGuard(root.access);
  installGuard(app, guard);
  app.use(keepPages(root.ctx.store));
  const site = createSite(root, guard);
  app.route('/api', createApi(root.operations, root.ctx, root.version));
  const { assistant } = root;
  if (assistant) app.all('/mcp', (c) => assistant(c.req.raw));
  for (const routes of ROUTES) app.route('/', routes(site));

  app.notFound((c) =>
    render(c, <ErrorPage message="There is no such page." hint="The address may have been cut." />, 404),
  );
  app.onError((error, c) => {
    const known =
      error instanceof OnrecordError
        ? error
        : new OnrecordError('internal', 'something went wrong here', 'The log of the server says more.');
    if (!(error instanceof OnrecordError)) process.stderr.write(`${error.stack ?? error}\n`);
    const status = ERROR_CODES[known.code].http;
    if (/^\/(?:api|mcp)(?:\/|$)/u.test(new URL(c.req.url).pathname))
      return c.json({ error: { code: known.code, message: known.message, hint: known.hint } }, status);
    return render(c, <ErrorPage message={known.message} hint={known.hint} />, status);
  });
  return app;
}
