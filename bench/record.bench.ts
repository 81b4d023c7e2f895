import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadRules } from '../src/intake/rules.ts';
import { AnnotatePool } from '../src/intake/workers/annotate-pool.ts';
import { OPERATIONS } from '../src/service/index.ts';
import type { Context } from '../src/service/operation.ts';
import { runOperation } from '../src/service/run-operation.ts';
import { openStore } from '../src/store/index.ts';
import { printTable, round } from './corpora.ts';
import { makeDocuments } from './record/make-documents.ts';
import { multiplyRecord } from './record/multiply-record.ts';

/**
 * A record of many documents: how fast it is made with all cores, how fast it answers, what one more document costs.
 *
 *     node bench/record.bench.ts --annotated=300 --documents=10000 [--runs=11] [--db=KEPT.db]
 *
 * So many documents are annotated by the command; the rest are copies of these on other days, put into the store as add puts
 * them (`record/multiply-record.ts`). With --db that store is asked as it is, when it is there, and kept. Times are given on
 * the clock and of the processor (all threads), for the machine may have other work.
 */
const { values } = parseArgs({
  options: {
    annotated: { type: 'string', default: '300' },
    documents: { type: 'string', default: '3000' },
    runs: { type: 'string', default: '11' },
    db: { type: 'string' },
  },
});
const annotated = Number(values.annotated);
const home = mkdtempSync(join(tmpdir(), 'onrecord-bench-record-'));
const path = values.db ?? join(home, 'record.db');
const command = new URL('../src/onrecord.ts', import.meta.url).pathname;

/** Add the documents with the command, in a process of its own, as a user does. */
function add(documents: number): Record<string, string | number> | null {
  if (values.db && statSync(values.db, { throwIfNoEntry: false })) return null;
  const folder = join(home, 'documents');
  mkdirSync(folder);
  let bytes = 0;
  for (const { name, text } of makeDocuments(documents)) {
    writeFileSync(join(folder, name), text);
    bytes += Buffer.byteLength(text);
  }
  const argv = ['-f', 'peak %M cpu %U %S', process.execPath, command, 'add', folder, '--json', '--db', path];
  const began = performance.now();
  const done = spawnSync('/usr/bin/time', argv, { encoding: 'utf8', maxBuffer: 1 << 30 });
  const seconds = (performance.now() - began) / 1000;
  if (done.error || done.status !== 0) throw new Error(done.stderr?.slice(-2000) || String(done.error));
  const [, peak, user, system] = /peak (\d+) cpu ([\d.]+) ([\d.]+)/.exec(done.stderr)!;
  rmSync(folder, { recursive: true });
  return {
    documents,
    MB: round(bytes / 1e6, 1),
    seconds: round(seconds, 1),
    'documents/s': round(documents / seconds, 1),
    'CPU s': round(Number(user) + Number(system), 1),
    'CPU ms/document': round(((Number(user) + Number(system)) * 1000) / documents, 1),
    'peak MiB': round(Number(peak) / 1024, 0),
    'kB/document': round(statSync(path).size / 1000 / documents, 1),
  };
}

