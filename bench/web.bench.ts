import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { parseArgs } from 'node:util';
import autocannon from 'autocannon';
import { loadRules } from '../src/intake/rules.ts';
import { openStore } from '../src/store/index.ts';
import { printTable, round } from './corpora.ts';
import { makeDocuments } from './record/make-documents.ts';
import { multiplyRecord } from './record/multiply-record.ts';

/**
 * The pages and the API over a record of 10^5 turns, under a load tool on loopback, and what SQLite's own full text
 * answers to the same words in the same file, in process, as the least that a search can cost. Each address is asked for the first
 * time once (the site keeps pages until the record is written to), then one of them again and again.
 *
 *     node bench/web.bench.ts [--annotated=1000] [--documents=5500] [--seconds=5] [--db=KEPT.db] [--only=/search,/ledger]
 *
 * So many documents are annotated by the command; the rest are copies of these on other days (`record/multiply-record.ts`). Needs a build (`./onrecord --version` makes one). With --db that store is asked as it is, when it is there, and kept.
 */
const { values } = parseArgs({
  options: {
    annotated: { type: 'string', default: '1000' },
    documents: { type: 'string', default: '5500' },
    seconds: { type: 'string', default: '5' },
    db: { type: 'string' },
    only: { type: 'string' },
  },
});
/** One reader at a time, and a small crowd. */
const CROWDS = [1, 8];

/** Words of every frequency, from most turns to few; each is asked for once. */
const WORDS = (
  'president people question today work think administration thank going know American continue country united ' +
  'states China Russia vaccine economy jobs inflation border Congress security weapons sanctions negotiations ' +
  'Ukraine Taiwan Iran nuclear embassy refugees wildfire semiconductor filibuster ventilators broadband'
).split(' ');

const home = mkdtempSync(join(tmpdir(), 'onrecord-bench-web-'));
const path = values.db ?? join(home, 'record.db');
const command = new URL('../dist/onrecord.js', import.meta.url).pathname;
if (!statSync(path, { throwIfNoEntry: false })) await fill(Number(values.annotated), Number(values.documents));
const { address, stop, processor } = await serve();
try {
  await measure();
} finally {
  stop();
  rmSync(home, { recursive: true });
}

async function fill(annotated: number, documents: number): Promise<void> {
  const folder = join(home, 'documents');
  mkdirSync(folder);
  for (const { name, text } of makeDocuments(Math.min(annotated, documents))) writeFileSync(join(folder, name), text);
  const done = spawnSync(process.execPath, [command, 'add', folder, '--json', '--db', path], { maxBuffer: 1 << 30 });
  if (done.status !== 0) throw new Error(done.stderr.toString().slice(-2000));
  const store = await openStore(path, { create: false });
  await multiplyRecord(store, loadRules(), documents);
  await store.close();
}

/** Milliseconds of processor a process has used, all threads; Linux counts them in hundredths of a second. */
function processorOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /su, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

function serve(): Promise<{ address: string; stop(): void; processor(): number }> {
  const server = spawn(process.execPath, [command, 'serve', '--port', '0', '--db', path]);
  return new Promise((done, failed) => {
    server.stderr.on('data', (data: Buffer) => {
      const found = /http:\/\/\S+/.exec(String(data))?.[0];
      if (found)
        done({
          address: found.replace(/\/$/, ''),
          stop: () => server.kill(),
          processor: () => processorOf(server.pid!),
        });
    });
    server.on('exit', (code) => failed(new Error(`serve ended with ${code}`)));
  });
}

interface Head {
  readonly id: string;
  readonly date: string | null;
  readonly participants: readonly { readonly person: string | null }[];
}

