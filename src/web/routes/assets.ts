import { Hono } from 'hono';
import { readAsset } from '../assets.ts';
import type { Env } from '../frame.tsx';

/** Style, fonts and scripts of the pages, all our own. What carries its hash in its name never changes. */
export const assetRoutes = (): Hono<Env> =>
  new Hono<Env>().get('/assets/:name', async (c) => {
    const asset = await readAsset(c.req.param('name'));
    if (!asset) return c.notFound();
    const keep = asset.isPinned ? 'public, max-age=31536000, immutable' : 'public, max-age=86400';
    return c.body(asset.body, 200, { 'content-type': asset.type, 'cache-control': keep });
  });
