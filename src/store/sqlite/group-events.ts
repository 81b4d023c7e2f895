import { judgedPairs } from '../../core/model/effective-judgements.ts';
import type { DocumentHead, Finding, Judgement } from '../../core/model/index.ts';
import { groupVersions, type VersionPair } from '../../core/versions/group-versions.ts';
import { candidateKeys, MIN_SHARED, matchDocument } from '../../core/versions/match-document.ts';
import { preferVersion } from '../../core/versions/prefer-version.ts';
import type { VersionProfile } from '../../core/versions/profile-document.ts';
import type { SqliteDatabase } from './database.ts';
import type { Migration } from './migrate.ts';

/** Which versions are of one event. Kept in step with the versions: each pair is compared once, when its second comes. */
export const EVENT_SCHEMA: readonly Migration[] = [
  {
    name: 'events-001',
    sql: `
    create table profile (n integer primary key references version(n), json text not null);
    create table profile_key (
      key text not null,
      n integer not null references version(n),
      primary key (key, n)
    ) without rowid;
    create index profile_key_version on profile_key (n);
    create table kinship ( -- a < b by id; only pairs that are, or may be, of one event
      a text not null,
      b text not null,
      same text not null check (same in ('yes', 'maybe')),
      why text not null,
      primary key (a, b)
    ) without rowid;
    create index kinship_b on kinship (b);
    `,
  },
];

/** Take a version out of the comparison; answers with the ids whose event may change. */
export function removeProfile(db: SqliteDatabase, n: number, id: string): string[] {
  const kin = kinOf(db, id);
  db.run('delete from kinship where a = ?', id);
  db.run('delete from kinship where b = ?', id);
  db.run('delete from profile_key where n = ?', n);
  db.run('delete from profile where n = ?', n);
  return kin;
}

/** Compare a new version with every version that could be of its event, whatever the order they came in (law K4). */
export function addProfile(db: SqliteDatabase, n: number, profile: VersionProfile): void {
  const keys = JSON.stringify(candidateKeys(profile));
  // Words prove something only from MIN_SHARED shingles on; a day with a speaker, or a declared event, by itself.
  const candidates = db.all<{ json: string }>(
    `select json from profile where n in (
       select n from profile_key where key in (select value from json_each(?1))
       group by n having sum(case when key like 'w%' then 1 else ?2 end) >= ?2)`,
    keys,
    MIN_SHARED,
  );
  for (const { json } of candidates) {
    const other = JSON.parse(json) as VersionProfile;
    const match = matchDocument(profile, other);
    if (match.same === 'no') continue;
    const [a, b] = profile.id < other.id ? [profile.id, other.id] : [other.id, profile.id];
    db.run('insert into kinship (a, b, same, why) values (?, ?, ?, ?)', a, b, match.same, match.why);
  }
  db.run('insert into profile (n, json) values (?, ?)', n, JSON.stringify(profile));
  db.run('insert into profile_key (key, n) select distinct value, ? from json_each(?)', n, keys);
}

/** Give every version that hangs together with `ids` its event anew: `doc:` and the hash of the smallest version. */
export function regroup(db: SqliteDatabase, ids: Iterable<string>, judgements: readonly Judgement[]): void {
  const judged = judgedPairs(judgements);
  const matches: VersionPair[] = [];
  const reached = new Set<string>();
  const queue = [...ids];
  // All links count while gathering, judged parts too: parting may change groups at a distance.
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    for (const pair of db.all<VersionPair & { same: string }>(
      'select a, b, same from kinship where a = ?1 or b = ?1',
      id,
    )) {
      if (pair.same !== 'yes') continue;
      if (pair.a === id) matches.push({ a: pair.a, b: pair.b });
      queue.push(pair.a, pair.b);
    }
    for (const { a, b } of judged) if (a === id || b === id) queue.push(a, b);
  }
  const only = (decision: string) => judged.filter((j) => j.decision === decision);
  const known = [...reached].filter((id) => db.get('select 1 from version where id = ?', id));
  for (const [id, smallest] of groupVersions(known, matches, only('merge'), only('part')))
    db.run(
      `update head set event = ?1 where n = (select n from version where id = ?2) and event <> ?1`,
      smallest.replace(/^ver:/, 'doc:'),
      id,
    );
  choosePreferred(db, known);
}

/** Say of every text of these versions' events which one stands for its event where one text counts (law T3). */
function choosePreferred(db: SqliteDatabase, ids: readonly string[]): void {
  const rows = db.all<Omit<EventText, 'translation' | 'completeness'> & { json: string }>(
    `select version.n, version.id, head.event, head.republisher, head.json from head join version using (n) where head.event in
       (select event from head join version using (n) where id in (select value from json_each(?)))`,
    JSON.stringify(ids),
  );
  const events = new Map<string, EventText[]>();
  for (const { json, ...row } of rows) {
    const { translation, completeness } = JSON.parse(json) as DocumentHead;
    events.set(row.event, [...(events.get(row.event) ?? []), { ...row, translation, completeness }]);
  }
  for (const texts of events.values()) {
    const { n } = preferVersion(texts);
    for (const text of texts)
      db.run('update head set stands = ?1 where n = ?2 and stands <> ?1', text.n === n ? 1 : 0, text.n);
  }
}

type EventText = Pick<DocumentHead, 'id' | 'event' | 'translation' | 'completeness' | 'republisher'> & {
  readonly n: number;
};

/** For a person to decide: texts that may be of the same event and are not joined or parted yet. */
export function possibleKin(db: SqliteDatabase, id: string, judgements: () => readonly Judgement[]): Finding[] {
  const rows = db.all<{ other: string; why: string }>(
    `select case when a = ?1 then b else a end as other, why from kinship where (a = ?1 or b = ?1) and same = 'maybe'
     and (select event from head join version using (n) where id = a) <> (select event from head join version using (n) where id = b)
     order by other`,
    id,
  );
  if (rows.length === 0) return [];
  const parted = new Set(judgedPairs(judgements()).flatMap((p) => (p.decision === 'part' ? [`${p.a} ${p.b}`] : [])));
  return rows
    .filter(({ other }) => !parted.has(id < other ? `${id} ${other}` : `${other} ${id}`))
    .map(({ other, why }) => ({
      stage: 'versions',
      rule: 'possible-same-event',
      severity: 'info',
      why: `${other} may be another text of the same event: ${why}`,
    }));
}

const kinOf = (db: SqliteDatabase, id: string): string[] =>
  db
    .all<{ other: string }>(
      `select case when a = ?1 then b else a end as other from kinship where a = ?1 or b = ?1`,
      id,
    )
    .map((r) => r.other);
