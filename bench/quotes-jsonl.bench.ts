import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { printTable, round } from './corpora.ts';
import { type Case, makeCases, sentencesOf } from './quotes/cases.ts';
import { loadSpeeches } from './quotes/corpus.ts';

/**
 * `onrecord check --jsonl` as a tool meets it: a record made by `onrecord add`, one line sent when the answer to the one before has
 * come. `--docs=N` speeches, `--each=N` quotations of a class, after `--warm=N` others of each: the aim is of a warm process. Needs a
 * build (script/bench makes one).
 */
const option = (name: string, fallback: string) =>
  process.argv.find((a) => a.startsWith(`--${name}=`))?.slice(name.length + 3) ?? fallback;
const program = fileURLToPath(new URL('../dist/onrecord.js', import.meta.url));
if (!existsSync(program)) {
  console.log('skipped: no dist/onrecord.js; run script/bench, which builds it');
  process.exit(0);
}
const folder = mkdtempSync(join(tmpdir(), 'onrecord-jsonl-'));
// a colon behind a salutation would read as a speaker's label
const docs = loadSpeeches()
  .slice(-Number(option('docs', '60')))
  .map((d) => ({ ...d, text: d.text.replaceAll(':', ',') }));
const texts = join(folder, 'texts');
mkdirSync(texts);
for (const [i, d] of docs.entries()) {
  const speaker = d.turns[0]!.speaker;
  const turns = [
    'Moderator: Please.',
    `${speaker}: ${d.text.replace(/\s+/g, ' ')}`,
    'Moderator: Thank you.',
    `${speaker}: Thank you.`,
  ];
  writeFileSync(join(texts, `${i}.txt`), turns.join('\n\n'));
  const about = {
    title: `Address ${i}`,
    date: d.date,
    language: 'en',
    participants: [{ name: speaker, role: 'official' }],
  };
  writeFileSync(join(texts, `${i}.meta.json`), JSON.stringify(about));
}
const db = join(folder, 'record.db');
const began = performance.now();
const adding = spawnSync(process.execPath, [program, 'add', texts, '--db', db, '--json']);
const seconds = (performance.now() - began) / 1000;
if (adding.status !== 0) throw new Error(`add ended with ${adding.status}: ${adding.stderr.toString()}`);

const cases = makeCases(docs, [], Number(option('each', '10')), 4711);
const others = makeCases(docs, [], Number(option('warm', '40')), 11);
const child = spawn(process.execPath, [program, 'check', '--jsonl', '--db', db], {
  stdio: ['pipe', 'pipe', 'inherit'],
});
const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
const ask = async ({ quote, speaker, date }: Case, i: number) => {
  child.stdin.write(`${JSON.stringify({ id: String(i), quote, speaker, date })}\n`);
  return JSON.parse((await answers.next()).value as string) as { verdict: string };
};
const cold = performance.now();
for (const [i, c] of others.entries()) await ask(c, i);
const warming = performance.now() - cold;
const ms: number[] = [];
let right = 0;
for (let i = 0; i < cases.length; i++) {
  const t0 = performance.now();
  const { verdict } = await ask(cases[i]!, i);
  ms.push(performance.now() - t0);
  if (cases[i]!.verdicts.includes(verdict)) right++;
}
child.stdin.end();
const quantile = (q: number) => round([...ms].sort((a, b) => a - b)[Math.floor(q * (ms.length - 1))]!, 2);
printTable([
  {
    documents: docs.length,
    sentences: sentencesOf(docs).length,
    'add s': round(seconds, 1),
    'warmed by': others.length,
    'ms each': round(warming / others.length, 2),
    n: ms.length,
    'p50 ms': quantile(0.5),
    'p90 ms': quantile(0.9),
    'p99 ms': quantile(0.99),
    verdict: round(right / ms.length),
    load: round(loadavg()[0]!, 1),
  },
]);
rmSync(folder, { recursive: true });
