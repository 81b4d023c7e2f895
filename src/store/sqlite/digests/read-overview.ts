import type { ReviewItem } from '../../../core/ledger/digest/find-review-items.ts';
import { TALK } from '../../../core/model/index.ts';
import type { HeardSpeaker, HeldReference, PersonDigest, SubjectCount } from '../../port.ts';
import type { SqliteDatabase } from '../database.ts';

export function readTopicCounts(db: SqliteDatabase): SubjectCount[] {
  return db
    .all<SubjectCount>(
      `select substr(subject, 3) as id, sum(count) as statements, count(*) as documents, min(head.date) as "from", max(head.date) as "to"
       from subject cross join head using (n) where subject >= 't:' and subject < 't;' and head.stands group by subject order by subject`,
    )
    .map((row) => ({ ...row }));
}

export function readPerson(db: SqliteDatabase, person: string): PersonDigest {
  const talk = JSON.stringify([...TALK]);
  const head = "version.id as document, head.date, coalesce(json_extract(head.json, '$.title'), version.name) as title";
  const latest = "order by coalesce(head.date, '') desc, version.id";
  const speaks = db.all<PersonDigest['speaks'][number]>(
    `select ${head}, count(*) as turns from turn cross join head using (n) join version using (n)
     where turn.person = ? and head.stands and turn.kind in (select value from json_each(?)) group by turn.n ${latest}`,
    person,
    talk,
  );
  const mentioned = db.all<PersonDigest['mentioned'][number]>(
    `select ${head}, named.times from named cross join head using (n) join version using (n)
     where named.person = ?1 and head.stands
       and not exists (select 1 from turn where turn.n = named.n and turn.person = ?1 and turn.kind in (select value from json_each(?2)))
     ${latest}`,
    person,
    talk,
  );
  const topics = db.all<PersonDigest['topics'][number]>(
    `select topic as id, sum(statements) as statements from said cross join head using (n)
     where person = ? and topic <> '' and head.stands group by topic order by 2 desc, 1`,
    person,
  );
  const years = db.all<{ year: string; statements: number }>(
    `select coalesce(substr(head.date, 1, 4), 'no date') as year, sum(statements) as statements from said cross join head using (n)
     where person = ? and topic = '' and head.stands group by 1 order by 1`,
    person,
  );
  return {
    speaks: speaks.map((r) => ({ ...r })),
    mentioned: mentioned.map((r) => ({ ...r })),
    topics: topics.map((r) => ({ ...r })),
    years: Object.fromEntries(years.map((y) => [y.year, y.statements])),
  };
}

/** Who is heard how often in which month; named as in the first month, by the first of the names there. */
export function readHeard(db: SqliteDatabase): HeardSpeaker[] {
  const monthOf = new Map(
    db.rows<[n: number, month: string]>("select n, coalesce(substr(date, 1, 7), 'no date') from head where stands"),
  );
  const keys = new Map<
    string,
    { first: string; speaker: string; person: string | null; months: Map<string, number> }
  >();
  for (const [key, n, speaker, person] of db.rows<[string, number, string, string | null]>(
    'select key, n, speaker, person from heard order by key',
  )) {
    const month = monthOf.get(n);
    if (month === undefined) continue;
    const known = keys.get(key);
    if (!known) keys.set(key, { first: month, speaker, person, months: new Map([[month, 1]]) });
    else {
      known.months.set(month, (known.months.get(month) ?? 0) + 1);
      if (month < known.first || (month === known.first && speaker < known.speaker))
        Object.assign(known, { first: month, speaker, person });
    }
  }
  return [...keys.values()]
    .map(
      ({ speaker, person, months }): HeardSpeaker => ({
        speaker,
        person,
        documents: [...months.values()].reduce((sum, n) => sum + n, 0),
        months: Object.fromEntries([...months].sort(([x], [y]) => (x < y ? -1 : 1))),
      }),
    )
    .sort((a, b) => b.documents - a.documents || (a.speaker < b.speaker ? -1 : 1));
}

/**
 * Does the record hold the statement that a reference names? Of its day or period, by its speaker, of its kind where both are
 * known. Null where no day is named, or where only the day fits and whose statement it was is not told. The texts of a day
 * are few and are taken first (`cross join`): a speaker may be heard in thousands.
 */
const OF_DAY = `h.stands and h.n <> reference.n and h.date >= substr(reference.first, 1, 7) and h.date < reference.last || 'g'
  and (length(h.date) < 10 or h.date >= reference.first)`;
const OF_KIND = '(reference.kind is null or h.kind is null or h.kind = reference.kind)';
const HELD = `case when reference.day is null then null
  when not exists (select 1 from head h where ${OF_DAY} and ${OF_KIND}) then 0
  when reference.who is null then null
  else exists (select 1 from head h cross join heard using (n) where ${OF_DAY} and ${OF_KIND} and heard.key = reference.who) end`;
/** References to one statement: by one speaker, of one day. One that tells neither stands for itself. */
const SAME =
  "case when who is null and day is null then 'n' || n || '/' || place else coalesce(who, '') || '|' || coalesce(day, '') end";

export function readReferences(
  db: SqliteDatabase,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): { total: number; items: HeldReference[] } {
  // what is not held is found once; the sentences are read for the page alone
  const lacking = `with lacking as materialized (
      select * from (select reference.n, place, reference.day, reference.first, reference.last, who, reference.kind, head.date as said, ${HELD} as held
        from reference cross join head using (n) where head.stands) where coalesce(held, 0) = 0)`;
  const rows = db.all<ReferenceRow>(
    `${lacking}
     select page.*, reference.json from (
       select lacking.*, version.id as document, count(*) over (partition by ${SAME}) as times, count(*) over () as total
       from lacking join version using (n) order by times desc, day is null, document, place limit ? offset ?) page
     join reference using (n, place) order by times desc, page.day is null, document, place`,
    limit,
    offset,
  );
  const total = rows[0]?.total ?? db.get<{ n: number }>(`${lacking} select count(*) as n from lacking`)!.n;
  const items = rows.map(
    ({ document, said, day, first, last, who, kind, held, times, json }): HeldReference => ({
      document,
      said,
      day,
      from: first,
      to: last,
      key: who,
      kind,
      times,
      held: held === null ? null : held === 1,
      ...(JSON.parse(json) as Pick<HeldReference, 'turn' | 'start' | 'end' | 'text' | 'who'>),
    }),
  );
  return { total, items };
}

interface ReferenceRow {
  readonly document: string;
  readonly said: string | null;
  readonly day: string | null;
  readonly first: string | null;
  readonly last: string | null;
  readonly who: string | null;
  readonly kind: string | null;
  readonly held: number | null;
  readonly times: number;
  readonly total: number;
  readonly json: string;
}

export function readReviewItems(
  db: SqliteDatabase,
  query: { readonly document?: string; readonly settled: readonly string[]; readonly limit: number },
): { total: number; items: ReviewItem[] } {
  const from = `from review_item i where id not in (select value from json_each(?1)) and version >= ?2 and version < ?2 || '~'
    and (once is null or not exists (select 1 from review_item o where o.once = i.once and o.version < i.version))`;
  const [settled, document] = [JSON.stringify(query.settled), query.document ?? 'ver:'];
  const total = db.get<{ n: number }>(`select count(*) as n ${from}`, settled, document)!.n;
  const items = db
    .all<{ json: string }>(
      `select json ${from} order by weight desc, version, place limit ?3`,
      settled,
      document,
      query.limit,
    )
    .map((r) => JSON.parse(r.json) as ReviewItem);
  return { total, items };
}
