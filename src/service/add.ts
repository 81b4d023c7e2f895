import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { z } from 'zod';
import { DocumentHead, Finding, OnrecordError } from '../core/model/index.ts';
import { type AnnotateJob, annotateFile, type MemberResult } from '../intake/annotate-file.ts';
import { findFiles } from '../intake/find-files.ts';
import { readSidecar } from '../intake/read-sidecar.ts';
import { type Context, operation } from './operation.ts';

const AddResult = z.object({
  path: z.string(),
  status: z.enum(['added', 'unchanged', 'changed', 'skipped', 'failed']),
  document: DocumentHead.nullable(),
  findings: z.array(Finding),
  error: z.object({ code: z.string(), message: z.string(), hint: z.string().nullable() }).optional(),
});
type AddResult = z.infer<typeof AddResult>;

export const add = operation({
  name: 'add',
  summary: 'Add files, folders, addresses or standard input (-) to the record.',
  effect: 'write',
  stream: true,
  input: z.object({
    paths: z
      .array(z.string())
      .min(1)
      .meta({
        description: 'files, folders, addresses, or - for standard input',
        cli: { positional: true, value: 'PATH' },
      }),
  }),
  output: AddResult,
  failed: (result) => result.status === 'failed',
  async *run(ctx, { paths }): AsyncGenerator<AddResult> {
    for (const path of paths) {
      for await (const file of findFiles(path)) {
        if ('skipped' in file) yield { path: file.path, status: 'skipped', document: null, findings: [] };
        else if ('error' in file) yield failure(file.path, file.error);
        else
          try {
            const sidecar = file.sidecar ? (await readSidecar(file.sidecar)).raw : null;
            const job = { path: file.path, name: basename(file.path), bytes: await readFile(file.path), sidecar };
            for (const member of await annotateFile(job, ctx.rules)) yield await keep(ctx, job, member);
          } catch (error) {
            yield failure(file.path, error);
          }
      }
    }
  },
});

async function keep(ctx: Context, job: AnnotateJob, member: MemberResult): Promise<AddResult> {
  if ('error' in member) return failure(member.path, member.error);
  const { annotated, path, ...capture } = member;
  const { reader, ...record } = annotated;
  const url = (member.sidecar as { url?: unknown } | null)?.url;
  const retrieved = (member.sidecar as { retrieved?: unknown } | null)?.retrieved;
  const receipt = {
    address: typeof url === 'string' ? url : resolve(job.path) + path.slice(job.path.length),
    name: member.name,
    retrieved: typeof retrieved === 'string' ? retrieved : null,
    added: ctx.now(),
    container: member.container,
  };
  const status = await ctx.store.put({ ...capture, receipt }, { record, reader, rules: ctx.rules.revision });
  const document = (await ctx.store.head(member.id))!;
  return { path, status, document, findings: record.findings };
}

function failure(path: string, error: unknown): AddResult {
  const known = error instanceof OnrecordError ? error : new OnrecordError('internal', String(error), null, error);
  const { code, message, hint } = known;
  return { path, status: 'failed', document: null, findings: [], error: { code, message, hint } };
}
