import { createHash } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { OnrecordError } from '../core/model/index.ts';
import { accessOf, type Context as Ctx, type Operation } from '../service/operation.ts';
import { runOperation } from '../service/run-operation.ts';
import { describeApi } from './describe-api.ts';
import type { Env } from './frame.tsx';
import { inputFromQuery, parseInput } from './read-input.ts';
import { readSent } from './read-sent.ts';
import { needsRole } from './security/guard.ts';
import type { Role } from './security/roles.ts';

/** Most items a streaming operation may answer over HTTP at once; the command line and export have no such bound. */
export const MAX_ITEMS = 1000;

/**
 * The JSON API, made from the list of operations: GET /api/{operation} for what reads, with an ETag; POST for all, with JSON or,
 * where bytes are brought, a form with files. One error shape.
 */
export function createApi(operations: readonly Operation[], ctx: Ctx, version: string): Hono<Env> {
  const api = new Hono<Env>();
  const offered = operations.filter((op) => accessOf(op) !== 'local');
  api.get('/openapi.json', (c) => c.json(describeApi(offered, version)));
  for (const op of offered) {
    if (accessOf(op) === 'read')
      api.get(`/${op.name}`, async (c) => {
        const input = parseInput(op, inputFromQuery(op, new URL(c.req.url).searchParams));
        const body = JSON.stringify(await runOperation(op, ctx, input, MAX_ITEMS));
        const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
        if (c.req.header('if-none-match') === etag) return c.body(null, 304, { etag });
        return c.body(body, 200, { 'content-type': 'application/json; charset=utf-8', etag });
      });
    api.post(`/${op.name}`, needsRole(accessOf(op) as Role), async (c) => {
      const { input, blobs } = await readSent(op, c.req.raw);
      const own: Ctx = { ...ctx, rules: ctx.rules, blobs };
      return c.json(await runOperation(op, own, parseInput(op, signed(c, op, input)), MAX_ITEMS));
    });
  }
  api.all('*', () => {
    throw new OnrecordError('not-found', 'the API has no such address', '/api/openapi.json lists what it has.');
  });
  return api;
}

/** Whoever has signed in decides under that name, whatever the request says. */
const signed = (c: Context<Env>, op: Operation, input: Record<string, unknown>): Record<string, unknown> =>
  op.effect === 'write' && 'by' in op.input.shape && c.var.frame.who !== null
    ? { ...input, by: c.var.frame.who }
    : input;
