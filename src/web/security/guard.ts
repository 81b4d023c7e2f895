import { randomBytes } from 'node:crypto';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context, Hono, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { getCookie } from 'hono/cookie';
import { secureHeaders } from 'hono/secure-headers';
import { OnrecordError } from '../../core/model/index.ts';
import type { Env } from '../frame.tsx';
import { FORM_TOKEN, FormTokens } from './form-token.ts';
import { accountOfToken } from './passwords.ts';
import { RateLimit } from './rate-limit.ts';
import { type AccessList, OPEN } from './read-access.ts';
import { covers, type Role } from './roles.ts';
import { isSameOrigin } from './same-origin.ts';
import { Sessions } from './sessions.ts';

/** Longest body a request may bring, in bytes: a long article; where documents are uploaded, one document (read-input.ts). */
const MAX_BODY = 2 * 1024 * 1024;
const MAX_UPLOAD = 40 * 1024 * 1024;
/** Longest path and query, in bytes as sent; Node itself ends at 16 KB of headers. */
const MAX_ADDRESS = 12_000;
/** Forms that only ask, and may be sent from anywhere on this site without a token. */
const ASKING: ReadonlySet<string> = new Set(['/check']);
/** Reached without signing in. */
const PUBLIC = /^\/(?:assets\/[\w.-]+|login)$/u;
export const COOKIE = 'onrecord';

/** How often one address may ask once others than ourselves are let in, and how often anybody may try to sign in. */
const RATES = { ask: { burst: 240, perMinute: 600 }, write: { burst: 30, perMinute: 60 } } as const;
export const SIGN_IN_RATE = { burst: 8, perMinute: 4 } as const;

export interface Guard {
  readonly access: AccessList;
  readonly sessions: Sessions;
  readonly tokens: FormTokens;
  readonly signIns: RateLimit;
}

export const createGuard = (access: AccessList): Guard => ({
  access,
  sessions: new Sessions(),
  tokens: new FormTokens(),
  signIns: new RateLimit(SIGN_IN_RATE),
});

/** Everything that stands before the routes, in order: headers, sizes, host, rates, who it is, where it comes from. */
export function installGuard(app: Hono<Env>, guard: Guard): void {
  const steps = [
    headers(),
    sizes(),
    body(),
    host(guard),
    identify(guard),
    rates(guard),
    admit(),
    sameOrigin(),
    formToken(guard),
  ];
  for (const step of steps) app.use(step);
}

/** A role is needed for a route: 401 for whoever might sign in, 403 for whoever has. */
export function needsRole(role: Role): MiddlewareHandler<Env> {
  return async (c, next) => {
    const { frame } = c.var;
    if (covers(frame.role, role)) return next();
    throw frame.who === null
      ? new OnrecordError('sign-in', 'sign in to do this', 'The page /login takes a name and a password.')
      : new OnrecordError('refused', `${frame.who} may not do this`, `It takes the role ${role}.`);
  };
}

/** Where a request comes from; a proxy on this machine is asked for whom it asks. */
export function addressOf(c: Context): string {
  const direct = remoteOf(c);
  const via = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim();
  return isLoopback(direct) && via ? via : direct;
}

/** Does the reader's browser speak https with us, or with a proxy on this machine? */
export const isHttps = (c: Context): boolean =>
  new URL(c.req.url).protocol === 'https:' ||
  (isLoopback(remoteOf(c)) && c.req.header('x-forwarded-proto') === 'https');

const isLoopback = (address: string) => /^(?:127\.|::1$|::ffff:127\.)/u.test(address);

function remoteOf(c: Context): string {
  // a test asks without a connection
  return c.env && 'incoming' in c.env ? (getConnInfo(c).remote.address ?? '') : '127.0.0.1';
}

/** No script, style or frame but our own: scripts carry the nonce of their page, and no element carries a style of its own. */
const policyOf = (nonce: string): string =>
  Object.entries({
    'default-src': "'none'",
    'script-src': nonce ? `'nonce-${nonce}'` : "'none'",
    'style-src': "'self'",
    'connect-src': "'self'",
    'font-src': "'self'",
    'img-src': "'self'",
    'form-action': "'self'",
    'base-uri': "'none'",
    'frame-ancestors': "'none'",
  })
    .map(([what, from]) => `${what} ${from}`)
    .join('; ');

function headers(): MiddlewareHandler<Env> {
  const others = secureHeaders({
    xFrameOptions: 'DENY',
    // of our own pages only: with no-referrer browsers would call the origin of our own forms null
    referrerPolicy: 'same-origin',
  });
  return async (c, next) => {
    await others(c, next);
    c.res.headers.set('content-security-policy', policyOf(c.get('frame')?.nonce ?? ''));
  };
}

