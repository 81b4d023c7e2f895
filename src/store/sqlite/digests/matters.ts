import { handlesOf } from '../../../core/ledger/fold/join-rows.ts';
import type { LedgerStatement } from '../../../core/model/index.ts';
import { hashOf } from '../../../core/text/ids.ts';
import type { SqliteDatabase } from '../database.ts';

/**
 * Which statements of the ledger hang together by handles, directly or through others, over the whole record: what is asked
 * for is read by matter, and folded to rows afterwards as of the day. A matter is named after its smallest handle, so the
 * order of adding leaves no trace (law K4).
 */

/** A handle as a number of 48 bits. */
const handleNumber = (handle: string): number => Number.parseInt(hashOf(handle).slice(0, 12), 16);

/** Note what a new row's matter is known by, and join the matters that it joins. */
export function joinMatter(db: SqliteDatabase, row: number, statement: LedgerStatement): void {
  const handles = [...new Set(handlesOf(statement).map(handleNumber))];
  const met = db.all<{ matter: number }>(
    `select distinct matter from ledger_handle h join ledger_row r on r.rowid = h.row
     where h.handle in (select value from json_each(?))`,
    JSON.stringify(handles),
  );
  const matter = Math.min(...handles, ...met.map((m) => m.matter));
  for (const other of met)
    if (other.matter !== matter)
      db.run(
        'update ledger_row set matter = ? where section = ? and matter = ?',
        matter,
        statement.section,
        other.matter,
      );
  db.run('update ledger_row set matter = ? where rowid = ?', matter, row);
  for (const handle of handles) db.run('insert into ledger_handle (handle, row) values (?, ?)', handle, row);
}

/** Take the handles of a version's rows away; what only they joined falls apart. */
export function partMatters(db: SqliteDatabase, n: number): void {
  const matters = db.all<{ section: string; matter: number }>(
    'select distinct section, matter from ledger_row where n = ?',
    n,
  );
  db.run('delete from ledger_handle where row in (select rowid from ledger_row where n = ?)', n);
  for (const { section, matter } of matters) {
    const left = db.all<{ row: number; handle: number }>(
      `select r.rowid as row, h.handle from ledger_row r join ledger_handle h on h.row = r.rowid where r.section = ? and r.matter = ? and r.n <> ?`,
      section,
      matter,
      n,
    );
    for (const [row, name] of namesOf(left))
      if (name !== matter) db.run('update ledger_row set matter = ? where rowid = ?', name, row);
  }
}

/** Rows that hang together by handles, each with the smallest handle of its group. */
function namesOf(pairs: readonly { readonly row: number; readonly handle: number }[]): Map<number, number> {
  const parent = new Map<number, number>();
  const root = (handle: number): number => {
    let at = handle;
    while ((parent.get(at) ?? at) !== at) at = parent.get(at)!;
    return at;
  };
  const first = new Map<number, number>();
  for (const { row, handle } of pairs) {
    const [a, b] = [root(handle), root(first.get(row) ?? handle)];
    parent.set(Math.max(a, b), Math.min(a, b));
    if (!first.has(row)) first.set(row, handle);
  }
  return new Map([...first].map(([row, handle]) => [row, root(handle)]));
}
