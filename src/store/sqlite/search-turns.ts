import type { SQLInputValue } from 'node:sqlite';
import { stemOf, wordsOf } from '../../core/text/stem-words.ts';
import type { TextQuery, TurnCount, TurnFilter, TurnHit, TurnQuery } from '../port.ts';
import type { SqliteDatabase } from './database.ts';

/**
 * The tables and conditions of a filter, with the values of its placeholders. Only what the filter asks is joined: a common word
 * meets a third of all turns, and each join is a look-up for every one of them.
 */
function selectFrom(query: TurnFilter): { from: string; values: SQLInputValue[] } {
  const where: string[] = [];
  const joined = new Set<'version' | 'head'>();
  const values: SQLInputValue[] = [];
  const isIn = (column: string, list: readonly string[] | undefined) => {
    if (!list?.length) return;
    where.push(`${column} in (select value from json_each(?))`);
    values.push(JSON.stringify(list));
  };
  if (query.match) {
    where.push('turn_fts match ?');
    values.push(matchExpression(query.match));
  }
  if (query.persons?.length || query.speakers?.length) {
    where.push('(turn.person in (select value from json_each(?)) or turn.speaker in (select value from json_each(?)))');
    values.push(JSON.stringify(query.persons ?? []), JSON.stringify(query.speakers ?? []));
  }
  isIn('turn.voice', query.voices);
  isIn('turn.kind', query.kinds);
  isIn('head.outlet', query.outlets);
  isIn('version.id', query.documents);
  if (query.documents?.length || query.folded?.length) joined.add('version');
  if (query.match && query.documents?.length === 1) {
    // the turns of a version were written one after another: the index needs to look at that stretch only
    where.push(`turn_fts.rowid between
      (select min(turn.rowid) from turn join version using (n) where version.id = ?) and
      (select max(turn.rowid) from turn join version using (n) where version.id = ?)`);
    values.push(query.documents[0]!, query.documents[0]!);
  }
  if (query.outlets?.length || query.languages?.length || query.from || query.to) joined.add('head');
  if (query.languages?.length) {
    where.push("(select 1 from json_each(?) where head.language = value or head.language like value || '-%')");
    values.push(JSON.stringify(query.languages));
  }
  if (query.topic) {
    where.push('exists (select 1 from turn_topic where turn_topic.turn = turn.rowid and turn_topic.topic = ?)');
    values.push(query.topic);
  }
  // A date known only by its month or year lies in a span when the span reaches into it.
  if (query.from) {
    where.push("head.date is not null and head.date || '~' >= ?");
    values.push(query.from);
  }
  if (query.to) {
    where.push("head.date is not null and head.date <= ? || '~'");
    values.push(query.to);
  }
  if (query.folded?.length) {
    where.push(
      `not (version.id in (select value from json_each(?)) and turn.voice not in ('editor', 'reader', 'site'))`,
    );
    values.push(JSON.stringify(query.folded));
  }
  const from = `from ${query.match ? 'turn_fts join turn on turn.rowid = turn_fts.rowid' : 'turn'}
    ${[...joined].map((table) => `join ${table} on ${table}.n = turn.n`).join(' ')}
    ${where.length ? `where ${where.join(' and ')}` : ''}`;
  return { from, values };
}

/** An unknown day is neither the oldest nor the newest: it stands last. Ties by id and place, never by insertion. */
const daysOf = (order: TurnQuery['order']) =>
  `head.date is null, head.date ${order === 'newest' ? 'desc' : 'asc'}, version.id, turn.ordinal`;
const PLACED = 'join version on version.n = turn.n join head on head.n = turn.n';

/** Turns that meet a query: by relevance when there are words, else by day. */
export function searchTurns(db: SqliteDatabase, query: TurnQuery): TurnHit[] {
  const { from, values } = selectFrom(query);
  const byRelevance = query.match !== null && (query.order ?? 'relevance') === 'relevance';
  // Every turn is scored; the day and id that part equal scores are looked up for those alone that may stand on the page.
  const rows = byRelevance
    ? db.all<TurnHit>(
        `with scored as materialized (select turn.rowid as place, bm25(turn_fts, 2.0, 1.0) as score ${from}),
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
         (select turn.rowid as place ${from}) join turn on turn.rowid = place ${PLACED}
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
  const { from, values } = selectFrom(filter);
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
  const { from, values } = selectFrom(filter);
  return db
    .all<{ topic: string; turns: number }>(
      `select topic, count(*) as turns from (select turn.rowid as place ${from}) join turn_topic on turn_topic.turn = place
       group by topic`,
      ...values,
    )
    .map((row) => ({ ...row }));
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
