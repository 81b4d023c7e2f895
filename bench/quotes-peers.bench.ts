import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { printTable } from './corpora.ts';
import { makeCases, sentencesOf } from './quotes/cases.ts';
import { growCorpus, splitCorpus } from './quotes/grown-corpus.ts';
import { EMBEDDED } from './quotes/peers/embedded.ts';
import { PROGRAMS } from './quotes/peers/programs.ts';

/**
 * Where do these words come from? The check beside what a user would reach for: SQLite FTS5 by phrase, FTS5 by its rarer terms
 * and word edit distance, ripgrep, MiniSearch, Fuse.js, and, where they are installed, Xapian and PostgreSQL's pg_trgm. No peer
 * gives a verdict, so only finding is compared: the right passage first for what is held, nothing for what is not. Each runs in a
 * process of its own, one after the other. `--sizes=10000,100000,1000000`, `--each=N` quotations of a class, `--seconds=N` of
 * asking for each system; one that is too slow is asked fewer (n says how many), some of every class.
 */
const option = (name: string, fallback: string) =>
  process.argv.find((a) => a.startsWith(`--${name}=`))?.slice(name.length + 3) ?? fallback;
const sizes = option('sizes', '10000').split(',').map(Number);
const smallest = Math.min(...sizes);
const { asked, others, heldOut } = splitCorpus(smallest);
const folder = mkdtempSync(join(tmpdir(), 'onrecord-peers-'));
const casesPath = join(folder, 'cases.json');
writeFileSync(casesPath, JSON.stringify(makeCases(asked, heldOut, Number(option('each', '8')), 20260203)));
const child = fileURLToPath(new URL('quotes/ask-peer.ts', import.meta.url));

const rows: Record<string, string | number>[] = [];
for (const size of sizes) {
  const file = join(folder, `${size}.txt`);
  const texts: string[] = [];
  for (const d of growCorpus(size, asked, others)) for (const s of sentencesOf([d])) texts.push(s.text);
  writeFileSync(file, texts.join('\n'));
  for (const { name, most } of [{ name: 'onrecord', most: 1e9 }, ...EMBEDDED, ...PROGRAMS]) {
    if (size > most) continue;
    const own = join(folder, `${size}-${rows.length}`);
    mkdirSync(own);
    const args = [child, name, file, casesPath, own, String(size), String(smallest), option('seconds', '20')];
    const ran = spawnSync(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 2 ** 24 });
    const row = ran.status === 0 ? JSON.parse(ran.stdout.toString().trim().split('\n').at(-1) || 'null') : null;
    if (row) {
      rows.push(row);
      printTable([row]);
    } else console.log(`left out: ${name} (${ran.status === 0 ? 'not installed' : `ended with ${ran.status}`})`);
    rmSync(own, { recursive: true, force: true });
  }
}
printTable(rows);
rmSync(folder, { recursive: true });