/** Each question several times over one open store: the first answer of all, then p50 and p95. */
async function ask(): Promise<void> {
  const store = await openStore(path, { create: false });
  const pool = new AnnotatePool({ threads: 1 });
  const ctx: Context = {
    store,
    pool,
    rules: loadRules(),
    now: () => '2031-01-01T00:00:00Z',
    progress: () => {},
    signal: new AbortController().signal,
    blobs: new Map(),
    localFiles: true,
  };
  const { items } = await store.findHeads({ order: 'day', limit: 2, offset: 100 });
  const [a, b] = items.map((h) => h.id);
  const QUESTIONS: readonly [operation: string, input: Record<string, unknown>][] = [
    ['timeline', { topic: 'health' }],
    ['timeline', { topic: 'china' }],
    ['timeline', { topic: 'china', next: '3000' }],
    ['timeline', { topic: 'united-states' }],
    ['timeline', { topic: 'vaccine' }],
    ['timeline', { topic: 'russia', speaker: 'Psaki', from: '2018' }],
    ['compare', { a, b, as: 'topics' }],
    ['compare', { a, b }],
    ['ledger', {}],
    ['ledger', { asOf: '2019-06-30' }],
    ['ledger', { party: 'Russia' }],
    ['ledger', { topic: 'vaccine', kind: 'commitments' }],
    ['topics', {}],
    ['review', {}],
    ['gaps', {}],
    ['person', { id: 'jen-psaki' }],
    ['list', { limit: 50, latest: true }],
    ['list', { speaker: 'Psaki' }],
    ['search', { query: 'vaccine' }],
  ];
  const rows: Record<string, string | number>[] = [];
  for (const [name, input] of QUESTIONS) {
    const timer = new Timer();
    let bytes = 0;
    for (let run = 0; run < Number(values.runs); run++) {
      const op = OPERATIONS.find((o) => o.name === name)!;
      await timer.time(async () => {
        bytes = JSON.stringify(await runOperation(op, ctx, op.input.parse(input))).length;
      });
    }
    const asked = Object.entries(input)
      .filter(([key]) => key !== 'a' && key !== 'b')
      .map(([key, value]) => `${key}=${value}`);
    rows.push({
      question: [name, ...asked].join(' '),
      ...timer.columns(),
      'answer kB': round(bytes / 1000, 0),
    });
  }
  rows.push(await addOne(ctx));
  console.log(`load ${round(loadavg()[0]!, 1)}; times with the answer written as JSON`);
  printTable(rows);
  const versions = (await store.reach()).versions;
  console.log(`${versions} documents, ${round(statSync(path).size / 1000 / versions, 1)} kB of database each`);
  await pool.close();
  await store.close();
}

/** One more document on the full record, several times, with a thread kept warm as a server keeps it; the first time starts it. */
async function addOne(ctx: Context): Promise<Record<string, string | number>> {
  const op = OPERATIONS.find((o) => o.name === 'add')!;
  const timer = new Timer();
  for (const { name, text } of [...makeDocuments(annotated + 7)].slice(annotated)) {
    const file = join(home, name);
    writeFileSync(file, text.replace('Press Briefing', `Press Briefing, ${process.hrtime.bigint()},`));
    await timer.time(() => runOperation(op, ctx, op.input.parse({ paths: [file] })));
  }
  return { question: 'add one document', ...timer.columns(), 'answer kB': 0 };
}

/** Milliseconds on the clock and of the processor. */
class Timer {
  readonly #clock: number[] = [];
  readonly #processor: number[] = [];

  async time(work: () => Promise<unknown>): Promise<void> {
    const [at, used] = [performance.now(), process.cpuUsage()];
    await work();
    const { user, system } = process.cpuUsage(used);
    this.#clock.push(performance.now() - at);
    this.#processor.push((user + system) / 1000);
  }

  columns(): Record<string, number> {
    const quantile = (times: readonly number[], q: number) => {
      const sorted = [...times].sort((x, y) => x - y);
      return round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))]!, 0);
    };
    return {
      'first ms': round(this.#clock[0]!, 0),
      p50: quantile(this.#clock, 0.5),
      p95: quantile(this.#clock, 0.95),
      'CPU p50': quantile(this.#processor, 0.5),
      'CPU p95': quantile(this.#processor, 0.95),
    };
  }
}

const made = add(annotated);
if (made) {
  console.log(`${availableParallelism()} cores, load ${round(loadavg()[0]!, 1)}`);
  printTable([made]);
  const minutes = round(Number(values.documents) / Number(made['documents/s']) / 60, 0);
  console.log(
    `annotated by the command: ${annotated} of ${values.documents}; at this rate all of them take ${minutes} minutes`,
  );
  const store = await openStore(path, { create: false });
  await multiplyRecord(store, loadRules(), Number(values.documents));
  await store.close();
}
await ask();
rmSync(home, { recursive: true });
