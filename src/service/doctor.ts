import { z } from 'zod';
import { resolveAnchor } from '../core/anchor/resolve-anchor.ts';
import { Judgement, VersionRecord } from '../core/model/index.ts';
import { versionIdOf } from '../intake/version-id.ts';
import type { Store, StoreProblem } from '../store/port.ts';
import { operation } from './operation.ts';

const Problem = z.object({ kind: z.string(), id: z.string(), what: z.string(), mend: z.string() });

export const doctor = operation({
  name: 'doctor',
  summary: 'Verify every hash, anchor, index and law of the record.',
  effect: 'read',
  access: 'local',
  stream: false,
  input: z.object({}),
  output: z.object({ sound: z.boolean(), documents: z.int(), problems: z.array(Problem) }),
  failed: (output) => !output.sound,
  async run({ store, progress }) {
    const problems: StoreProblem[] = [];
    for await (const problem of store.inspect()) problems.push(problem);
    const ids = await store.versionIds();
    for (const [i, id] of ids.entries()) {
      for await (const problem of inspectVersion(store, id)) problems.push(problem);
      progress(i + 1, ids.length, id);
    }
    for await (const problem of inspectJudgements(store)) problems.push(problem);
    return { sound: problems.length === 0, documents: ids.length, problems };
  },
});

const REBUILD = 'Run "onrecord rebuild".';

async function* inspectVersion(store: Store, id: string): AsyncGenerator<StoreProblem> {
  const capture = await store.capture(id);
  const bytes = await store.captureBytes(id).catch(() => null);
  if (capture && bytes) {
    const { identity } = versionIdOf(bytes, capture.sidecar);
    if (identity !== capture.identity || id !== `ver:${identity.slice(0, 12)}`)
      yield {
        kind: 'identity',
        id,
        what: 'the id does not follow from its bytes and sidecar',
        mend: 'Restore the store from a backup.',
      };
  } else yield { kind: 'capture', id, what: 'its bytes cannot be read', mend: 'Restore the store from a backup.' };
  let record: VersionRecord | null;
  try {
    record = await store.record(id);
  } catch (error) {
    yield { kind: 'layers', id, what: `its layers cannot be read: ${(error as Error).message}`, mend: REBUILD };
    return;
  }
  if (!record) return;
  const shape = VersionRecord.safeParse(record);
  if (!shape.success) {
    const issue = shape.error.issues[0]!;
    yield { kind: 'shape', id, what: `${issue.path.join('.')}: ${issue.message}`, mend: REBUILD };
    return;
  }
  yield* inspectSpans(record);
}

/** Law T2 on the stored layers: turns tile the text, sentences tile the bodies, every span lies in the text. */
export function* inspectSpans(record: VersionRecord): Generator<StoreProblem> {
  const { id } = record.document;
  const { length } = record.text;
  let at = 0;
  for (const t of record.turns) {
    if (t.start !== at || t.bodyStart < t.start || t.end < t.bodyStart)
      yield { kind: 'tiling', id: t.id, what: `[T2] a turn at ${t.start} where ${at} was due`, mend: REBUILD };
    at = t.end;
  }
  if (at !== length)
    yield { kind: 'tiling', id, what: `[T2] turns end at ${at}, the text at ${length}`, mend: REBUILD };
  const bodies = new Map(record.turns.map((t) => [t.id, { at: t.bodyStart, end: t.end }]));
  for (const s of record.sentences) {
    const body = bodies.get(s.turn);
    if (!body || s.start !== body.at || s.end > body.end)
      yield { kind: 'tiling', id: s.id, what: '[T2] a sentence that does not tile its turn', mend: REBUILD };
    if (body) body.at = s.end;
  }
  for (const [turn, { at: end, end: due }] of bodies)
    if (end !== due)
      yield { kind: 'tiling', id: turn, what: `[T2] sentences end at ${end}, the turn at ${due}`, mend: REBUILD };
  for (const layer of ['mentions', 'claims', 'marks'] as const)
    for (const item of record[layer])
      if (item.start > item.end || item.end > length)
        yield {
          kind: 'anchor',
          id,
          what: `a span of ${layer}, ${item.start}..${item.end}, leaves the text`,
          mend: REBUILD,
        };
}

async function* inspectJudgements(store: Store): AsyncGenerator<StoreProblem> {
  const all = await store.judgements();
  const ids = new Set(all.map((j) => j.id));
  for (const j of all) {
    if (!Judgement.safeParse(j).success)
      yield {
        kind: 'judgement',
        id: j.id,
        what: 'a judgement that is not whole',
        mend: 'Restore the store from a backup.',
      };
    if (j.decision === 'undo' && !ids.has(j.about))
      yield {
        kind: 'judgement',
        id: j.id,
        what: `undoes ${j.about}, which is not there`,
        mend: 'Restore the store from a backup.',
      };
    if (!j.anchor) continue;
    const record = await store.record(j.anchor.version);
    if (!record)
      yield {
        kind: 'judgement',
        id: j.id,
        what: `about ${j.anchor.version}, which is not there`,
        mend: 'Add the document again.',
      };
    else if (resolveAnchor(record.text, j.anchor).status === 'lost')
      yield {
        kind: 'anchor',
        id: j.id,
        what: 'the words it judges are no longer in the text',
        mend: 'Judge the new reading; the old judgement is kept.',
      };
  }
}
