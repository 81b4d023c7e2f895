import { z } from 'zod';
import { DocumentHead, Finding, OnrecordError } from '../core/model/index.ts';
import { findInputs, type Input } from '../intake/find-inputs.ts';
import { mapInOrder } from '../intake/map-in-order.ts';
import { readInput } from '../intake/read-input.ts';
import { AnnotatePool, type PoolResult } from '../intake/workers/annotate-pool.ts';
import { type Context, operation } from './operation.ts';

const ErrorShape = z.object({ code: z.string(), message: z.string(), hint: z.string().nullable() });
export const AddResult = z.object({
  path: z.string(),
  status: z.enum(['added', 'unchanged', 'changed', 'skipped', 'failed']),
  document: DocumentHead.nullable(),
  findings: z.array(Finding),
  error: ErrorShape.optional(),
});
export type AddResult = z.infer<typeof AddResult>;

export const add = operation({
  name: 'add',
  summary: 'Add files, folders, addresses or standard input (-) to the record.',
  effect: 'write',
  stream: true,
  input: z.object({
    paths: z
      .array(z.string())
      .min(1)
      .meta({ description: 'files, folders, addresses, or - for standard input', cli: { positional: true } }),
    name: z.string().optional().meta({ description: 'name for standard input, e.g. page.html' }),
  }),
  output: AddResult,
  failed: (result) => result.status === 'failed',
  async *run(ctx, { paths, name }): AsyncGenerator<AddResult> {
    const pool = new AnnotatePool();
    // Terminating the threads settles what is under way; documents already kept stay, each whole.
    ctx.signal.addEventListener('abort', () => void pool.close(), { once: true });
    try {
      let done = 0;
      const inputs = findInputs(paths, { blobs: ctx.blobs, localFiles: ctx.localFiles, stdinName: name });
      const worked = mapInOrder(until(ctx.signal, inputs), pool.threads * 2, (input) => prepare(ctx, pool, input));
      for await (const { input, result } of worked) {
        if (ctx.signal.aborted) break;
        if (!('members' in result)) yield result;
        else for (const member of result.members) yield await keep(ctx, input, member, result.rules);
        ctx.progress(++done, null, input.path);
      }
    } finally {
      await pool.close();
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
  input: Input,
): Promise<{ input: Input; result: AddResult | PoolResult }> {
  try {
    if (input.skipped) return { input, result: { path: input.path, status: 'skipped', document: null, findings: [] } };
    if (input.error) return { input, result: failure(input.path, input.error) };
    const { job, id } = await readInput(input);
    const known = await ctx.store.capture(id);
    // Known bytes need no reading, unless their name would become another: the smallest of all names counts (law K4).
    if (known && known.name <= job.name && !known.receipts.some((r) => r.container)) {
      await ctx.store.putReceipt(id, receiptOf(ctx, input, job, input.path, null));
      const document = (await ctx.store.head(id))!;
      return { input, result: { path: input.path, status: 'unchanged', document, findings: [] } };
    }
    return { input, result: await pool.annotate(job) };
  } catch (error) {
    return { input, result: failure(input.path, error) };
  }
}

/** Write one document: a transaction of its own. */
async function keep(
  ctx: Context,
  input: Input,
  member: PoolResult['members'][number],
  rules: string,
): Promise<AddResult> {
  if ('error' in member) return failure(member.path, member.error);
  try {
    const { annotated, profile, path, container, ...capture } = member;
    const { reader, ...record } = annotated;
    const receipt = receiptOf(ctx, input, member, path, container);
    const status = await ctx.store.put({ ...capture, receipt }, { record, reader, rules, profile });
    const document = (await ctx.store.head(member.id))!;
    return { path, status, document, findings: record.findings };
  } catch (error) {
    // A store that cannot be written ends the batch; a document that cannot be kept does not.
    if (error instanceof OnrecordError && error.code !== 'store') return failure(member.path, error);
    throw error;
  }
}

function receiptOf(
  ctx: Context,
  input: Input,
  { name, sidecar }: { name: string; sidecar: Readonly<Record<string, unknown>> | null },
  path: string,
  container: string | null,
) {
  const text = (key: string) => (typeof sidecar?.[key] === 'string' ? (sidecar[key] as string) : null);
  return {
    address: text('url') ?? input.address + path.slice(input.path.length),
    name,
    retrieved: text('retrieved') ?? input.retrieved ?? null,
    added: ctx.now(),
    container,
  };
}

function failure(path: string, error: unknown): AddResult {
  const known =
    error instanceof OnrecordError ? error : new OnrecordError('internal', `${path}: ${String(error)}`, null, error);
  const { code, message, hint } = known;
  return { path, status: 'failed', document: null, findings: [], error: { code, message, hint } };
}
