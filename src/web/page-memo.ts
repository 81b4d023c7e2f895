import { createHmac, randomBytes } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import type { Context } from '../service/operation.ts';
import type { Env } from './frame.tsx';

/**
 * Pages, feeds and answers of the API that say what the record says, and nothing of the hour, of uploads or of where the reader came
 * from. A check is not among them: nothing of what somebody has checked is kept anywhere.
 */
const OF_THE_RECORD =
  /^\/(?:(?:documents|search|timeline|ledger|matter|topics|coverage|compare|cite|review|review\/history|new)?$|(?:d|p|feed)\/|api\/(?:search|list|show|timeline|ledger|topics|gaps|person|compare|cite|review|history)$)/u;
/** Written pages kept at most, in UTF-16 units: some three hundred of the longest. */
const MOST = 48_000_000;

interface Written {
  readonly body: string;
  readonly type: string;
}

/** Written pages by their tag; the one asked for longest ago gives way. */
class Shelf {
  readonly #held = new Map<string, Written>();
  #units = 0;

  get(tag: string): Written | null {
    const page = this.#held.get(tag);
    if (!page) return null;
    this.#held.delete(tag);
    this.#held.set(tag, page);
    return page;
  }

  put(tag: string, page: Written): void {
    this.#held.set(tag, page);
    this.#units += page.body.length;
    for (const [old, { body }] of this.#held) {
      if (this.#units <= MOST) return;
      this.#held.delete(old);
      this.#units -= body.length;
    }
  }
}

/**
 * A page is written once for one state of the record, one address and one session, and its ETag names these three, so that a browser that
 * has it need not fetch it again. The nonce of its scripts is made of the same three and of a secret of this process: words
 * that come into the record later stand on a page of another nonce, and nobody can tell it beforehand.
 */
export function keepPages(store: Context['store']): MiddlewareHandler<Env> {
  const secret = randomBytes(32);
  const shelf = new Shelf();
  return async (c, next) => {
    const isAsking = c.req.method === 'GET' || c.req.method === 'HEAD';
    if (!isAsking || !OF_THE_RECORD.test(c.req.path)) return next();
    const { pathname, search } = new URL(c.req.url);
    const { who, role, isOpen } = c.var.frame;
    const name = getCookie(c, 'onrecord-name') ?? '';
    const state = JSON.stringify([await store.revision(), pathname + search, c.var.session, who, role, isOpen, name]);
    const seal = (what: string) => createHmac('sha256', secret).update(what).update(state).digest('base64url');
    c.set('frame', { ...c.var.frame, nonce: seal('nonce') });
    const tag = `"${seal('page').slice(0, 27)}"`;
    const fresh = { etag: tag, 'cache-control': 'private, no-cache' };
    if (c.req.header('if-none-match')?.includes(tag)) return c.body(null, 304, fresh);
    const known = shelf.get(tag);
    if (known) return c.body(known.body, 200, { ...fresh, 'content-type': known.type });
    await next();
    const type = c.res.headers.get('content-type');
    if (c.res.status !== 200 || !type || c.req.method !== 'GET') return;
    const body = await c.res.text();
    shelf.put(tag, { body, type });
    c.res = c.body(body, 200, { 'content-type': type });
    for (const [header, value] of Object.entries(fresh)) c.res.headers.set(header, value);
  };
}
