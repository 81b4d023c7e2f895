import { endOf } from '../../../core/ledger/fold/status-on.ts';
import type { Projection } from '../projection.ts';
import { joinMatter, partMatters } from './matters.ts';
import { writeLedgerStatement } from './pack-ledger.ts';

/**
 * What each version says for the ledger: a row a statement, found by section and day or by its matter (`matters.ts`), with
 * the statement as JSON; its words and parties in an index of their own.
 */
export const LEDGER_PROJECTION: Projection = {
  name: 'ledger',
  migrations: [
    {
      name: 'ledger-001',
      sql: `
      create table ledger_row (
        rowid integer primary key,
        n integer not null references version(n),
        place integer not null,
        section text not null,
        matter integer not null, -- of the statements joined by handles, the smallest handle
        said text                -- last day of the text's date
      );
      create unique index ledger_row_version on ledger_row (n, place);
      create index ledger_row_day on ledger_row (section, said, matter, n);
      create index ledger_row_matter on ledger_row (matter);
      create table ledger_handle (
        handle integer not null, -- hash
        row integer not null references ledger_row(rowid),
        primary key (handle, row)
      ) without rowid;
      create index ledger_handle_row on ledger_handle (row);
      create virtual table ledger_fts using fts5(
        words, parties, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 2"
      );
      create table ledger_set (
        n integer primary key references version(n),
        ends blob not null,
        parts blob not null -- deflated JSON, 8 statements each
      );
      `,
    },
    {
      name: 'ledger-002',
      sql: `
      -- a page asks for many statements of many versions: each is read by itself; filled when a version is derived
      drop table ledger_set;
      alter table ledger_row add column json text;
      `,
    },
    {
      name: 'ledger-003',
      sql: `
      -- matters are counted, and their statements found, without the rows, which are long; json is a list since (\`pack-ledger.ts\`)
      drop index ledger_row_matter;
      create index ledger_row_matter on ledger_row (section, matter, said, n);
      `,
    },
  ],
  add(db, { n, digest }) {
    const { ledger } = digest;
    for (const [place, s] of ledger.entries()) {
      const { lastInsertRowid } = db.run(
        'insert into ledger_row (n, place, section, matter, said, json) values (?, ?, ?, ?, ?, ?)',
        n,
        place,
        s.section,
        0,
        s.said && endOf(s.said),
        writeLedgerStatement(s),
      );
      joinMatter(db, lastInsertRowid, s);
      db.run(
        'insert into ledger_fts (rowid, words, parties) values (?, ?, ?)',
        lastInsertRowid,
        [s.title, ...s.evidence.map((e) => e.text)].join('\n'),
        s.parties.join('\n'),
      );
    }
  },
  remove(db, n) {
    db.run('delete from ledger_fts where rowid in (select rowid from ledger_row where n = ?)', n);
    partMatters(db, n);
    db.run('delete from ledger_row where n = ?', n);
  },
  *inspect(db) {
    const mend = 'Run "onrecord rebuild".';
    try {
      db.run("insert into ledger_fts (ledger_fts) values ('integrity-check')");
    } catch (error) {
      yield { kind: 'ledger', id: 'ledger_fts', what: (error as Error).message, mend };
    }
    const wrong = db.all<{ id: string; what: string }>(`
      select distinct id, 'a statement of its ledger is not in the index' as what from ledger_row join version using (n)
        where ledger_row.rowid not in (select rowid from ledger_fts)
      union all
      select id, 'statements of its ledger are missing' from (
          select n, count(json) as held, max(place) + 1 as places from ledger_row group by n) join version using (n)
        where held <> places
      union all
      select distinct id, 'statements that share a handle are of two matters' from ledger_handle h join ledger_row r on r.rowid = h.row join version using (n)
        where r.matter <> (select min(o.matter) from ledger_handle g join ledger_row o on o.rowid = g.row where g.handle = h.handle)
      order by 1, 2`);
    for (const { id, what } of wrong) yield { kind: 'ledger', id, what, mend };
  },
};
