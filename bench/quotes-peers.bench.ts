import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { printTable } from './corpora.ts';
import { makeCases, sentencesOf } from './quotes/cases.ts';
import { growCorpus, splitCorpus } from './quotes/grown-corpus.ts';
import { EMBEDDED } from './quotes/peers/embedded.ts';
import { PROGRAMS, STOPPED } from './quotes/peers/programs.ts';

/**
 * Where do these words come from? The check beside what a user would reach for: SQLite FTS5 by phrase, FTS5 by its rarer terms
 * and word edit distance, ripgrep, MiniSearch, Fuse.js, and, where they are installed, Xapian and PostgreSQL's pg_trgm. No peer
 * gives a verdict, so only finding is compared: the right passage first for what is held, nothing for what is not. Each runs in a
 * process of its own, one after the other. `--sizes=10000,100000,1000000`, `--each=N` quotations of a class, `--seconds=N` of
 * asking for each system; one that is too slow is asked fewer (n says how many), some of every class. What has not been built and
 * asked after `--limit=N` seconds in all (240) is left out and said so: a million sentences take some ten minutes.
 */
const option = (name: string, fallback: string) =>
  process.argv.find((a) => a.startsWith(`--${name}=`))?.slice(name.length + 3) ?? fallback;
const sizes = option('sizes', '10000').split(',').map(Number);
const limit = Number(option('limit', '240'));
const smallest = Math.min(...sizes);
const { asked, others, heldOut } = splitCorpus(smallest);
const folder = mkdtempSync(join(tmpdir(), 'onrecord-peers-'));
const casesPath = join(folder, 'cases.json');
writeFileSync(casesPath, JSON.stringify(makeCases(asked, heldOut, Number(option('each', '8')), 20260203)));
const child = fileURLToPath(new URL('quotes/ask-peer.ts', import.meta.url));

const rows: Record<string, string | number>[] = [];
for (const size of sizes) {
  const file = join(folder, `${size}.txt`);
  // a document at a time: a million sentences are not held here
  const out = openSync(file, 'w');
  for (const d of growCorpus(size, asked, others)) {
    const lines = sentencesOf([d]).map((s) => `${s.text}\n`);
    writeSync(out, lines.join(''));
  }
  closeSync(out);
  for (const { name, most } of [{ name: 'onrecord', most: 1e9 }, ...EMBEDDED, ...PROGRAMS]) {
    if (size > most) continue;
    const own = join(folder, `${size}-${rows.length}`);
    mkdirSync(own);
    const args = [child, name, file, casesPath, own, String(size), String(smallest), option('seconds', '20')];
    const ran = spawnSync(process.execPath, args, {
      stdio: ['ignore', 'pipe', 'inherit'],
      maxBuffer: 2 ** 24,
      timeout: 1000 * limit,
    });
    const row = ran.status === 0 ? JSON.parse(ran.stdout.toString().trim().split('\n').at(-1) || 'null') : null;
    if (row) {
      rows.push(row);
      printTable([row]);
    } else console.log(`left out at ${size}: ${name} (${whyNone(ran)})`);
    rmSync(own, { recursive: true, force: true });
  }
}
printTable(rows);
rmSync(folder, { recursive: true });

function whyNone({ status, signal }: { status: number | null; signal: string | null }): string {
  if (status === 0) return 'not installed';
  return signal === 'SIGTERM' || status === STOPPED ? `did not end in ${limit} s` : `ended with ${status ?? signal}`;
}
