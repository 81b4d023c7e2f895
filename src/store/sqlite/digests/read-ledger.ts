import type { SQLInputValue } from 'node:sqlite';
import type { LedgerStatement, Section } from '../../../core/model/index.ts';
import { wordsOf } from '../../../core/text/stem-words.ts';
import type { LedgerAnswer, LedgerQuery } from '../../port.ts';
import type { SqliteDatabase } from '../database.ts';
import { parseLedgerStatements } from './pack-ledger.ts';

/** Statements of the matters that are asked for, page by page of each section, those spoken of last first. */
export function readLedger(db: SqliteDatabase, query: LedgerQuery): LedgerAnswer {
  const { where, values } = conditions(query);
  const isChosen = chosenRows(db, query);
  const totals: Partial<Record<Section, number>> = {};
  const statements: LedgerStatement[] = [];
  for (const section of query.sections) {
    const of = `from ledger_row r where r.section = ? and ${where}${isChosen.sql}`;
    const given = [section, ...values, ...isChosen.values];
    // grouping walks an index in which the statements of a matter stand side by side
    totals[section] = db.get<{ n: number }>(`select count(*) as n from (select 1 ${of} group by matter)`, ...given)!.n;
    const matters = pageOfMatters(db, of, given, query);
    if (matters.length === 0) continue;
    const rows = db.rows<[json: string]>(
      `select r.json from json_each(?) m cross join ledger_row r on r.section = ? and r.matter = m.value where ${where}`,
      JSON.stringify(matters),
      section,
      ...values,
    );
    // thousands of them: one list is read faster than one by one
    for (const s of parseLedgerStatements(`[${rows.join(',')}]`, section)) statements.push(s);
  }
  return { statements, totals };
}

/** Of a text of which a copy had been retrieved, else added, by a day. */
const RECEIVED_BY =
  'exists (select 1 from receipt where receipt.n = r.n and substr(coalesce(retrieved, added), 1, length(?)) <= ?)';

/** What every statement must meet. */
function conditions(query: LedgerQuery): { where: string; values: SQLInputValue[] } {
  const where = ['r.n not in (select n from head where stands = 0)'];
  const values: SQLInputValue[] = [];
  if (query.isDated && query.until === undefined) where.push('r.said is not null');
  if (query.until !== undefined) {
    // words of a day that is not known were said by the day a copy of them was there
    where.push(`(r.said <= ? or (r.said is null and ${RECEIVED_BY}))`);
    values.push(query.until, query.until, query.until);
  }
  if (query.recordedBy !== undefined) {
    where.push(RECEIVED_BY);
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
  return db
    .all<{ row: number }>(
      `select rowid as row from ledger_row where n in (select n from version where id in (select value from json_each(?)))
         and json_extract(json, '$[0]') in (select value from json_each(?))`,
      JSON.stringify(versions),
      JSON.stringify([...ids]),
    )
    .map((r) => r.row);
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
