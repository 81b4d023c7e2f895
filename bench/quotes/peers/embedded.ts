import { statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { foldWords } from '../../../src/core/text/words.ts';
import { type Given, mostAlike, type Peer } from './find.ts';

/** Peers that run inside this process. */
export const EMBEDDED: readonly Peer[] = [
  {
    name: 'SQLite FTS5 phrase',
    most: 2_000_000,
    build(given) {
      const { db, bytes } = fts(given);
      const find = db.prepare('select rowid - 1 as i from f where f match ? limit 1');
      return {
        bytes,
        find(quote) {
          const row = find.get(`"${foldWords(quote).join(' ')}"`) as { i: number } | undefined;
          return row ? given.texts[row.i]! : null;
        },
      };
    },
  },
  {
    name: 'FTS5 rarer terms, edit distance',
    most: 2_000_000,
    build(given) {
      const { db, bytes } = fts(given);
      db.exec('create virtual table terms using fts5vocab(f, row)');
      const count = db.prepare('select doc from terms where term = ?');
      const find = db.prepare('select rowid - 1 as i from f where f match ? order by bm25(f) limit 50');
      return {
        bytes,
        find(quote) {
          const isRare = (w: string) =>
            ((count.get(w) as { doc: number } | undefined)?.doc ?? 0) < given.texts.length / 100;
          const rare = [...new Set(foldWords(quote))].filter(isRare);
          if (rare.length === 0) return null;
          const rows = find.all(rare.map((w) => `"${w}"`).join(' OR ')) as { i: number }[];
          return mostAlike(
            quote,
            given.texts,
            rows.map((r) => r.i),
          );
        },
      };
    },
  },
  {
    name: 'MiniSearch fuzzy .2, edit distance',
    most: 100_000,
    build({ texts }) {
      const index = new MiniSearch({ fields: ['text'] });
      index.addAll(texts.map((text, id) => ({ id, text })));
      return {
        bytes: null,
        find: (quote) =>
          mostAlike(
            quote,
            texts,
            index
              .search(quote, { fuzzy: 0.2 })
              .slice(0, 50)
              .map((r) => r.id as number),
          ),
      };
    },
  },
  {
    name: 'Fuse.js',
    most: 10_000,
    build({ texts }) {
      const index = new Fuse(texts, { ignoreLocation: true, threshold: 0.4, includeScore: true });
      return { bytes: null, find: (quote) => index.search(quote.slice(0, 32), { limit: 1 })[0]?.item ?? null };
    },
  },
];

function fts({ texts, folder }: Given) {
  const path = join(folder, `fts-${process.pid}.db`);
  const db = new DatabaseSync(path);
  db.exec(
    "pragma journal_mode = off; create virtual table f using fts5(text, content = '', tokenize = 'unicode61'); begin",
  );
  const insert = db.prepare('insert into f (rowid, text) values (?, ?)');
  for (const [i, t] of texts.entries()) insert.run(i + 1, foldWords(t).join(' '));
  db.exec('commit');
  return { db, bytes: statSync(path).size };
}
