import type { SQLInputValue } from 'node:sqlite';
import type { LedgerStatement, Section } from '../../../core/model/index.ts';
import { wordsOf } from '../../../core/text/stem-words.ts';
import type { LedgerAnswer, LedgerQuery } from '../../port.ts';
import type { SqliteDatabase } from '../database.ts';
import { LEDGER_A_PART } from './ledger-projection.ts';
import { PartReader } from './parts.ts';

/** Statements of the matters that are asked for, page by page of each section, those spoken of last first. */
export function readLedger(db: SqliteDatabase, query: LedgerQuery): LedgerAnswer {
  const { where, values } = conditions(query);
  const isChosen = chosenRows(db, query);
  const totals: Partial<Record<Section, number>> = {};
  const wanted: { n: number; place: number }[] = [];
  for (const section of query.sections) {
    const of = `from ledger_row r cross join head using (n) where r.section = ? and ${where}${isChosen.sql}`;
    const given = [section, ...values, ...isChosen.values];
    totals[section] = db.get<{ n: number }>(`select count(distinct matter) as n ${of}`, ...given)!.n;
    const matters = pageOfMatters(db, of, given, query);
    if (matters.length === 0) continue;
    wanted.push(
      ...db.all<{ n: number; place: number }>(
        `select r.n, r.place from json_each(?) m cross join ledger_row r on r.matter = m.value join head using (n) where ${where}`,
        JSON.stringify(matters),
        ...values,
      ),
    );
  }
  return { statements: readPlaces(db, wanted), totals };
}

/** What every statement must meet. */
function conditions(query: LedgerQuery): { where: string; values: SQLInputValue[] } {
  const where = ['head.stands'];
  const values: SQLInputValue[] = [];
  if (query.isDated) where.push('r.said is not null');
  if (query.until !== undefined) {
    where.push('r.said <= ?');
    values.push(query.until);
  }
  if (query.recordedBy !== undefined) {
    where.push(
      'exists (select 1 from receipt where receipt.n = r.n and substr(coalesce(retrieved, added), 1, length(?)) <= ?)',
    );
    values.push(query.recordedBy, query.recordedBy);
  }
  return { where: where.join(' and '), values };
}

/** What one statement of a matter must meet for the matter to be chosen. */
function chosenRows(db: SqliteDatabase, { party, words, ids }: LedgerQuery): { sql: string; values: SQLInputValue[] } {
  const match = [party && phrase('parties', party), words && phrase('words', words)].filter(Boolean);
  const chosen = { sql: '', values: [] as SQLInputValue[] };
  if (match.length > 0) {
    chosen.sql += ' and r.rowid in (select rowid from ledger_fts where ledger_fts match ?)';
    chosen.values.push(match.join(' AND '));
  }
  if (ids) {
    chosen.sql += ' and r.rowid in (select value from json_each(?))';
    chosen.values.push(JSON.stringify(rowsOf(db, new Set(ids))));
  }
  return chosen;
}

/** Rows of statements by their ids. */
function rowsOf(db: SqliteDatabase, ids: ReadonlySet<string>): number[] {
  const versions = [...new Set([...ids].map((id) => id.replace(/\/.*$/, '')))];
  const rows = db.all<{ rowid: number; n: number; place: number }>(
    `select rowid, n, place from ledger_row where n in (select n from version where id in (select value from json_each(?)))`,
    JSON.stringify(versions),
  );
  const statements = readPlaces(db, rows);
  return rows.filter((_, i) => ids.has(statements[i]!.id)).map((r) => r.rowid);
}

/** Words side by side, the last of them perhaps a beginning. */
function phrase(column: string, words: string): string {
  const list = wordsOf(words);
  return list.length === 0 ? `${column} : ""` : `${column} : "${list.join(' ')}" *`;
}

/** Walks the newest statements down until the page is full: nothing older is read. */
function pageOfMatters(db: SqliteDatabase, of: string, values: SQLInputValue[], query: LedgerQuery): number[] {
  const seen = new Set<number>();
  const page: number[] = [];
  for (const { matter } of db.iterate<{ matter: number }>(
    `select r.matter ${of} order by r.said desc, r.matter desc`,
    ...values,
  )) {
    if (seen.has(matter)) continue;
    seen.add(matter);
    if (seen.size > query.offset) page.push(matter);
    if (page.length === query.limit) break;
  }
  return page;
}

function readPlaces(db: SqliteDatabase, places: readonly { n: number; place: number }[]): LedgerStatement[] {
  const reader = new PartReader(db, 'ledger_set', LEDGER_A_PART, (json) => JSON.parse(json) as LedgerStatement[]);
  return places.map(({ n, place }) => reader.at(n, place));
}
