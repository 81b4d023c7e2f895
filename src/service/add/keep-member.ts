import { z } from 'zod';
import { DocumentHead, Finding, OnrecordError } from '../../core/model/index.ts';
import type { PoolResult } from '../../intake/workers/annotate-pool.ts';
import type { Context } from '../operation.ts';
import { derivationOf } from './derive-version.ts';

export const ErrorShape = z.object({ code: z.string(), message: z.string(), hint: z.string().nullable() });
export const AddResult = z.object({
  path: z.string(),
  status: z.enum(['added', 'unchanged', 'changed', 'skipped', 'failed']),
  document: DocumentHead.nullable(),
  findings: z.array(Finding),
  error: ErrorShape.optional(),
});
export type AddResult = z.infer<typeof AddResult>;

/** Where bytes came from: as the user named it, as it is known when it comes again, and when it was fetched. */
export interface Origin {
  readonly path: string;
  readonly address: string;
  readonly retrieved?: string;
}

/** Write one document: a transaction of its own. */
export async function keepMember(
  ctx: Context,
  input: Origin,
  member: PoolResult['members'][number],
  rules: string,
): Promise<AddResult> {
  if ('error' in member) return failure(member.path, member.error);
  try {
    const { annotated: _, profile: __, path, container, ...capture } = member;
    const receipt = receiptOf(ctx, input, member, path, container);
    const derivation = await derivationOf(ctx, member, rules);
    const status = await ctx.store.put({ ...capture, receipt }, derivation);
    const document = (await ctx.store.head(member.id))!;
    return { path, status, document, findings: derivation.record.findings };
  } catch (error) {
    // A store that cannot be written ends the batch; a document that cannot be kept does not.
    if (error instanceof OnrecordError && error.code !== 'store') return failure(member.path, error);
    throw error;
  }
}

export function receiptOf(
  ctx: Context,
  input: Origin,
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

export function failure(path: string, error: unknown): AddResult {
  const known =
    error instanceof OnrecordError ? error : new OnrecordError('internal', `${path}: ${String(error)}`, null, error);
  const { code, message, hint } = known;
  return { path, status: 'failed', document: null, findings: [], error: { code, message, hint } };
}
