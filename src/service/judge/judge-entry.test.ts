import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Judgement, VersionRecord } from '../../core/model/index.ts';
import { loadRules } from '../../intake/rules.ts';
import { openStore } from '../../store/index.ts';
import type { Store } from '../../store/port.ts';
import { contextFor } from '../context.fixture.ts';
import { OPERATIONS } from '../index.ts';
import type { Context } from '../operation.ts';

interface Entry {
  readonly id: string;
  readonly status: string;
  readonly reviewed: boolean;
  readonly statedBy: readonly string[];
  readonly judged?: readonly { readonly field: string; readonly by: string }[];
  readonly evidence: readonly { readonly field: string; readonly text: string }[];
}
type Ledger = Record<'predictions' | 'demands' | 'counts', Entry[]>;

const DATA = fileURLToPath(new URL('../../../samples', import.meta.url));
/** A forecast, the answer that came, demands of two sides. */
const TEXTS = [
  '2023-04-11-marenko-courier.html',
  '2023-11-02-halloway-herald.md',
  '2023-12-28-marenko-assembly.txt',
].map((name) => join(DATA, 'record', name));

let store: Store;
let ctx: Context;
let clock = 0;
const person = { by: 'R. Eader', reason: 'read beside the source' };
const judge = (id: string, decision: Judgement['decision'], more: { other?: string; value?: string } = {}) =>
  runOperation<Judgement>('judge', { id, decision, ...more, ...person });
const ledger = (input: Record<string, unknown> = {}) => runOperation<Ledger>('ledger', input);

async function runOperation<T>(name: string, input: Record<string, unknown>): Promise<T> {
  const op = OPERATIONS.find((o) => o.name === name)!;
  return (await op.run(ctx, op.input.parse(input))) as T;
}

const withWords = (entries: readonly Entry[], words: string) =>
  entries.filter((e) => e.evidence.some((v) => v.text.includes(words)));

beforeAll(async () => {
  store = await openStore(':memory:', { create: true });
  ctx = contextFor(store, {
    rules: loadRules(undefined, join(DATA, 'data')),
    now: () => new Date(Date.UTC(2024, 2, 1, 0, 0, clock++)).toISOString(),
  });
  process.env.ONRECORD_DATA = join(DATA, 'data');
  const add = OPERATIONS.find((o) => o.name === 'add')!;
  for await (const _ of add.run(ctx, add.input.parse({ paths: TEXTS })) as AsyncIterable<unknown>);
}, 60_000);
afterAll(async () => {
  delete process.env.ONRECORD_DATA;
  await store.close();
});

describe('[S1] rows of the ledger are judged, and it is taken back', () => {
  const forecast = async (input = {}) =>
    withWords((await ledger({ kind: 'predictions', ...input })).predictions, 'within six weeks')[0]!;
  const demands = async () => (await ledger({ kind: 'demands' })).demands;

  it('accepted, a row is reviewed, before and after a rebuild; undone, it is not', async () => {
    const { id } = await forecast();
    const accepted = await judge(id, 'accept');
    expect((await ledger({ reviewed: true })).predictions.map((e) => e.id)).toEqual([id]);
    await runOperation('rebuild', {});
    expect((await forecast()).reviewed).toBe(true);
    await judge(accepted.id, 'undo');
    expect((await forecast()).reviewed).toBe(false);
  });

  it('[L2] a forecast is resolved by a person with the words that show it, from the day they were said', async () => {
    const records: VersionRecord[] = [];
    for await (const r of store.records()) records.push(r);
    const answer = records
      .flatMap((r) => r.sentences.map((s) => ({ id: s.id, text: r.text.slice(s.start, s.end) })))
      .find((s) => s.text.startsWith('On 15 December we gave our answer'))!;
    const resolved = await judge((await forecast()).id, 'correct', { other: answer.id, value: 'status=resolved' });
    const on = (asOf: string) => forecast({ asOf });
    expect([(await on('2023-12-20')).status, (await on('2024-01-02')).status]).toEqual(['due', 'resolved']);
    expect((await on('2024-01-02')).judged).toMatchObject([{ field: 'status', by: 'R. Eader' }]);
    expect((await on('2024-01-02')).evidence.at(-1)!.text).toContain('On 15 December');
    await judge(resolved.id, 'undo');
    expect((await on('2024-01-02')).status).toBe('due');
  });

  it('rejected, a row is gone until that is undone', async () => {
    const { id } = await forecast();
    const rejected = await judge(id, 'reject');
    expect(await forecast()).toBeUndefined();
    await judge(rejected.id, 'undo');
    expect((await forecast()).id).toBe(id);
  });

  it('[L3] two rows of one side are merged; two sides’ accounts never are', async () => {
    const [own] = withWords(await demands(), 'The launchers at Cape Ness must be withdrawn');
    const [others] = withWords(await demands(), 'Mila Sandor must be released');
    const stored = async () => withWords(await demands(), 'before we sit down')[0]!;
    const second = await stored();
    const merged = await judge(own!.id, 'merge', { other: second.id });
    expect((await stored()).evidence.length).toBeGreaterThan(second.evidence.length);
    await judge(merged.id, 'undo');
    expect((await stored()).id).toBe(second.id);
    await expect(judge(own!.id, 'merge', { other: others!.id })).rejects.toThrow('never merged');
  });

  it.each<[string, Judgement['decision'], string | undefined, string]>([
    ['entry:ffffffffffff', 'accept', undefined, 'no such entry'],
    ['', 'correct', 'status=held', 'open, due, resolved'],
    ['', 'correct', 'colour=red', 'colour is no field'],
    ['', 'correct', undefined, 'needs field=value'],
    ['', 'part', undefined, 'cannot be judged so'],
  ])('%s %s %s is refused: %s', async (id, decision, value, why) => {
    const asked = judge(id || (await forecast()).id, decision, value === undefined ? {} : { value });
    await expect(asked).rejects.toThrow(why);
  });

  it('the store is sound afterwards', async () => {
    expect(await runOperation('doctor', {})).toMatchObject({ sound: true, problems: [] });
  });
});
