import { z } from 'zod';
import { describeSpan } from '../core/anchor/describe-span.ts';
import { resolveAnchor } from '../core/anchor/resolve-anchor.ts';
import type { Redirect, Span, VersionRecord } from '../core/model/index.ts';
import { mapInOrder } from '../intake/map-in-order.ts';
import { AnnotatePool } from '../intake/workers/annotate-pool.ts';
import { deriveAnew } from './add/derive-version.ts';
import { bestCover } from './judge/best-cover.ts';
import { operation } from './operation.ts';

const Failure = z.object({ id: z.string(), why: z.string() });

export const rebuild = operation({
  name: 'rebuild',
  summary: 'Derive everything anew from captures, sidecars, judgements and vocabularies.',
  effect: 'write',
  access: 'local',
  stream: false,
  input: z.object({}),
  output: z.object({
    documents: z.int(),
    changed: z.int().describe('documents whose layers differ now'),
    moved: z.int().describe('published ids that lead elsewhere now'),
    lost: z.int().describe('published ids whose words are gone'),
    seconds: z.number(),
    failed: z.array(Failure).describe('kept as they were: what they were made from cannot be read now'),
  }),
  failed: (output) => output.failed.length > 0,
  async run(ctx) {
    const began = performance.now();
    const pool = new AnnotatePool();
    const ids = await ctx.store.versionIds();
    const tally = { documents: 0, changed: 0, moved: 0, lost: 0 };
    const failed: z.infer<typeof Failure>[] = [];
    ctx.signal.addEventListener('abort', () => void pool.close(), { once: true });
    try {
      const results = mapInOrder(ids, pool.threads * 2, async (id) => ({
        id,
        derivation: await deriveAnew(ctx, pool, id),
      }));
      for await (const { id, derivation } of results) {
        if (ctx.signal.aborted) break;
        if (typeof derivation === 'string') {
          failed.push({ id, why: derivation });
          continue;
        }
        const before = await ctx.store.record(id);
        await ctx.store.putDerivation(id, derivation);
        const after = (await ctx.store.record(id))!;
        tally.documents++;
        if (before && JSON.stringify(layersOf(before)) !== JSON.stringify(layersOf(after))) {
          tally.changed++;
          for (const redirect of redirectsOf(before, after)) {
            await ctx.store.putRedirect(redirect);
            tally[redirect.status === 'lost' ? 'lost' : 'moved']++;
          }
        }
        ctx.progress(tally.documents + failed.length, ids.length, id);
      }
    } finally {
      await pool.close();
    }
    return { ...tally, seconds: Math.round(performance.now() - began) / 1000, failed };
  },
});

const layersOf = ({ document: { event: _, ...head }, findings: __, ...layers }: VersionRecord) => [head, layers];

/** Where the ids of turns, sentences and claims that are no longer there lead now (law K3). */
export function redirectsOf(before: VersionRecord, after: VersionRecord): Redirect[] {
  const redirects: Redirect[] = [];
  const version = before.document.id;
  for (const layer of ['turns', 'sentences', 'claims'] as const) {
    const still = new Set(after[layer].map((item) => item.id));
    for (const old of before[layer]) {
      if (still.has(old.id)) continue;
      const anchor = describeSpan(version, before.text, old);
      const now = resolveAnchor(after.text, anchor);
      const to =
        now.start === null || now.end === null
          ? null
          : (bestCover<Span & { id: string }>(after[layer], now.start, now.end)?.id ?? null);
      const status = to === null ? 'lost' : now.status === 'fuzzy' ? 'fuzzy' : 'moved';
      redirects.push({ from: old.id, anchor, to, status });
    }
  }
  return redirects;
}
