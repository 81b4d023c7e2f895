import type { SQLInputValue } from 'node:sqlite';
import { stemOf, wordsOf } from '../../core/text/stem-words.ts';
import type { TextQuery, TurnCount, TurnFilter, TurnHit, TurnQuery } from '../port.ts';
import type { SqliteDatabase } from './database.ts';

/** What a filter makes of SQL: tables, conditions and the values of their placeholders. */
interface Selection {
  readonly from: string;
  readonly values: readonly SQLInputValue[];
  /** the column that names the turn */
  readonly place: string;
}

/**
 * The tables and conditions of a filter. Only what the filter asks (and `turn` where the caller does) is joined: a common word
 * meets a third of all turns, and each join is a look-up for every one of them.
 */
function selectFrom(query: TurnFilter, needsTurn: boolean): Selection {
  const where: string[] = [];
  const joined = new Set<'turn' | 'head'>();
  const values: SQLInputValue[] = [];
  const ask = (table: 'turn' | 'head' | null, condition: string, ...given: SQLInputValue[]) => {
    if (table) joined.add(table);
    where.push(condition);
    values.push(...given);
  };
  const isIn = (table: 'turn' | 'head', column: string, list: readonly string[] | undefined) => {
    if (list?.length) ask(table, `${table}.${column} in (select value from json_each(?))`, JSON.stringify(list));
  };
  if (query.match) ask(null, 'turn_fts match ?', matchExpression(query.match));
  const place = query.match ? 'turn_fts.rowid' : 'turn.rowid';
  if (query.persons?.length || query.speakers?.length)
    ask(
      'turn',
      '(turn.person in (select value from json_each(?)) or turn.speaker in (select value from json_each(?)))',
      JSON.stringify(query.persons ?? []),
      JSON.stringify(query.speakers ?? []),
    );
  isIn('turn', 'voice', query.voices);
  isIn('turn', 'kind', query.kinds);
  isIn('head', 'outlet', query.outlets);
  const documents = query.documents ?? [];
  if (documents.length === 1)
    // the turns of a version were written one after another: the index needs to look at that stretch only
    ask(
      null,
      `${place} between
      (select min(turn.rowid) from turn join version using (n) where version.id = ?) and
      (select max(turn.rowid) from turn join version using (n) where version.id = ?)`,
      documents[0]!,
      documents[0]!,
    );
  if (documents.length > 0) ask('turn', `turn.n in ${VERSIONS}`, JSON.stringify(documents));
  if (query.languages?.length)
    ask(
      'head',
      "(select 1 from json_each(?) where head.language = value or head.language like value || '-%')",
      JSON.stringify(query.languages),
    );
  if (query.topic)
    ask(
      null,
      // words or a document give few turns, each looked up; else the index of topics gives them
      query.match || documents.length > 0
        ? `exists (select 1 from turn_topic where turn_topic.turn = ${place} and turn_topic.topic = ?)`
        : `${place} in (select turn from turn_topic where topic = ?)`,
      query.topic,
    );
  // A date known only by its month or year lies in a span when the span reaches into it.
  if (query.from) ask('head', "head.date is not null and head.date || '~' >= ?", query.from);
  if (query.to) ask('head', "head.date is not null and head.date <= ? || '~'", query.to);
  if (query.folded?.length)
    ask(
      'turn',
      `not (turn.n in ${VERSIONS} and turn.voice not in ('editor', 'reader', 'site'))`,
      JSON.stringify(query.folded),
    );
  const tables = query.match ? ['turn_fts'] : ['turn'];
  if (query.match && (needsTurn || joined.size > 0)) tables.push('join turn on turn.rowid = turn_fts.rowid');
  if (joined.has('head')) tables.push('join head on head.n = turn.n');
  const from = `from ${tables.join(' ')} ${where.length ? `where ${where.join(' and ')}` : ''}`;
  return { from, values, place };
}

/** Keys of versions by their ids, looked up once. */
const VERSIONS = '(select n from version where id in (select value from json_each(?)))';

/** An unknown day is neither the oldest nor the newest: it stands last. Ties by id and place, never by insertion. */
const daysOf = (order: TurnQuery['order']) =>
  `head.date is null, head.date ${order === 'newest' ? 'desc' : 'asc'}, version.id, turn.ordinal`;
const PLACED = 'join version on version.n = turn.n join head on head.n = turn.n';

