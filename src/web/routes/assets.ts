import { Hono } from 'hono';
import { readAsset } from '../assets.ts';
import type { Env } from '../frame.tsx';

/** Style, fonts and scripts of the pages, all our own. */
export const assetRoutes = (): Hono<Env> =>
  new Hono<Env>().get('/assets/:name', async (c) => {
    const asset = await readAsset(c.req.param('name'));
    if (!asset) return c.notFound();
    return c.body(asset.body, 200, { 'content-type': asset.type, 'cache-control': 'public, max-age=86400' });
  });
