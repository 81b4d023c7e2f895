import { TALK, type VersionRecord } from '../../../core/model/index.ts';
import type { Projection } from '../projection.ts';

const TABLES = ['participant', 'heard', 'named', 'said', 'reference', 'review_item'];

/** What overviews count: who takes part, speaks and is named in which version, on which topics, and what deserves an eye. */
export const OVERVIEW_PROJECTION: Projection = {
  name: 'overview',
  migrations: [
    {
      name: 'overview-001',
      sql: `
      create table participant (
        n integer not null references version(n),
        name text,
        person text,
        role text not null,
        labels text not null -- JSON
      );
      create index participant_version on participant (n);
      create table heard ( -- officials and guests who talk; key: the person, else the name as printed
        key text not null,
        n integer not null references version(n),
        speaker text not null,
        person text,
        primary key (key, n)
      ) without rowid;
      create index heard_version on heard (n);
      create table named ( -- people of data/ in the text
        person text not null,
        n integer not null references version(n),
        times integer not null,
        primary key (person, n)
      ) without rowid;
      create index named_version on named (n);
      create table said ( -- statements of a person on a topic; the empty topic counts all
        person text not null,
        topic text not null,
        n integer not null references version(n),
        statements integer not null,
        primary key (person, topic, n)
      ) without rowid;
      create index said_version on said (n);
      create table reference (
        n integer not null references version(n),
        place integer not null,
        day text,
        json text not null,
        primary key (n, place)
      ) without rowid;
      create table review_item (
        weight integer not null,
        version text not null,
        place integer not null,
        n integer not null references version(n),
        id text not null,
        once text, -- of items with this word the first is enough
        json text not null,
        primary key (weight desc, version, place)
      ) without rowid;
      create index review_item_version on review_item (n);
      create index review_item_once on review_item (once, version) where once is not null;
      `,
    },
    {
      name: 'overview-002',
      sql: `
      -- whose statement is referred to (a key of heard), and of which kind
      alter table reference add column who text;
      alter table reference add column kind text;
      `,
    },
    {
      name: 'overview-003',
      sql: `
      -- each name once, and what is open counted, without the rows
      create index participant_name on participant (name, person, labels);
      create index review_item_open on review_item (id, version, once);
      `,
    },
    {
      name: 'overview-004',
      sql: `
      -- first and last day of the day or period that is referred to
      alter table reference add column first text;
      alter table reference add column last text;
      `,
    },
    {
      name: 'overview-005',
      sql: "create index participant_official on participant (name, person) where role = 'official'",
    },
  ],
  add(db, { n, record, digest }) {
    for (const p of record.document.participants)
      db.run(
        'insert into participant (n, name, person, role, labels) values (?, ?, ?, ?, ?)',
        n,
        p.name,
        p.person,
        p.role,
        JSON.stringify(p.labels),
      );
    for (const [key, { speaker, person }] of heardIn(record))
      db.run('insert into heard (key, n, speaker, person) values (?, ?, ?, ?)', key, n, speaker, person);
    for (const [person, times] of count(record.mentions, (m) => (m.kind === 'person' && m.entity ? [m.entity] : [])))
      db.run('insert into named (person, n, times) values (?, ?, ?)', person, n, times);
    const said = count(record.claims, (c) => (c.person ? ['', ...c.topics].map((t) => `${c.person}\n${t}`) : []));
    for (const [key, statements] of said)
      db.run(
        'insert into said (person, topic, n, statements) values (?, ?, ?, ?)',
        ...(key.split('\n') as [string, string]),
        n,
        statements,
      );
    for (const [place, { day, from, to, key, kind, ...rest }] of digest.references.entries())
      db.run(
        'insert into reference (n, place, day, first, last, who, kind, json) values (?, ?, ?, ?, ?, ?, ?, ?)',
        n,
        place,
        day,
        from,
        to,
        key,
        kind,
        JSON.stringify(rest),
      );
    for (const [place, { once, ...item }] of digest.review.entries())
      db.run(
        'insert into review_item (weight, version, place, n, id, once, json) values (?, ?, ?, ?, ?, ?, ?)',
        item.weight,
        record.document.id,
        place,
        n,
        item.id,
        once ?? null,
        JSON.stringify(item),
      );
  },
  remove(db, n) {
    for (const table of TABLES) db.run(`delete from ${table} where n = ?`, n);
  },
};

function heardIn(record: VersionRecord): Map<string, { speaker: string; person: string | null }> {
  const heard = new Map<string, { speaker: string; person: string | null }>();
  for (const t of record.turns)
    if (TALK.has(t.kind) && t.speaker !== null && (t.voice === 'official' || t.voice === 'guest')) {
      const person = t.person?.startsWith('ver:') ? null : t.person;
      heard.set(person ?? t.speaker, { speaker: t.speaker, person });
    }
  return heard;
}

function count<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) for (const key of new Set(keysOf(item))) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
