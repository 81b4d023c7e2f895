import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import { OnrecordError } from '../core/model/index.ts';
import { accessOf, type Context as Ctx, type Operation } from '../service/operation.ts';
import { runOperation } from '../service/run-operation.ts';
import { describeApi } from './describe-api.ts';
import { inputFromQuery, parseInput } from './read-input.ts';

/** Most items a streaming operation may answer over HTTP at once; the command line and export have no such bound. */
export const MAX_ITEMS = 1000;

/** The JSON API, made from the list of operations: GET /api/{operation} for reading; one error shape; an ETag each. */
export function createApi(operations: readonly Operation[], ctx: Ctx, version: string): Hono {
  const api = new Hono();
  const offered = operations.filter((op) => accessOf(op) === 'read');
  api.get('/openapi.json', (c) => c.json(describeApi(offered, version)));
  for (const op of offered)
    api.get(`/${op.name}`, async (c) => {
      const input = parseInput(op, inputFromQuery(op, new URL(c.req.url).searchParams));
      const body = JSON.stringify(await runOperation(op, ctx, input, MAX_ITEMS));
      const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
      if (c.req.header('if-none-match') === etag) return c.body(null, 304, { etag });
      return c.body(body, 200, { 'content-type': 'application/json; charset=utf-8', etag });
    });
  api.all('*', () => {
    throw new OnrecordError('not-found', 'the API has no such address', '/api/openapi.json lists what it has.');
  });
  return api;
}
