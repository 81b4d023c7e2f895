import { AnnotatePool, type PoolOptions } from '../../intake/workers/annotate-pool.ts';
import type { Context } from '../operation.ts';

/**
 * The threads to annotate with: those that a long-lived skin keeps warm, else some of our own, which `release` ends. A stop
 * signal ends our own at once; what is under way is answered with an error.
 */
export function poolOf(ctx: Pick<Context, 'pool' | 'signal'>, options: PoolOptions = {}) {
  if (ctx.pool) return { pool: ctx.pool, release: async () => {} };
  const pool = new AnnotatePool(options);
  ctx.signal.addEventListener('abort', () => void pool.close(), { once: true });
  return { pool, release: () => pool.close() };
}
