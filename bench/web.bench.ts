import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { parseArgs } from 'node:util';
import autocannon from 'autocannon';
import { printTable, round } from './corpora.ts';
import { makeDocuments } from './record/make-documents.ts';

/**
 * The pages and the API over a record of 10^5 turns, under a load tool on loopback, and what SQLite's own full text
 * answers to the same words in the same file, in process, as the least that a search can cost.
 *
 *     node bench/web.bench.ts [--documents=5500] [--seconds=5] [--db=KEPT.db]
 *
 * Needs a build (`./onrecord --version` makes one). With --db that store is asked as it is, when it is there, and kept.
 */
const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '5500' },
    seconds: { type: 'string', default: '5' },
    db: { type: 'string' },
  },
});
/** One reader at a time, and a small crowd. */
const CROWDS = [1, 8];
const WORDS = 'vaccine';

const home = mkdtempSync(join(tmpdir(), 'onrecord-bench-web-'));
const path = values.db ?? join(home, 'record.db');
const command = new URL('../dist/onrecord.js', import.meta.url).pathname;
if (!statSync(path, { throwIfNoEntry: false })) fill(Number(values.documents));
const { address, stop } = await serve();
try {
  await measure();
} finally {
  stop();
  rmSync(home, { recursive: true });
}

function fill(documents: number): void {
  const folder = join(home, 'documents');
  mkdirSync(folder);
  for (const { name, text } of makeDocuments(documents)) writeFileSync(join(folder, name), text);
  const done = spawnSync(process.execPath, [command, 'add', folder, '--json', '--db', path], { maxBuffer: 1 << 30 });
  if (done.status !== 0) throw new Error(done.stderr.toString().slice(-2000));
}

function serve(): Promise<{ address: string; stop(): void }> {
  const server = spawn(process.execPath, [command, 'serve', '--port', '0', '--db', path]);
  return new Promise((done, failed) => {
    server.stderr.on('data', (data: Buffer) => {
      const found = /http:\/\/\S+/.exec(String(data))?.[0];
      if (found) done({ address: found.replace(/\/$/, ''), stop: () => server.kill() });
    });
    server.on('exit', (code) => failed(new Error(`serve ended with ${code}`)));
  });
}

async function measure(): Promise<void> {
  const { items } = (await (await fetch(`${address}/api/list?limit=3`)).json()) as { items: { id: string }[] };
  const [a, b] = items.map((i) => i.id);
  const pages = [
    '/',
    `/d/${a!.slice(4)}`,
    '/documents',
    `/search?query=${WORDS}`,
    '/timeline?topic=china',
    '/ledger?asOf=2019-06-30',
    `/compare?a=${a}&b=${b}`,
    '/topics',
    '/coverage',
    '/review',
    '/new',
    '/check?quote=We+have+no+plans+to+change+that.',
    `/api/search?query=${WORDS}`,
    '/feed/texts',
  ];
  const rows: Record<string, string | number>[] = [];
  for (const page of pages) {
    const row: Record<string, string | number> = { page: page.replaceAll(a!, 'A').replaceAll(b!, 'B') };
    const first = performance.now();
    const answer = await fetch(address + page);
    row.kB = round((await answer.arrayBuffer()).byteLength / 1000, 0);
    row['first ms'] = round(performance.now() - first, 0);
    for (const connections of CROWDS) {
      const { latency, requests, non2xx } = await autocannon({
        url: address + page,
        connections,
        duration: Number(values.seconds),
      });
      row[`p50 of ${connections}`] = round(latency.p50, 0);
      row[`p97.5 of ${connections}`] = round(latency.p97_5, 0);
      row[`a second, ${connections}`] = round(requests.average, 0);
      if (non2xx > 0) row.refused = non2xx;
    }
    rows.push(row);
  }
  const turns = new DatabaseSync(path, { readOnly: true });
  console.log(
    `${turns.prepare('select count(*) as n from turn_fts').get()!.n} turns, load ${round(loadavg()[0]!, 1)}; ms; kB without images`,
  );
  printTable(rows);
  console.log(`\nSQLite's own full text in the same file, first 20 rowids for ${WORDS}, in process:`);
  const times: number[] = [];
  const ask = turns.prepare('select rowid from turn_fts where turn_fts match ? order by rank limit 20');
  for (let i = 0; i < 50; i++) {
    const at = performance.now();
    ask.all(WORDS);
    times.push(performance.now() - at);
  }
  times.sort((x, y) => x - y);
  printTable([{ 'p50 ms': round(times[25]!, 1), 'p95 ms': round(times[47]!, 1) }]);
  turns.close();
}
