import { z } from 'zod';
import { DocumentHead, Finding, OnrecordError, type Rules } from '../core/model/index.ts';
import type { AnnotateJob } from '../intake/annotate-file.ts';
import { type FetchedInput, visitAddress } from '../intake/fetch-input.ts';
import { PoliteFetcher } from '../intake/http/fetch-politely.ts';
import { mapInOrder } from '../intake/map-in-order.ts';
import { AnnotatePool, type PoolResult } from '../intake/workers/annotate-pool.ts';
import type { Visit } from '../store/port.ts';
import { derivationOf } from './add/derive-version.ts';
import { type AddResult, ErrorShape, failure, keepMember } from './add/keep-member.ts';
import { noteVisit } from './add/note-visit.ts';
import { type Context, operation } from './operation.ts';
import { carryJudgements, carrySidecar } from './refresh/carry-mendings.ts';
import { describeChange } from './refresh/describe-change.ts';

/** Addresses asked at a time; each host is asked for one after the other in any case. */
const AT_ONCE = 4;

const RefreshResult = z.object({
  address: z.string(),
  status: z
    .enum(['unchanged', 'changed', 'added', 'gone', 'failed'])
    .describe('added: an item of a feed that is new to the record'),
  document: DocumentHead.nullable().describe('the version that stands there now, or the last that did'),
  before: z.string().nullable().describe('the version that stood there before, when it changed'),
  findings: z.array(Finding),
  error: ErrorShape.optional(),
});
type RefreshResult = z.infer<typeof RefreshResult>;

export const refresh = operation({
  name: 'refresh',
  summary: 'Revisit known addresses and feeds: what is unchanged, changed (kept, with the changed words) or gone.',
  effect: 'write',
  access: 'local',
  stream: true,
  input: z.object({
    source: z
      .string()
      .optional()
      .meta({ description: 'an address, the beginning of one, a host, or a publisher', cli: { positional: true } }),
    allowPrivate: z
      .boolean()
      .optional()
      .meta({ description: 'fetch from this machine and its network, too; only on the command line' }),
  }),
  output: RefreshResult,
  failed: (result) => result.status === 'failed',
  async *run(ctx, { source, allowPrivate }): AsyncGenerator<RefreshResult> {
    const visits = chooseVisits(await ctx.store.visits(), source, source ? ctx.rules : null);
    const fetcher = new PoliteFetcher({
      allowPrivate: (allowPrivate ?? false) && ctx.localFiles,
      signal: ctx.signal,
    });
    const pool = new AnnotatePool();
    ctx.signal.addEventListener('abort', () => void pool.close(), { once: true });
    try {
      let done = 0;
      const asked = mapInOrder(visits, AT_ONCE, async (visit) => ({ visit, answer: await ask(ctx, fetcher, visit) }));
      for await (const { visit, answer } of asked) {
        if (ctx.signal.aborted) break;
        yield* settle(ctx, pool, visit, answer);
        ctx.progress(++done, visits.length, visit.address);
      }
    } finally {
      await pool.close();
    }
  },
});

/** The addresses a source means; none is an error, because a cron job that visits nothing should say so. */
function chooseVisits(visits: readonly Visit[], source: string | undefined, rules: Rules | null): Visit[] {
  if (source === undefined) return [...visits];
  const wanted = source.toLowerCase();
  const publisher = rules?.publishers.find((p) => [p.id, p.name, ...p.aliases].some((n) => n.toLowerCase() === wanted));
  const hosts = publisher?.hosts ?? [wanted];
  const chosen = visits.filter(({ address }) => {
    const { host } = new URL(address);
    return address.toLowerCase().startsWith(wanted) || hosts.some((h) => host === h || host.endsWith(`.${h}`));
  });
  if (chosen.length === 0)
    throw new OnrecordError(
      'not-found',
      `${source}: no known address belongs to it`,
      'Add one first: onrecord add URL',
    );
  return chosen;
}

type Answer = FetchedInput | 'gone' | 'unchanged' | { readonly error: unknown };

async function ask(ctx: Context, fetcher: PoliteFetcher, visit: Visit): Promise<Answer> {
  try {
    // a page that was gone is asked for in full: it may be back with the same words
    return await visitAddress(fetcher, visit.address, visit.outcome === 'gone' ? {} : visit, ctx.now());
  } catch (error) {
    return { error };
  }
}

