import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { printTable, round } from './corpora.ts';
import { makeCases } from './quotes/cases.ts';
import { splitCorpus } from './quotes/grown-corpus.ts';
import type { Measured } from './quotes/measure-record.ts';

/**
 * The quotation check as the record grows: the same quotations of the same documents, with more and more round them. Beyond the
 * real texts documents are made from their sentences (quotes/recombine.ts). `--sizes=100000,1200000,10000000` sets the
 * sentences (ten million take half an hour and 8 GB of disk), `--each=N` the quotations of a class. Each size is built by one
 * process and asked by another, so that the memory is that of asking alone.
 */
const option = (name: string, fallback: string) =>
  process.argv.find((a) => a.startsWith(`--${name}=`))?.slice(name.length + 3) ?? fallback;
const sizes = option('sizes', '100000').split(',').map(Number);
const each = Number(option('each', '15'));
const folder = mkdtempSync(join(option('folder', tmpdir()), 'onrecord-scale-'));
const script = (name: string) => fileURLToPath(new URL(`quotes/${name}.ts`, import.meta.url));

// the first documents hold all the quotations: the same at every size
const smallest = Math.min(100_000, ...sizes);
const { asked, heldOut } = splitCorpus(smallest);
const cases = join(folder, 'cases.json');
writeFileSync(cases, JSON.stringify(makeCases(asked, heldOut, each, 4711)));

const rows: Record<string, string | number>[] = [];
for (const size of sizes) {
  const db = join(folder, `${size}.db`);
  const run = (name: string, ...args: string[]) => {
    const ran = spawnSync(process.execPath, [script(name), db, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
    if (ran.status !== 0) throw new Error(`${name} ended with ${ran.status}`);
    return JSON.parse(ran.stdout.toString().trim().split('\n').at(-1)!) as Measured;
  };
  const built = run('build-scale', String(size), String(smallest));
  const found = run('measure-record', cases);
  rows.push({
    sentences: built.sentences!,
    'build/s': Math.round(built.sentences! / built.seconds!),
    'of processor time': Math.round(built.sentences! / built.cpuSeconds!),
    'index B/sentence': round(found.indexBytes! / built.sentences!, 0),
    'file B/sentence': round(statSync(db).size / built.sentences!, 0),
    'open ms': round(found.openMs!, 0),
    'p50 ms': round(found.p50!, 2),
    'p99 ms': round(found.p99!, 1),
    'cpu p50': round(found.cpu50!, 2),
    'cpu p99': round(found.cpu99!, 1),
    verdict: round(found.verdict!),
    'peak MiB': Math.round(found.peakMiB!),
    'add p50': round(found.add50!, 0),
    'add p99': round(found.add99!, 0),
    'remove p99': round(found.remove99!, 0),
    'answers changed': found.changed!,
    load: round(loadavg()[0]!, 1),
  });
  printTable(rows.slice(-1));
  for (const f of [db, `${db}-wal`, `${db}-shm`, `${db}.heads`]) if (existsSync(f)) rmSync(f);
}
console.log(`\n${JSON.parse(readFileSync(cases, 'utf8')).length} quotations from ${asked.length} documents`);
printTable(rows);
rmSync(folder, { recursive: true });
