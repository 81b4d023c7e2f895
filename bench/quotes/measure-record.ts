import { readFileSync } from 'node:fs';
import { EMPTY_DIGEST } from '../../src/core/ledger/digest/digest-record.ts';
import { loadRules } from '../../src/intake/rules.ts';
import { checkQuotation } from '../../src/service/check/check-quotation.ts';
import { CheckSession } from '../../src/service/check/check-session.ts';
import type { Context } from '../../src/service/operation.ts';
import { SqliteQuoteIndex } from '../../src/store/quotes/quote-index.ts';
import { QUOTE_PROJECTION } from '../../src/store/quotes/quote-projection.ts';
import { SqliteDatabase } from '../../src/store/sqlite/database.ts';
import type { Case } from './cases.ts';
import { recordOf } from './corpus.ts';

/** What the two children of quotes-scale tell. */
export type Measured = Partial<
  Record<
    | 'sentences' | 'seconds' | 'cpuSeconds' | 'indexBytes' | 'openMs' | 'p50' | 'p99' | 'cpu50' | 'cpu99' | 'verdict'
    | 'peakMiB' | 'add50' | 'add99' | 'remove99' | 'changed', number
  >
>; // biome-ignore format: a list

/** Child of quotes-scale: asks the record in DB, then adds and removes documents. Prints one line of JSON. */
const [path, casesPath] = process.argv.slice(2) as [string, string];
const cases = JSON.parse(readFileSync(casesPath, 'utf8')) as Case[];
const heads = new Map(
  readFileSync(`${path}.heads`, 'utf8').split('\n').map((l) => JSON.parse(l)).map((h) => [h.id, h]), // biome-ignore format: one thought
);
const t0 = performance.now();
const db = new SqliteDatabase(path);
db.exec('pragma synchronous = normal; pragma cache_size = -32768');
const quotes = new SqliteQuoteIndex(db);
await quotes.frequency(Uint32Array.of(1));
const openMs = performance.now() - t0;
const store = {
  quotes,
  head: async (id: string) => heads.get(id) ?? null,
  heads: async () => [...heads.values()],
  revision: async () => '1',
};
const ctx = { store, rules: loadRules() } as unknown as Context;
const session = new CheckSession(ctx);
const ask = ({ quote, speaker, date }: Case) =>
  checkQuotation(session, {
    quote,
    ...(speaker === undefined ? {} : { speaker }),
    ...(date === undefined ? {} : { date }),
  });
const same = (a: Awaited<ReturnType<typeof ask>>) =>
  JSON.stringify([a.verdict, a.certainty, a.matches.map((m) => [m.document, m.start, m.end]), a.edits]);
for (const c of cases.filter((_, i) => i % 6 === 0)) await ask(c);

const [wall, cpus] = [[] as number[], [] as number[]];
const before: string[] = [];
const kinds = new Map<string, [number, number]>();
for (const c of cases) {
  const [w, u] = [performance.now(), process.threadCpuUsage()];
  const a = await ask(c);
  wall.push(performance.now() - w);
  const cpu = process.threadCpuUsage(u);
  cpus.push((cpu.user + cpu.system) / 1000);
  before.push(same(a));
  const k = kinds.get(c.kind) ?? [0, 0];
  kinds.set(c.kind, [k[0] + (c.verdicts.includes(a.verdict) ? 1 : 0), k[1] + 1]);
}
const peakMiB = process.resourceUsage().maxRSS / 1024;
const verdict = [...kinds.values()].reduce((s, [right, n]) => s + right / n, 0) / kinds.size;

// documents of 300 sentences come and go; in the end the record is what it was, and so must its answers be
const text = cases.map((c) => c.quote.replace(/[.?!]*$/, '.')).join(' ');
const parts = text.split(/(?<=\.) /);
const [adds, removes] = [[] as number[], [] as number[]];
const many = Math.min(400, 8 * cases.length);
const wait: number[] = [];
const remove = (n: number) => {
  const at = performance.now();
  db.transaction(() => QUOTE_PROJECTION.remove(db, n));
  removes.push(performance.now() - at);
};
for (let k = 0; k < many; k++) {
  const body = Array.from({ length: 300 }, (_, i) => parts[(k * 37 + i * 11) % parts.length]).join(' ');
  const id = `ver:new${k}`;
  const turns = [{ speaker: 'Somebody New', start: 0, body: 0, end: body.length }];
  const record = recordOf({ id, date: '2030-01-01', language: 'en', text: body, turns });
  const n = 100_000_000 + k;
  const at = performance.now();
  db.transaction(() => {
    db.run('insert into version (n, id) values (?, ?)', n, id);
    QUOTE_PROJECTION.add(db, { n, record, digest: EMPTY_DIGEST });
  });
  adds.push(performance.now() - at);
  wait.push(n);
  if (wait.length > 20) remove(wait.splice((k * 7) % wait.length, 1)[0]!);
}
for (const n of wait) remove(n);
let changed = 0;
for (const [i, c] of cases.entries()) if (i % 5 === 0 && same(await ask(c)) !== before[i]) changed++;

const q = (xs: number[], p: number) => [...xs].sort((a, b) => a - b)[Math.floor(p * (xs.length - 1))]!;
const bytes = (sql: string) => db.get<{ n: number }>(sql)!.n;
const indexBytes =
  bytes('select sum(length(data)) as n from quote_block') +
  bytes('select sum(length(keys)) as n from quote_directory') +
  bytes('select sum(length(words)) as n from quote_words');
console.log(
  JSON.stringify({
    indexBytes, openMs, p50: q(wall, 0.5), p99: q(wall, 0.99), cpu50: q(cpus, 0.5), cpu99: q(cpus, 0.99), verdict, peakMiB,
    add50: q(adds, 0.5), add99: q(adds, 0.99), remove99: q(removes, 0.99), changed,
  } satisfies Measured), // biome-ignore format: a list
);
db.close();
