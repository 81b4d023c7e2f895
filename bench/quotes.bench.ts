import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { foldWords } from '../src/core/text/words.ts';
import { loadRules } from '../src/intake/rules.ts';
import { checkQuotation } from '../src/service/check/check-quotation.ts';
import { CheckSession } from '../src/service/check/check-session.ts';
import type { Context } from '../src/service/operation.ts';
import { printTable, round } from './corpora.ts';
import { buildRecord } from './quotes/bench-record.ts';
import { type Case, makeCases, sentencesOf } from './quotes/cases.ts';
import { loadBriefings, loadRussian, loadSpeeches } from './quotes/corpus.ts';

/**
 * The quotation check on generated cases of every class. `--half=dev` (default) is for working on, `--half=final` for the
 * figures that are published; `--each=N` cases a class; `--docs=N` takes so many documents; `--misses=N` prints the first misses;
 * `--memory` keeps the store in memory.
 */
const option = (name: string, fallback: string) =>
  process.argv.find((a) => a.startsWith(`--${name}=`))?.slice(name.length + 3) ?? fallback;
const half = option('half', 'dev');
const each = Number(option('each', '100'));
const limit = Number(option('docs', '100000'));
const misses = Number(option('misses', '0'));
const only = option('only', '');
const language = option('language', 'en');

const everything = language === 'ru' ? loadRussian() : [...loadSpeeches(), ...loadBriefings()];
const docs = everything.filter((_, i) => i % 33 !== 7).slice(0, limit);
const heldOut = everything.filter((_, i) => i % 33 === 7);
const path = process.argv.includes('--memory') ? ':memory:' : join(tmpdir(), `onrecord-bench-${process.pid}.db`);
const began = performance.now();
const record = buildRecord(path, docs);
const seconds = (performance.now() - began) / 1000;
const sentences = sentencesOf(docs).length;
const size =
  record.db.get<{ n: number }>('select sum(length(data)) as n from quote_block')!.n +
  record.db.get<{ n: number }>('select sum(length(keys)) as n from quote_directory')!.n;
console.log(
  `${docs.length} documents, ${sentences} sentences; index built in ${round(seconds, 1)} s (${Math.round(sentences / seconds)} sentences/s), ${round(size / sentences, 0)} bytes a sentence`,
);

const seed = half === 'final' ? 20260203 : 11;
const cases = makeCases(docs, heldOut, each, seed).filter((c) => only === '' || only.split(',').includes(c.kind));
const ctx = { store: record.store, rules: loadRules() } as unknown as Context;
const session = new CheckSession(ctx);
const asked = ({ quote, speaker, date }: Case) => ({ quote, speaker, date });
for (const c of cases.slice(0, 50)) await checkQuotation(session, asked(c));