/** Addresses by page: a reader asks each for the first time, then one of them again and again. */
async function addresses(): Promise<Readonly<Record<string, readonly string[]>>> {
  const get = async <T>(path: string) => (await (await fetch(address + path)).json()) as T;
  const { items } = await get<{ items: Head[] }>('/api/list?limit=400');
  const each = <T>(list: readonly T[], count: number): T[] =>
    list.filter((_, i) => i % Math.max(1, Math.floor(list.length / count)) === 0).slice(0, count);
  const some = each(items, 40).map((h) => h.id);
  const { topics } = await get<{ topics: { id: string; statements: number }[] }>('/api/topics');
  const known = items.flatMap((h) =>
    h.participants.flatMap((p) => (p.person?.startsWith('ver:') ? [] : (p.person ?? []))),
  );
  const people = [...new Set(known)].slice(0, 12);
  const held = topics.filter((t) => t.statements > 0).map((t) => t.id);
  const days = each(items, 40).flatMap((h) => (h.date ? [h.date.slice(0, 10)] : []));
  return {
    '/': ['/'],
    '/d/': some.map((id) => `/d/${id.slice(4)}`),
    '/documents': Array.from({ length: 20 }, (_, i) => `/documents?page=${i + 1}`),
    '/search': WORDS.map((w) => `/search?query=${w}`),
    '/search, two words': WORDS.slice(0, -1).map((w, i) => `/search?query=${w}+${WORDS[i + 1]}`),
    '/api/search': WORDS.map((w) => `/api/search?query=${w}`),
    '/timeline': held.map((t) => `/timeline?topic=${t}`),
    '/ledger': days.map((d) => `/ledger?asOf=${d}`),
    '/matter': ['New START', 'NATO', 'JCPOA', 'Paris Agreement'].map((n) => `/matter?name=${encodeURIComponent(n)}`),
    '/compare': some.slice(1).map((id, i) => `/compare?a=${some[i]}&b=${id}`),
    '/p/': people.map((p) => `/p/${p}`),
    '/topics': ['/topics'],
    '/coverage': ['/coverage'],
    '/review': ['/review'],
    '/new': ['/new'],
    '/check': each(WORDS, 12).map((w) => `/check?quote=We+have+no+plans+to+change+our+${w}+policy.`),
    '/feed/': held.slice(0, 12).map((t) => `/feed/topic/${t}`),
  };
}

async function measure(): Promise<void> {
  const rows: Record<string, string | number>[] = [];
  const only = values.only?.split(',');
  for (const [page, paths] of Object.entries(await addresses())) {
    if (only && !only.includes(page)) continue;
    if (paths.length === 0) {
      console.log(`${page}: the record holds none`);
      continue;
    }
    const row: Record<string, string | number> = { page, addresses: paths.length };
    const times: number[] = [];
    let most = 0;
    const used = processor();
    for (const path of paths) {
      const at = performance.now();
      const answer = await fetch(address + path);
      most = Math.max(most, (await answer.arrayBuffer()).byteLength);
      times.push(performance.now() - at);
      if (!answer.ok) row.refused = Number(row.refused ?? 0) + 1;
    }
    row['processor, mean'] = round((processor() - used) / paths.length, 0);
    times.sort((a, b) => a - b);
    row['kB at most'] = round(most / 1000, 0);
    row['first, p50'] = round(times[Math.floor(times.length / 2)]!, 0);
    row['p95'] = round(times[Math.min(times.length - 1, Math.floor(times.length * 0.95))]!, 0);
    for (const connections of CROWDS) {
      const { latency, non2xx } = await autocannon({
        url: address + paths[0]!,
        connections,
        duration: Number(values.seconds),
      });
      row[`again, p50 of ${connections}`] = round(latency.p50, 0);
      row[`p97.5 of ${connections}`] = round(latency.p97_5, 0);
      if (non2xx > 0) row.refused = non2xx;
    }
    rows.push(row);
  }
  const turns = new DatabaseSync(path, { readOnly: true });
  console.log(
    `${turns.prepare('select count(*) as n from turn').get()!.n} turns, load ${round(loadavg()[0]!, 1)}; ms; kB without images`,
  );
  printTable(rows);
  console.log("\nSQLite's own full text in the same file, first 20 rowids of each word, in process:");
  const ask = turns.prepare('select rowid from turn_fts where turn_fts match ? order by rank limit 20');
  const times = WORDS.map((word) => {
    const at = performance.now();
    ask.all(word);
    return performance.now() - at;
  }).sort((x, y) => x - y);
  printTable([
    {
      'p50 ms': round(times[Math.floor(times.length / 2)]!, 1),
      'p95 ms': round(times[Math.floor(times.length * 0.95)]!, 1),
    },
  ]);
  turns.close();
}