const sizes = (): MiddlewareHandler<Env> => async (c, next) => {
  if (c.req.url.length > MAX_ADDRESS)
    throw new OnrecordError('too-large', 'the address is longer than 12,000 signs', 'Send it as a form, or in parts.');
  return next();
};

function body(): MiddlewareHandler<Env> {
  const limit = (maxSize: number, words: string) =>
    bodyLimit({
      maxSize,
      onError: () => {
        throw new OnrecordError('too-large', `what was sent is longer than ${words}`, 'Send it in parts.');
      },
    });
  const [text, upload] = [limit(MAX_BODY, '2 MB'), limit(MAX_UPLOAD, '40 MB')];
  return (c, next) => (/^(?:\/api)?\/(?:add|preview)$/u.test(c.req.path) ? upload(c, next) : text(c, next));
}

/** Where nobody signs in, a page of another site must not reach this one by giving its own name our address (DNS rebinding). */
const host = ({ access }: Guard): MiddlewareHandler<Env> => {
  const own = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/u;
  return async (c, next) => {
    if (access === OPEN && !own.test(c.req.header('host') ?? 'localhost'))
      throw new OnrecordError('wrong-host', 'this address is not served here', null);
    return next();
  };
};

const identify = ({ access, sessions, tokens }: Guard): MiddlewareHandler<Env> => {
  return async (c, next) => {
    const cookie = getCookie(c, COOKIE);
    const account = sessions.accountOf(cookie) ?? accountOfHeader(access, c.req.header('authorization'));
    const session = sessions.accountOf(cookie) ? cookie! : '';
    c.set('frame', {
      nonce: randomBytes(18).toString('base64url'),
      formToken: tokens.of(session),
      who: account?.name ?? null,
      role: account?.role ?? access.everyone,
      isOpen: access === OPEN,
    });
    c.set('session', session);
    return next();
  };
};

/** `Bearer TOKEN`, or Basic with the token as password. */
function accountOfHeader(access: AccessList, header: string | undefined) {
  const given = header?.startsWith('Bearer ')
    ? header.slice(7)
    : header?.startsWith('Basic ')
      ? Buffer.from(header.slice(6), 'base64')
          .toString('utf8')
          .replace(/^[^:]*:/u, '')
      : '';
  return given ? accountOfToken(access, given) : null;
}

function rates({ access }: Guard): MiddlewareHandler<Env> {
  const [ask, write] = [new RateLimit(RATES.ask), new RateLimit(RATES.write)];
  return async (c, next) => {
    if (access === OPEN) return next();
    const limit = c.req.method === 'GET' || c.req.method === 'HEAD' ? ask : write;
    const wait = limit.take(addressOf(c));
    if (wait === null) return next();
    c.header('retry-after', String(wait));
    throw new OnrecordError('too-often', 'too many requests from this address', `Try again in ${wait} seconds.`);
  };
}

/** Whoever has no role may only sign in. */
const admit = (): MiddlewareHandler<Env> => async (c, next) => {
  if (c.var.frame.role !== null || PUBLIC.test(c.req.path)) return next();
  const wantsPage = c.req.method === 'GET' && !c.req.path.startsWith('/api') && c.req.path !== '/mcp';
  const { pathname, search } = new URL(c.req.url);
  if (wantsPage) return c.redirect(`/login?next=${encodeURIComponent(pathname + search)}`, 303);
  c.header('www-authenticate', 'Bearer realm="Onrecord"');
  throw new OnrecordError('sign-in', 'a token is needed', 'Send it as "Authorization: Bearer TOKEN".');
};

const sameOrigin = (): MiddlewareHandler<Env> => async (c, next) => {
  if (isSameOrigin(c.req.raw)) return next();
  throw new OnrecordError('refused', 'this came from a page of another site', 'Do it on a page of this site.');
};

/** Forms of pages that change something carry the session's token. The API takes no forms that a browser sends by itself. */
const formToken =
  ({ tokens }: Guard): MiddlewareHandler<Env> =>
  async (c, next) => {
    const isForm = c.req.method !== 'GET' && c.req.method !== 'HEAD' && !/^\/(?:api|mcp)(?:\/|$)/u.test(c.req.path);
    if (!isForm || ASKING.has(c.req.path)) return next();
    const sent = (await c.req.parseBody())[FORM_TOKEN];
    if (tokens.fits(c.var.session, sent)) return next();
    throw new OnrecordError(
      'refused',
      'the form was too old, or not of this site',
      'Open the page again and send it anew.',
    );
  };
