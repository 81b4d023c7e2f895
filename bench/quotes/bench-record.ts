import { EMPTY_DIGEST } from '../../src/core/ledger/digest/digest-record.ts';
import type { DocumentHead } from '../../src/core/model/index.ts';
import type { Store } from '../../src/store/port.ts';
import { SqliteQuoteIndex } from '../../src/store/quotes/quote-index.ts';
import { QUOTE_PROJECTION, settleQuotes } from '../../src/store/quotes/quote-projection.ts';
import { SqliteDatabase } from '../../src/store/sqlite/database.ts';
import { recordOf, type Transcript } from './corpus.ts';

/** A record that holds the quotation index alone: what the check asks of a store, and nothing that would hide its cost. */
export function buildRecord(path: string, docs: Iterable<Transcript>) {
  const db = new SqliteDatabase(path);
  db.exec('pragma journal_mode = wal; pragma synchronous = normal; pragma cache_size = -32768;');
  db.exec('create table if not exists version (n integer primary key, id text not null unique)');
  for (const m of QUOTE_PROJECTION.migrations) db.exec(m.sql);
  const heads = new Map<string, DocumentHead>();
  let n = 0;
  for (const doc of docs) {
    const record = recordOf(doc);
    heads.set(doc.id, record.document);
    const key = ++n;
    db.transaction(() => {
      db.run('insert into version (n, id) values (?, ?)', key, doc.id);
      QUOTE_PROJECTION.add(db, { n: key, record, digest: EMPTY_DIGEST });
    });
  }
  settleQuotes(db);
  const store = {
    quotes: new SqliteQuoteIndex(db),
    head: async (id: string) => heads.get(id) ?? null,
    heads: async () => [...heads.values()],
    revision: async () => '1',
  } as unknown as Store;
  return { db, store, heads };
}
