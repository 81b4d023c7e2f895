import { DatabaseSync } from 'node:sqlite';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { foldWords } from '../src/core/text/words.ts';
import { loadRules } from '../src/intake/rules.ts';
import { CheckSession, checkQuotation } from '../src/service/check/check-quotation.ts';
import type { Context } from '../src/service/operation.ts';
import type { Store } from '../src/store/port.ts';
import { printTable, round } from './corpora.ts';
import { buildRecord } from './quotes/bench-record.ts';
import { type Case, makeCases, sentencesOf } from './quotes/cases.ts';
import { loadBriefings, loadSpeeches } from './quotes/corpus.ts';

/**
 * Where do these words come from? The check beside what a user would reach for: SQLite FTS5 by phrase, FTS5 by its rarer terms
 * and word edit distance, MiniSearch with fuzzy terms, Fuse.js. No peer gives a verdict, so only finding is compared: the right
 * passage first for what is held, nothing for what is not. `--sentences=N` sets the size of the record.
 */
const option = (name: string, fallback: number) =>
  Number(process.argv.find((a) => a.startsWith(`--${name}=`))?.slice(name.length + 3) ?? fallback);
const size = option('sentences', 10_000);
const each = option('each', 6);
/** Fuse.js looks at every sentence for every query. */
const FUSE_SENTENCES = 10_000;

const everything = [...loadSpeeches(), ...loadBriefings()];
const heldOut = everything.filter((_, i) => i % 33 === 7);
const docs: typeof everything = [];
let held = 0;
for (const d of everything.filter((_, i) => i % 33 !== 7)) {
  if (held >= size) break;
  docs.push(d);
  held += sentencesOf([d]).length;
}
const sentences = sentencesOf(docs);
const texts = sentences.map((s) => s.text);
const folded = texts.map((t) => foldWords(t));
const cases = makeCases(docs, heldOut, each, 20260203);
console.log(`${docs.length} documents, ${texts.length} sentences, ${cases.length} quotations`);

type Find = (quote: string, c: Case) => string | null | Promise<string | null>;

/** Share of the quotation's words that stand in order in the text, by word edit distance with free ends. */
function likeness(quote: readonly string[], text: readonly string[]): number {
  let row = new Int32Array(text.length + 1);
  for (const q of quote) {
    const next = new Int32Array(text.length + 1);
    next[0] = row[0]! + 1;
    for (let j = 1; j <= text.length; j++)
      next[j] = Math.min(row[j - 1]! + (q === text[j - 1] ? 0 : 1), row[j]! + 1, next[j - 1]! + 1);
    row = next;
  }
  return 1 - Math.min(...row) / quote.length;
}
function best(quote: string, rows: Iterable<number>): string | null {
  const words = foldWords(quote);
  let [top, score] = [-1, 0.55];
  for (const i of rows) {
    const s = likeness(words, folded[i]!);
    if (s > score) [top, score] = [i, s];
  }
  return top < 0 ? null : texts[top]!;
}

const systems: { name: string; build: () => Find }[] = [
  {
    name: 'onrecord',
    build() {
      const { store } = buildRecord(':memory:', docs) as { store: Store };
      const session = new CheckSession({ store, rules: loadRules() } as unknown as Context);
      return async (quote, { speaker, date }) => {
        const a = await checkQuotation(session, { quote, speaker, date });
        return a.verdict === 'not-found' ? null : a.matches[0]!.text;
      };
    },
  },
  {
    name: 'FTS5 phrase',
    build() {
      const find = fts().prepare('select rowid - 1 as i from f where f match ? limit 1');
      return (quote) => {
        const row = find.get(`"${foldWords(quote).join(' ')}"`) as { i: number } | undefined;
        return row ? texts[row.i]! : null;
      };
    },
  },
  {
    name: 'FTS5 rarer terms, edit distance',
    build() {
      const find = fts().prepare('select rowid - 1 as i from f where f match ? order by bm25(f) limit 50');
      const count = new Map<string, number>();
      for (const words of folded) for (const w of new Set(words)) count.set(w, (count.get(w) ?? 0) + 1);
      return (quote) => {
        const rare = [...new Set(foldWords(quote))].filter((w) => (count.get(w) ?? 0) < texts.length / 100);
        if (rare.length === 0) return null;
        const rows = find.all(rare.map((w) => `"${w}"`).join(' OR ')) as { i: number }[];
        return best(
          quote,
          rows.map((r) => r.i),
        );
      };
    },
  },
  {
    name: 'MiniSearch fuzzy .2, edit distance',
    build() {
      const index = new MiniSearch({ fields: ['text'] });
      index.addAll(texts.map((text, id) => ({ id, text })));
      return (quote) =>
        best(
          quote,
          index
            .search(quote, { fuzzy: 0.2 })
            .slice(0, 50)
            .map((r) => r.id as number),
        );
    },
  },
  {
    name: `Fuse.js (${Math.min(texts.length, FUSE_SENTENCES)} sentences)`,
    build() {
      const index = new Fuse(texts.slice(0, FUSE_SENTENCES), {
        ignoreLocation: true,
        threshold: 0.4,
        includeScore: true,
      });
      return (quote) => index.search(quote.slice(0, 32), { limit: 1 })[0]?.item ?? null;
    },
  },
];

function fts(): DatabaseSync {
  const db = new DatabaseSync(':memory:');
  db.exec("create virtual table f using fts5(text, tokenize = 'unicode61'); begin");
  const insert = db.prepare('insert into f (text) values (?)');
  for (const words of folded) insert.run(words.join(' '));
  db.exec('commit');
  return db;
}

const shares = (a: string, b: string) => {
  const x = new Set(foldWords(a));
  const y = foldWords(b);
  return y.filter((w) => x.has(w)).length / Math.max(1, Math.min(x.size, y.length));
};
const quantile = (xs: number[], q: number) => round([...xs].sort((a, b) => a - b)[Math.floor(q * (xs.length - 1))]!, 2);
const rows: Record<string, string | number>[] = [];
for (const { name, build } of systems) {
  const began = performance.now();
  const find = build();
  const seconds = (performance.now() - began) / 1000;
  const asked = name.startsWith('Fuse') ? cases.filter((_, i) => i % 8 === 0) : cases;
  for (const c of asked.slice(0, 5)) await find(c.quote, c);
  let [right, positives, found, wrong, negatives] = [0, 0, 0, 0, 0];
  const ms: number[] = [];
  for (const c of asked) {
    const t0 = performance.now();
    const hit = await find(c.quote, c);
    ms.push(performance.now() - t0);
    if (c.source.length === 0) {
      negatives++;
      if (hit !== null) wrong++;
    } else {
      positives++;
      if (hit !== null) found++;
      if (hit !== null && c.source.some((s) => shares(hit, s) >= 0.6)) right++;
    }
  }
  const precision = right / Math.max(1, found + wrong);
  const recall = right / positives;
  rows.push({
    system: name,
    'recall@1': round(recall),
    F1: round((2 * precision * recall) / Math.max(1e-9, precision + recall)),
    'false positives': negatives ? round(wrong / negatives) : '-',
    'p50 ms': quantile(ms, 0.5),
    'p99 ms': quantile(ms, 0.99),
    'build s': round(seconds, 2),
    verdicts: name === 'onrecord' ? 'yes' : 'no',
  });
}
printTable(rows);
