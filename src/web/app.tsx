import { timingSafeEqual } from 'node:crypto';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { NONCE, secureHeaders } from 'hono/secure-headers';
import { ERROR_CODES, OnrecordError } from '../core/model/index.ts';
import { createApi } from './api.ts';
import { type Env, render } from './frame.tsx';
import { ErrorPage } from './pages/error.tsx';
import { assetRoutes } from './routes/assets.ts';
import { checkRoutes } from './routes/check.tsx';
import { followRoutes } from './routes/follow.tsx';
import { homeRoutes } from './routes/home.tsx';
import { readRoutes } from './routes/read.tsx';
import { reviewRoutes } from './routes/review.tsx';
import { searchRoutes } from './routes/search.tsx';
import { createSite, type WebRoot } from './site.ts';

/** The pages, a file a group: a new page adds its route there. */
const ROUTES = [homeRoutes, checkRoutes, searchRoutes, readRoutes, followRoutes, reviewRoutes, assetRoutes];

/** Longest body a request may bring: a long article, not a book. */
const MAX_BODY = 2 * 1024 * 1024;

/** The site and the API over one record. Pages call operations and render what they answer; they hold no logic. */
export function createApp(root: WebRoot): Hono<Env> {
  const app = new Hono<Env>();
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: [NONCE],
        connectSrc: ["'self'"],
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

  app.use(async (c, next) => {
    c.set('frame', { nonce: c.get('secureHeadersNonce') ?? '' });
    return next();
  });

  const site = createSite(root);
  app.route('/api', createApi(root.operations, root.ctx, root.version));
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
    if (new URL(c.req.url).pathname.startsWith('/api'))
      return c.json({ error: { code: known.code, message: known.message, hint: known.hint } }, status);
    return render(c, <ErrorPage message={known.message} hint={known.hint} />, status);
  });
  return app;
}

function fail(code: OnrecordError['code'], message: string, hint: string): never {
  throw new OnrecordError(code, message, hint);
}

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