/** Turns that meet a query: by relevance when there are words, else by day. */
export function searchTurns(db: SqliteDatabase, query: TurnQuery): TurnHit[] {
  const { from, values, place } = selectFrom(query, false);
  const byRelevance = query.match !== null && (query.order ?? 'relevance') === 'relevance';
  // Every turn is scored; the day and id that part equal scores are looked up for those alone that may stand on the page.
  const rows = byRelevance
    ? db.all<TurnHit>(
        `with scored as materialized (select ${place} as place, bm25(turn_fts, 2.0, 1.0) as score ${from}),
         best as (select * from scored where score <=
           coalesce((select score from scored order by score limit 1 offset ?), 1e9))
         select version.id as document, turn.ordinal from best join turn on turn.rowid = best.place ${PLACED}
         order by best.score, ${daysOf('oldest')} limit ? offset ?`,
        ...values,
        query.offset + query.limit - 1,
        query.limit,
        query.offset,
      )
    : db.all<TurnHit>(
        `select version.id as document, turn.ordinal from
         (select ${place} as place ${from}) join turn on turn.rowid = place ${PLACED}
         order by ${daysOf(query.order)} limit ? offset ?`,
        ...values,
        query.limit,
        query.offset,
      );
  return rows.map((hit) => ({ ...hit }));
}

/** One text of JSON for all rows: a common word has thousands, and an object a row made by the driver costs ten times as much. */
const readRows = <T>(db: SqliteDatabase, sql: string, values: readonly SQLInputValue[]): T[] =>
  JSON.parse(db.get<{ rows: string }>(sql, ...values)!.rows) as T[];

export function countTurns(db: SqliteDatabase, filter: TurnFilter): TurnCount[] {
  const { from, values } = selectFrom(filter, true);
  type Row = [string, TurnCount['voice'], TurnCount['kind'], string | null, string | null, number];
  return readRows<Row>(
    db,
    `select json_group_array(json_array(version.id, voice, kind, speaker, person, turns)) as rows from
       (select turn.n, turn.voice, turn.kind, turn.speaker, turn.person, count(*) as turns ${from}
        group by turn.n, turn.voice, turn.kind, turn.speaker, turn.person) join version using (n)`,
    values,
  ).map(([document, voice, kind, speaker, person, turns]) => ({ document, voice, kind, speaker, person, turns }));
}

export function countTopics(db: SqliteDatabase, filter: TurnFilter): { topic: string; turns: number }[] {
  const { from, values, place } = selectFrom(filter, false);
  return db
    .all<{ topic: string; turns: number }>(
      `select topic, count(*) as turns from (select ${place} as place ${from}) join turn_topic on turn_topic.turn = place
       group by topic`,
      ...values,
    )
    .map((row) => ({ ...row }));
}

/** Versions with a turn that meets a filter, in any order. */
export function versionsWithTurns(db: SqliteDatabase, filter: TurnFilter): string[] {
  const { from, values } = selectFrom(filter, true);
  return db
    .rows<[id: string]>(`select id from version where n in (select turn.n ${from})`, ...values)
    .map(([id]) => id);
}

const quoted = (words: readonly string[]) => `"${words.join(' ').replaceAll('"', '""')}"`;

/** Our expression in FTS5's syntax. Every word is quoted, so that nothing a user types is syntax. */
export function matchExpression(query: TextQuery): string {
  switch (query.op) {
    case 'word': {
      const words = wordsOf(query.word);
      if (words.length === 0) return 'body : ""';
      if (query.prefix) return `body : ${quoted(words)} *`;
      if (words.length > 1) return `body : ${quoted(words)}`;
      return `(body : ${quoted(words)} OR stems : ${quoted([stemOf(words[0]!, null)])})`;
    }
    case 'phrase':
      return `body : ${quoted(query.words.flatMap(wordsOf))}`;
    case 'near':
      return `body : NEAR(${query.terms.map(nearTerm).join(' ')}, ${Math.max(0, Math.trunc(query.distance))})`;
    case 'and':
      return `(${query.terms.map(matchExpression).join(' AND ')})`;
    case 'or':
      return `(${query.terms.map(matchExpression).join(' OR ')})`;
    case 'not':
      return `(${matchExpression(query.keep)} NOT ${matchExpression(query.drop)})`;
  }
}

/** Words side by side, as written or in any of their forms. */
export function anyForm(words: string): string {
  const list = wordsOf(words);
  return `(body : ${quoted(list)} OR stems : ${quoted(list.map((w) => stemOf(w, null)))})`;
}

function nearTerm(term: TextQuery): string {
  if (term.op === 'phrase') return quoted(term.words.flatMap(wordsOf));
  if (term.op === 'word') return `${quoted(wordsOf(term.word))}${term.prefix ? '*' : ''}`;
  return '""';
}
