import { Hono } from 'hono';
import { deleteCookie, setCookie } from 'hono/cookie';
import { OnrecordError } from '../../core/model/index.ts';
import { type Env, render } from '../frame.tsx';
import { LoginPage } from '../pages/login.tsx';
import { addressOf, COOKIE, isHttps } from '../security/guard.ts';
import { accountOfPassword, accountOfToken } from '../security/passwords.ts';
import type { Site } from '../site.ts';

/** Where to go after signing in: a page of this site, else the first. `//other.example` and `/\other` are other sites. */
export const nextPage = (next: unknown): string =>
  typeof next === 'string' && /^\/(?![/\\])[^\p{Cc}\\]*$/u.test(next) && !next.startsWith('/login') ? next : '/';

/** Signing in and out. The session lives in a cookie that scripts cannot read and other sites cannot send. */
export function loginRoutes({ guard }: Site): Hono<Env> {
  const { access, sessions, signIns } = guard;
  const app = new Hono<Env>();
  app.get('/login', (c) => render(c, <LoginPage next={nextPage(c.req.query('next'))} problem={null} />));
  app.post('/login', async (c) => {
    const wait = signIns.take(addressOf(c));
    if (wait !== null) {
      c.header('retry-after', String(wait));
      throw new OnrecordError('too-often', 'too many tries to sign in', `Try again in ${wait} seconds.`);
    }
    const { name, password, next } = await c.req.parseBody();
    const account =
      typeof name === 'string' && typeof password === 'string'
        ? (accountOfToken(access, password) ?? (await accountOfPassword(access, name.trim(), password)))
        : null;
    if (!account)
      return render(c, <LoginPage next={nextPage(next)} problem="This name and password do not fit." />, 401);
    sessions.end(c.var.session);
    setCookie(c, COOKIE, sessions.begin(account), {
      httpOnly: true,
      sameSite: 'Strict',
      secure: isHttps(c),
      path: '/',
    });
    return c.redirect(nextPage(next), 303);
  });
  app.post('/logout', (c) => {
    sessions.end(c.var.session);
    deleteCookie(c, COOKIE, { path: '/' });
    return c.redirect('/', 303);
  });
  return app;
}