const fold = (s: string) => foldWords(s).join(' ');
interface Tally {
  n: number;
  verdict: number;
  accepted: number;
  recall: number;
  flag: number;
  flags: number;
  ms: number[];
}
const cpuMs: number[] = [];
const tallies = new Map<string, Tally>();
const total = {
  negatives: 0,
  falseFound: 0,
  positives: 0,
  found: 0,
  edits: { tp: 0, fp: 0, fn: 0, exact: 0, n: 0 },
  invented: 0,
  falseFlags: 0,
  unaltered: 0,
  reversals: 0,
  bothPassages: 0,
  splices: 0,
};
const texts = new Map(docs.map((d) => [d.id, d.text]));
const shown: string[] = [];
for (const c of cases) {
  const t0 = performance.now();
  const cpu0 = process.threadCpuUsage();
  const a = await checkQuotation(session, asked(c));
  const ms = performance.now() - t0;
  const cpu = process.threadCpuUsage(cpu0);
  cpuMs.push((cpu.user + cpu.system) / 1000);
  let t = tallies.get(c.kind);
  if (!t) {
    t = { n: 0, verdict: 0, accepted: 0, recall: 0, flag: 0, flags: 0, ms: [] };
    tallies.set(c.kind, t);
  }
  t.n++;
  t.ms.push(ms);
  const isRight = c.verdicts.includes(a.verdict);
  if (isRight) t.verdict++;
  if (a.acceptable) t.accepted++;
  const isNegative = c.source.length === 0;
  const isFound = a.verdict !== 'not-found';
  if (isNegative) {
    total.negatives++;
    if (isFound) total.falseFound++;
  } else {
    total.positives++;
    if (isFound) total.found++;
  }
  const meets = (want: string) =>
    a.matches.some((m) => {
      const [x, y] = [fold(m.text), fold(want)];
      return x.includes(y) || y.includes(x) || overlap(x, y) >= 0.5;
    });
  if (
    !isNegative &&
    a.matches[0] &&
    c.source.some(
      (s) =>
        overlap(fold(a.matches[0]!.text), fold(s)) >= 0.5 ||
        fold(s).includes(fold(a.matches[0]!.text)) ||
        fold(a.matches[0]!.text).includes(fold(s)),
    )
  )
    t.recall++;
  if (c.kind.startsWith('splice')) {
    total.splices++;
    if (c.source.every(meets)) total.bothPassages++;
  }
  for (const m of a.matches) if (texts.get(m.document)?.slice(m.start, m.end) !== m.text) total.invented++;
  const flags = new Set(a.edits.flatMap((e) => e.flags));
  if (c.flag) {
    t.flags++;
    if (flags.has(c.flag as 'name')) t.flag++;
  }
  const isUnaltered = c.kind.startsWith('exact') || c.kind === 'punctuation';
  if (isUnaltered) {
    total.unaltered++;
    if ([...flags].some((f) => f !== 'minor')) total.falseFlags++;
  }
  if (
    a.acceptable &&
    c.verdicts.some((v) => ['altered', 'truncated', 'spliced'].includes(v)) &&
    !c.verdicts.includes('verbatim')
  ) {
    total.reversals++;
    shown.push(
      `ACCEPTED ${c.id} ${a.verdict}: ${c.quote}\n      source: ${c.source.join(' | ')}\n      match:  ${a.matches.map((m) => m.text).join(' | ')}`,
    );
  }
  if (c.edits && isFound) {
    const key = (e: { from: string; to: string }) => `${fold(e.from)}>${fold(e.to)}`;
    const got = a.edits.filter((e) => fold(e.from) !== fold(e.to)).map(key);
    const want = c.edits.map(key);
    const tp = want.filter((w) => got.includes(w)).length;
    total.edits.tp += tp;
    total.edits.fp += got.length - tp;
    total.edits.fn += want.length - tp;
    total.edits.n++;
    if (tp === want.length && got.length === tp) total.edits.exact++;
  }
  if (!isRight && shown.length < misses)
    shown.push(
      `${c.id} want ${c.verdicts.join('|')} got ${a.verdict} (${a.why})\n      quote:  ${c.quote}\n      source: ${c.source.join(' | ')}\n      match:  ${a.matches
        .slice(0, 3)
        .map((m) => `${m.speaker} ${m.date}: ${m.text}`)
        .join(' | ')}${a.findings ? `\n      ${a.findings.join(' ')}` : ''}`,
    );
}
function overlap(a: string, b: string): number {
  const x = new Set(a.split(' '));
  const y = b.split(' ');
  return y.filter((w) => x.has(w)).length / Math.max(x.size, y.length);
}
const quantile = (xs: number[], q: number) => {
  const s = [...xs].sort((a, b) => a - b);
  return round(s[Math.min(s.length - 1, Math.floor(q * s.length))]!, 2);
};
printTable(
  [...tallies].map(([kind, t]) => ({
    kind,
    n: t.n,
    verdict: round(t.verdict / t.n),
    recall: round(t.recall / t.n),
    accepted: round(t.accepted / t.n),
    flag: t.flags ? round(t.flag / t.flags) : '-',
    p50: quantile(t.ms, 0.5),
    p99: quantile(t.ms, 0.99),
  })),
);
const ms = [...tallies.values()].flatMap((t) => t.ms);
const rated = [...tallies.values()];
const { edits } = total;
const precision = total.found / (total.found + total.falseFound);
const recall = total.found / total.positives;
console.log(`\nverdict, mean over classes ${round(rated.reduce((s, t) => s + t.verdict / t.n, 0) / rated.length)}; found or not F1 ${round((2 * precision * recall) / (precision + recall))}; false positives ${total.falseFound} of ${total.negatives}
turned but accepted ${total.reversals}; splices with both passages ${total.bothPassages} of ${total.splices}; text not in its source ${total.invented}
edits F1 ${round((2 * edits.tp) / (2 * edits.tp + edits.fp + edits.fn))}, exact list ${round(edits.exact / edits.n)}; grave flags on unaltered ${total.falseFlags} of ${total.unaltered}
p50 ${quantile(ms, 0.5)} ms, p99 ${quantile(ms, 0.99)} ms (of processor time ${quantile(cpuMs, 0.5)} and ${quantile(cpuMs, 0.99)}); memory ${Math.round(process.memoryUsage().rss / 2 ** 20)} MiB (with all texts of the bench)`);
for (const s of shown) console.log(s);
record.db.close();
for (const f of [path, `${path}-wal`, `${path}-shm`]) rmSync(f, { force: true });

export type { Case };
