import type { SQLInputValue } from 'node:sqlite';
import type { DocumentHead, Participant } from '../../core/model/index.ts';
import type { HeadQuery, RecordReach } from '../port.ts';
import type { SqliteDatabase } from './database.ts';

export interface HeadRow {
  readonly id: string;
  readonly event: string;
  readonly json: string;
}

export const SELECT_HEAD = 'select version.id, head.event, head.json from version join head using (n)';

export function readHead(row: HeadRow): DocumentHead {
  const { id, ...rest } = JSON.parse(row.json) as Omit<DocumentHead, 'event'>;
  return { id, event: row.event, ...rest };
}

/** Documents that meet a query, by day or latest first; ties by id. */
export function findHeads(db: SqliteDatabase, query: HeadQuery): { total: number; items: DocumentHead[] } {
  const where: string[] = ['true'];
  const values: SQLInputValue[] = [];
  const meets = (sql: string, value: unknown) => {
    if (value === undefined) return;
    where.push(sql);
    values.push(typeof value === 'string' ? value : JSON.stringify(value));
  };
  if (query.persons || query.speakers) {
    where.push(`n in (select n from participant
      where person in (select value from json_each(?)) or name in (select value from json_each(?)))`);
    values.push(JSON.stringify(query.persons ?? []), JSON.stringify(query.speakers ?? []));
  }
  meets('kind in (select value from json_each(?))', query.kinds);
  meets("exists (select 1 from json_each(?) where language = value or language like value || '-%')", query.languages);
  if (query.outlets) {
    const list = JSON.stringify(query.outlets);
    const isOne = (column: string) => `${column} in (select value from json_each(?))`;
    where.push(`(${['outlet', 'publisher', 'republisher'].map(isOne).join(' or ')})`);
    values.push(list, list, list);
  }
  // an interval reaches from its first day to its last
  meets("case when instr(date, '/') then substr(date, instr(date, '/') + 1) else date end || '~' >= ?", query.from);
  meets("date <= ? || '~'", query.to);
  const of = `from head join version using (n) where ${where.join(' and ')}`;
  const total = db.get<{ n: number }>(`select count(*) as n ${of}`, ...values)!.n;
  const order = query.order === 'latest' ? "coalesce(date, '') desc, version.id" : "coalesce(date, '~'), version.id";
  // the page is found first: sorting would copy the heads
  const page = db.all<{ n: number }>(
    `select n ${of} order by ${order} limit ? offset ?`,
    ...values,
    query.limit,
    query.offset,
  );
  const items = page.map(({ n }) => readHead(db.get<HeadRow>(`${SELECT_HEAD} where n = ?`, n)!));
  return { total, items };
}

export const headValues = (db: SqliteDatabase, field: 'kind' | 'outlet' | 'publisher' | 'republisher' | 'language') =>
  db
    .all<{ value: string }>(`select distinct ${field} as value from head where ${field} is not null order by 1`)
    .map((r) => r.value);

export function readReach(db: SqliteDatabase): RecordReach {
  const counts = db.get<Omit<RecordReach, 'languages' | 'officials'>>(
    'select count(*) as versions, coalesce(sum(stands), 0) as occasions, min(date) as "from", max(date) as "to" from head',
  )!;
  const { officials } = db.get<{ officials: number }>(
    "select count(distinct name) as officials from participant where role = 'official' and name is not null",
  )!;
  return { ...counts, languages: headValues(db, 'language'), officials };
}

/** Versions whose source says something of its rights, in any order; the few are in an index of their own. */
export const readRights = (db: SqliteDatabase): Pick<DocumentHead, 'id' | 'rights'>[] =>
  db
    .rows<[id: string, rights: string]>(
      `select version.id, json_extract(json, '$.rights') from head cross join version using (n)
       where json_extract(json, '$.rights') is not null`,
    )
    .map(([id, rights]) => ({ id, rights }));

export const readOfficials = (db: SqliteDatabase): Pick<Participant, 'name' | 'person'>[] =>
  db
    .rows<[name: string | null, person: string | null]>(
      "select distinct name, person from participant where role = 'official' order by 1, 2",
    )
    .map(([name, person]) => ({ name, person }));

export function readParticipants(db: SqliteDatabase): Pick<Participant, 'name' | 'person' | 'labels'>[] {
  // who is known from one document only has an id of that document, and labels that recur from text to text
  const lists = new Map<string, string[]>();
  return db
    .rows<[name: string | null, person: string | null, labels: string]>(
      'select distinct name, person, labels from participant order by 1, 2, 3',
    )
    .map(([name, person, json]) => {
      const labels = lists.get(json) ?? (JSON.parse(json) as string[]);
      lists.set(json, labels);
      return { name, person, labels };
    });
}
