import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { needCorpus, printTable, round } from './corpora.ts';

/** How fast a folder becomes a record: the transcripts of the shared corpora, each source added to a fresh store with all cores. */
const dir = needCorpus('voices');
const command = fileURLToPath(new URL('../dist/onrecord.js', import.meta.url));
const home = mkdtempSync(join(tmpdir(), 'onrecord-bench-'));

/** Bytes of what "add" reads below a folder. */
function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile() && !e.name.endsWith('.json') && !e.name.startsWith('README'))
    .reduce((sum, e) => sum + statSync(join(e.parentPath, e.name)).size, 0);
}

const rows: Record<string, string | number>[] = [];
for (const source of readdirSync(dir, { withFileTypes: true }).filter((e) => e.isDirectory())) {
  const folder = join(dir, source.name);
  const began = performance.now();
  const argv = [
    '-f',
    'peak %M',
    process.execPath,
    command,
    'add',
    folder,
    '--json',
    '--db',
    join(home, `${source.name}.db`),
  ];
  const done = spawnSync('/usr/bin/time', argv, { encoding: 'utf8', maxBuffer: 1 << 30 });
  // Without GNU time the peak stays unknown.
  const { stdout, stderr } = done.error
    ? spawnSync(argv[2]!, argv.slice(3), { encoding: 'utf8', maxBuffer: 1 << 30 })
    : done;
  const seconds = (performance.now() - began) / 1000;
  const answers = stdout
    .split('\n')
    .filter((l) => l !== '')
    .map((l) => JSON.parse(l).status as string);
  const documents = answers.filter((s) => s === 'added' || s === 'changed').length;
  const peak = /peak (\d+)/.exec(stderr)?.[1];
  const megabytes = sizeOf(folder) / 1e6;
  rows.push({
    source: source.name,
    documents,
    failed: answers.filter((s) => s === 'failed').length,
    MB: round(megabytes, 1),
    seconds: round(seconds, 1),
    'documents/s': round(documents / seconds, 1),
    'MB/s': round(megabytes / seconds, 2),
    'peak MB': peak ? round(Number(peak) / 1024, 0) : '?',
  });
}
rmSync(home, { recursive: true });
console.log(`${availableParallelism()} cores`);
printTable(rows);
