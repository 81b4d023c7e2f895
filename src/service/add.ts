import { z } from 'zod';
import type { FetchedPage } from '../intake/fetch-input.ts';
import { findInputs, type Input } from '../intake/find-inputs.ts';
import { PoliteFetcher } from '../intake/http/fetch-politely.ts';
import { mapInOrder } from '../intake/map-in-order.ts';
import type { AnnotatePool, PoolResult } from '../intake/workers/annotate-pool.ts';
import { AddResult, failure, keepMember, receiptOf } from './add/keep-member.ts';
import { type Mending, mendingOf } from './add/mending.ts';
import { noteVisit } from './add/note-visit.ts';
import { poolOf } from './add/pool-of.ts';
import { holdsSeveral, OFFERED, readForAdd, refuseMendingMany } from './add/read-for-add.ts';
import { type Context, operation } from './operation.ts';

export const add = operation({
  name: 'add',
  summary: 'Add files, folders, addresses or standard input (-) to the record.',
  effect: 'write',
  stream: true,
  input: z.object(OFFERED),
  output: AddResult,
  failed: (result) => result.status === 'failed',
  async *run(ctx, { paths, name, allowPrivate, ...said }): AsyncGenerator<AddResult> {
    const mending = mendingOf(said);
    if (mending && paths.length > 1) refuseMendingMany(paths.join(', '));
    // Terminating the threads settles what is under way; documents already kept stay, each whole.
    const { pool, release } = poolOf(ctx);
    const fetcher = new PoliteFetcher({ allowPrivate: (allowPrivate ?? false) && ctx.localFiles, signal: ctx.signal });
    try {
      let done = 0;
      const inputs = findInputs(paths, { blobs: ctx.blobs, localFiles: ctx.localFiles, stdinName: name });
      const worked = mapInOrder(until(ctx.signal, inputs), pool.threads * 2, (input) =>
        prepare(ctx, pool, fetcher, input, mending && { mending, path: paths[0]! }),
      );
      for await (const { input, result } of worked) {
        if (ctx.signal.aborted) break;
        if (!('members' in result)) yield result;
        else for (const member of result.members) yield await keepMember(ctx, input, member, result.rules);
        if (input.page && 'members' in result) await noteVisit(ctx, input.path, input.page, result.members);
        ctx.progress(++done, null, input.path);
      }
    } finally {
      await release();
    }
  },
});

async function* until<T>(signal: AbortSignal, items: AsyncIterable<T>): AsyncGenerator<T> {
  for await (const item of items) {
    if (signal.aborted) return;
    yield item;
  }
}

/** Everything that may go on beside other files: reading, hashing, decoding, annotating. */
async function prepare(
  ctx: Context,
  pool: AnnotatePool,
  fetcher: PoliteFetcher,
  found: Input,
  mended: { mending: Mending; path: string } | null,
): Promise<{ input: Input & { page?: FetchedPage }; result: AddResult | PoolResult }> {
  let input: Input & { page?: FetchedPage } = found;
  try {
    if (input.skipped) return { input, result: { path: input.path, status: 'skipped', document: null, findings: [] } };
    if (input.error) return { input, result: failure(input.path, input.error) };
    if (mended && input.path !== mended.path) refuseMendingMany(mended.path);
    const { job, id, page } = await readForAdd(input, fetcher, mended?.mending ?? null, ctx.now());
    if (page) input = { ...input, retrieved: page.retrieved, page };
    const known = await ctx.store.capture(id);
    // Known bytes need no reading, unless their name would become another: the smallest of all names counts (law K4).
    if (known && known.name <= job.name && !known.receipts.some((r) => r.container)) {
      await ctx.store.putReceipt(id, receiptOf(ctx, input, job, input.path, null));
      const document = (await ctx.store.head(id))!;
      return { input, result: { path: input.path, status: 'unchanged', document, findings: [] } };
    }
    const result = await pool.annotate(job);
    if (mended && holdsSeveral(result)) refuseMendingMany(input.path);
    return { input, result };
  } catch (error) {
    return { input, result: failure(input.path, error) };
  }
}