async function* settle(ctx: Context, pool: AnnotatePool, visit: Visit, answer: Answer): AsyncGenerator<RefreshResult> {
  const { address } = visit;
  const latest = (await ctx.store.versionsAt(address)).at(-1) ?? null;
  const head = latest ? await ctx.store.head(latest) : null;
  const note = (outcome: Visit['outcome']) => ctx.store.putVisit({ ...visit, at: ctx.now(), outcome });
  if (answer === 'unchanged') {
    await note('unchanged');
    yield { address, status: 'unchanged', document: head, before: null, findings: [] };
  } else if (answer === 'gone') {
    await note('gone');
    yield { address, status: 'gone', document: head, before: null, findings: [goneFinding(address)] };
  } else if ('error' in answer) {
    await note('failed');
    const { error } = failure(address, answer.error);
    yield { address, status: 'failed', document: head, before: null, findings: [], ...(error ? { error } : {}) };
  } else yield* settleFetched(ctx, pool, visit, answer, latest);
}

/** Bytes came: known ones are unchanged, new ones a capture of their own beside the old one. */
async function* settleFetched(
  ctx: Context,
  pool: AnnotatePool,
  visit: Visit,
  { job, id, page }: FetchedInput,
  latest: string | null,
): AsyncGenerator<RefreshResult> {
  const { address } = visit;
  if (page.sha256 === visit.sha256 || (await ctx.store.has(id))) {
    const outcome = visit.outcome === 'failed' && visit.sha256 === null ? 'kept' : 'unchanged';
    const { etag, lastModified, sha256 } = page;
    await ctx.store.putVisit({ ...visit, at: ctx.now(), outcome, etag, lastModified, sha256 });
    const document = await ctx.store.head((await ctx.store.has(id)) ? id : (latest ?? id));
    yield { address, status: 'unchanged', document, before: null, findings: [] };
    return;
  }
  const { result: read, findings: carried } = await withMendings(ctx, pool, job, latest);
  const { members, rules } = read;
  const origin = { path: address, address, retrieved: page.retrieved };
  let isNews = false;
  for (const member of members) {
    const result = await keepMember(ctx, origin, member, rules);
    if (result.status === 'unchanged') continue;
    isNews = true;
    const before = member.path.includes('!/') ? null : latest;
    yield await describeResult(ctx, await decidedAnew(ctx, result, before, carried), before);
  }
  if (!isNews) yield { address, status: 'unchanged', document: null, before: null, findings: [] };
  await noteVisit(ctx, address, page, members);
}

/** The page as it is read now, with what was handed over when it was added, as far as the words it hangs on stand still. */
async function withMendings(
  ctx: Context,
  pool: AnnotatePool,
  job: AnnotateJob,
  latest: string | null,
): Promise<{ result: PoolResult; findings: readonly Finding[] }> {
  // the thread takes the bytes it is given; they may be needed once more
  const result = await pool.annotate({ ...job, bytes: job.bytes.slice() });
  const [member] = result.members;
  const before = latest === null ? null : await ctx.store.record(latest);
  const old = latest === null ? null : await ctx.store.capture(latest);
  if (result.members.length !== 1 || !member || 'error' in member || !before || !old?.sidecar)
    return { result, findings: [] };
  const after = (await derivationOf(ctx, member, result.rules)).record;
  const { sidecar, findings } = carrySidecar(old.sidecar, before, after);
  if (Object.keys(sidecar).length === 0) return { result, findings };
  return { result: await pool.annotate({ ...job, sidecar: { ...job.sidecar, ...sidecar } }), findings };
}

/** What people had corrected of the page before is corrected of this one too; what could not be is said. */
async function decidedAnew(
  ctx: Context,
  result: AddResult,
  latest: string | null,
  carried: readonly Finding[],
): Promise<AddResult> {
  const before = latest === null ? null : await ctx.store.record(latest);
  if (!before || !result.document || result.status === 'failed') return result;
  const judged = await carryJudgements(ctx, before, result.document.id);
  const document = await ctx.store.head(result.document.id);
  return { ...result, document, findings: [...carried, ...judged, ...result.findings] };
}

async function describeResult(ctx: Context, result: AddResult, latest: string | null): Promise<RefreshResult> {
  const { path: address, document, findings, error } = result;
  if (result.status === 'failed')
    return { address, status: 'failed', document, before: latest, findings, ...(error ? { error } : {}) };
  if (!document || !latest) return { address, status: 'added', document, before: null, findings };
  const before = await ctx.store.record(latest);
  const after = await ctx.store.record(document.id);
  const change = before && after ? [describeChange(before, after)] : [];
  return { address, status: 'changed', document, before: latest, findings: [...change, ...findings] };
}

const goneFinding = (address: string): Finding => ({
  stage: 'versions',
  rule: 'address-gone',
  severity: 'warning',
  why: `${address} is no longer there; its text stays in the record as it was`,
});
