import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { foldWords } from '../../src/core/text/words.ts';
import { round } from '../corpora.ts';
import type { Case } from './cases.ts';
import { growCorpus, splitCorpus } from './grown-corpus.ts';
import { EMBEDDED } from './peers/embedded.ts';
import { buildOurs } from './peers/ours.ts';
import { PROGRAMS } from './peers/programs.ts';

/** Child of quotes-peers: builds one system over the sentences of a file and asks it, for so many seconds. Prints a row as JSON. */
const [name, file, casesPath, folder, size, smallest, budget] = process.argv.slice(2) as string[];
const texts = readFileSync(file!, 'utf8').trimEnd().split('\n');
const cases = JSON.parse(readFileSync(casesPath!, 'utf8')) as Case[];
// some of every class first, for systems that are too slow to be asked all
const asked = [...cases].sort((a, b) => place(a.id) - place(b.id));
function place(id: string): number {
  return Number(id.slice(id.lastIndexOf('-') + 1));
}
const { asked: documents, others } = name === 'onrecord' ? splitCorpus(Number(smallest)) : { asked: [], others: [] };
// documents are made while the index is built, so that a million sentences need not be held; the time of making is taken off
let making = 0;
function* corpus() {
  const made = growCorpus(Number(size), documents, others);
  for (;;) {
    const from = performance.now();
    const { value, done } = made.next();
    making += performance.now() - from;
    if (done) return;
    yield value;
  }
}
const given = { texts, file: file!, folder: folder!, db: `${folder}/ours.db` };
const heap = process.memoryUsage().rss;
const began = performance.now();
const peer = [...EMBEDDED, ...PROGRAMS].find((p) => p.name === name);
const ready = name === 'onrecord' ? buildOurs(given.db, corpus()) : await peer!.build(given);
const seconds = (performance.now() - began - making) / 1000;
if (!ready) {
  console.log('null');
  process.exit(0);
}
const memory = process.memoryUsage().rss - heap;
// warm: what is asked of a service that runs, not of one that starts
const warm = performance.now() + 250 * Number(budget);
for (const c of [...asked].reverse()) {
  await ready.find(c.quote, c);
  if (performance.now() > warm) break;
}

const shares = (a: string, b: string) => {
  const x = new Set(foldWords(a));
  const y = foldWords(b);
  return y.filter((w) => x.has(w)).length / Math.max(1, Math.min(x.size, y.length));
};
let [right, positives, found, wrong, negatives] = [0, 0, 0, 0, 0];
const ms: number[] = [];
const end = performance.now() + 1000 * Number(budget);
for (const c of asked) {
  if (performance.now() > end) break;
  const t0 = performance.now();
  const hit = await ready.find(c.quote, c);
  ms.push(performance.now() - t0);
  if (c.source.length === 0) {
    negatives++;
    if (hit !== null) wrong++;
    continue;
  }
  positives++;
  if (hit === null) continue;
  found++;
  if (c.source.some((s) => shares(hit, s) >= 0.6)) right++;
}
ready.close?.();
const precision = right / Math.max(1, found + wrong);
const recall = right / Math.max(1, positives);
const quantile = (q: number) => round([...ms].sort((a, b) => a - b)[Math.floor(q * (ms.length - 1))]!, 2);
console.log(
  JSON.stringify({
    system: name,
    sentences: texts.length,
    n: ms.length,
    'recall@1': round(recall),
    F1: round((2 * precision * recall) / Math.max(1e-9, precision + recall)),
    'found unheld': negatives ? round(wrong / negatives) : '-',
    'p50 ms': quantile(0.5),
    'p99 ms': quantile(0.99),
    'build s': round(seconds, 1),
    'B/sentence': Math.round((ready.bytes ?? memory) / texts.length),
    'memory MiB': Math.max(0, Math.round(memory / 2 ** 20)),
    load: round(loadavg()[0]!, 1),
  }),
);
process.exit(0);
