import { z } from 'zod';
import { DocumentHead, Finding, Turn } from '../core/model/index.ts';
import { findInputs, type Input } from '../intake/find-inputs.ts';
import { PoliteFetcher } from '../intake/http/fetch-politely.ts';
import type { PoolResult } from '../intake/workers/annotate-pool.ts';
import { ErrorShape, failure } from './add/keep-member.ts';
import { mendingOf } from './add/mending.ts';
import { poolOf } from './add/pool-of.ts';
import { holdsSeveral, OFFERED, readForAdd, refuseMendingMany } from './add/read-for-add.ts';
import { type Context, operation } from './operation.ts';
import { findUncertain, Uncertain } from './preview/find-uncertain.ts';
import { HeardLabel, labelsHeard } from './preview/labels-heard.ts';

/** Turns and UTF-16 units of each that a preview carries: enough to see whether the voices are told apart. */
const SHOWN_TURNS = 60;
const SHOWN_UNITS = 600;
/** Milliseconds a preview may take: somebody waits for it. */
const TIME_LIMIT = 30_000;

const PreviewTurn = Turn.pick({ kind: true, voice: true, speaker: true, person: true, label: true }).extend({
  text: z.string().describe('the words, cut at 600 units'),
});

export const PreviewResult = z.object({
  path: z.string(),
  status: z.enum(['new', 'known', 'skipped', 'failed']).describe('known: the record holds these bytes already'),
  document: DocumentHead.nullable().describe('as it would be kept; its id is the one it would have'),
  labels: z.array(HeardLabel).describe('the voices told apart, one line a printed label'),
  turns: z.array(PreviewTurn).describe('the first sixty, in order'),
  turnCount: z.int(),
  uncertain: z.array(Uncertain).describe('what a person should look at before it is kept'),
  findings: z.array(Finding),
  sidecar: z.record(z.string(), z.unknown()).nullable().describe('what would be kept beside the bytes'),
  error: ErrorShape.optional(),
});
export type PreviewResult = z.infer<typeof PreviewResult>;

export const preview = operation({
  name: 'preview',
  summary:
    'What "add" would make of files or addresses, without keeping anything: voices, title, date, what is uncertain.',
  effect: 'read',
  showsItsOwn: true,
  withoutRecord: true,
  access: 'admin',
  stream: true,
  input: z.object(OFFERED),
  output: PreviewResult,
  failed: (result) => result.status === 'failed',
  async *run(ctx, { paths, name, allowPrivate, ...said }): AsyncGenerator<PreviewResult> {
    const mending = mendingOf(said);
    if (mending && paths.length > 1) refuseMendingMany(paths.join(', '));
    const { pool, release } = poolOf(ctx, { threads: 1, timeLimitMs: TIME_LIMIT });
    const fetcher = new PoliteFetcher({ allowPrivate: (allowPrivate ?? false) && ctx.localFiles, signal: ctx.signal });
    try {
      for await (const input of findInputs(paths, { blobs: ctx.blobs, localFiles: ctx.localFiles, stdinName: name })) {
        if (ctx.signal.aborted) return;
        if (mending && input.path !== paths[0]) refuseMendingMany(paths[0]!);
        yield* look(ctx, input, async () => {
          const { job } = await readForAdd(input, fetcher, mending, ctx.now());
          const result = await pool.annotate(job);
          if (mending && holdsSeveral(result)) refuseMendingMany(input.path);
          return result;
        });
      }
    } finally {
      await release();
    }
  },
});

async function* look(ctx: Context, input: Input, annotate: () => Promise<PoolResult>): AsyncGenerator<PreviewResult> {
  if (input.skipped) return void (yield nothing(input.path, 'skipped'));
  try {
    if (input.error) throw input.error;
    for (const member of (await annotate()).members) yield await describeMember(ctx, member);
  } catch (error) {
    yield failed(input.path, error);
  }
}

async function describeMember(ctx: Context, member: PoolResult['members'][number]): Promise<PreviewResult> {
  if ('error' in member) return failed(member.path, member.error);
  const { annotated, sidecar, path, id } = member;
  const { text, turns, document, findings } = annotated;
  const labels = labelsHeard(annotated);
  return {
    path,
    status: (await ctx.store.has(id)) ? 'known' : 'new',
    document,
    labels,
    turns: turns.slice(0, SHOWN_TURNS).map(({ kind, voice, speaker, person, label, bodyStart, end }) => ({
      kind,
      voice,
      speaker,
      person,
      label,
      text: text.slice(bodyStart, Math.min(end, bodyStart + SHOWN_UNITS)).trim(),
    })),
    turnCount: turns.length,
    uncertain: findUncertain(document, labels, findings),
    findings,
    sidecar,
  };
}

const nothing = (path: string, status: PreviewResult['status']): PreviewResult => ({
  path,
  status,
  document: null,
  labels: [],
  turns: [],
  turnCount: 0,
  uncertain: [],
  findings: [],
  sidecar: null,
});

function failed(path: string, cause: unknown): PreviewResult {
  const { error } = failure(path, cause);
  return { ...nothing(path, 'failed'), ...(error ? { error } : {}) };
}
