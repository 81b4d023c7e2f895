import type { Migration } from './migrate.ts';

/** Marks a file as ours ("OnRc"), so that another program's database is not taken for a record. */
export const APPLICATION_ID = 0x4f6e5263;

/** The last day of a head's date as it stands in the index `head_last_day`; what is uncertain about it is kept but for `%`. */
export const LAST_DAY = "replace(substr(head.date, instr(head.date, '/') + 1), '%', '')";

/** The tables of the record itself. Projections bring their own. */
export const SCHEMA: readonly Migration[] = [
  {
    name: 'core-001',
    sql: `
    -- Kept for ever (law K1): bytes by their hash, the versions they are, how they came, what people decided.
    create table blob (
      sha256 text primary key,
      size integer not null,
      bytes blob not null -- deflated
    );
    create table version (
      n integer primary key,
      id text not null unique,
      identity text not null,
      sha256 text not null references blob(sha256),
      media_type text not null,
      name text not null,
      sidecar text,
      context text
    );
    create table receipt (
      id integer primary key,
      n integer not null references version(n),
      address text not null,
      name text not null,
      retrieved text,
      added text not null,
      container text
    );
    create unique index receipt_once on receipt (n, address, name, coalesce(retrieved, ''), coalesce(container, ''));
    create index receipt_address on receipt (address);
    create table judgement (
      seq integer primary key,
      id text not null unique,
      about text not null,
      other text,
      decision text not null,
      value text,
      anchor text,
      made_by text not null,
      at text not null,
      reason text not null
    );
    create trigger judgement_is_kept before delete on judgement begin select raise(abort, 'judgements are kept for ever'); end;
    create trigger judgement_is_fixed before update on judgement begin select raise(abort, 'judgements are append-only'); end;
    create table redirect (
      old text not null,
      new text,
      status text not null,
      anchor text,
      primary key (old, status, new)
    );

    -- Derived: one row a reading; the current one is the version's. Text never changes once written (law T1).
    create table reading (
      n integer not null references version(n),
      r integer not null,
      reader text not null,
      rules text not null,
      text_sha256 text not null,
      text blob not null,   -- deflated UTF-8
      layers blob not null, -- deflated JSON
      primary key (n, r)
    ) without rowid;
    create table head (
      n integer primary key references version(n),
      r integer not null,
      event text not null,
      date text,
      language text,
      outlet text,
      publisher text,
      json text not null,
      foreign key (n, r) references reading (n, r) deferrable initially deferred
    );
    create index head_event on head (event);
    create index head_date on head (date);
    `,
  },
  {
    name: 'core-002',
    sql: `
    -- What came of asking an address last; not part of the record, only of how to ask again.
    create table visit (
      address text primary key,
      kind text not null,
      at text not null,
      outcome text not null,
      etag text,
      last_modified text,
      sha256 text
    ) without rowid;
    `,
  },
  {
    name: 'core-003',
    sql: `
    -- What a language model suggested: no part of the record until a person accepts it.
    create table suggestion (
      id text primary key,
      n integer not null references version(n),
      json text not null
    ) without rowid;
    create index suggestion_version on suggestion (n);
    `,
  },
  {
    name: 'core-004',
    sql: `
    -- What lists and timelines ask of a head; filled when a version is derived.
    alter table head add column day text;                         -- of speaking, else of publication
    alter table head add column kind text;
    alter table head add column republisher text;
    alter table head add column stands integer not null default 1; -- for its event, where one text counts (law T3)
    create index head_day on head (day);
    `,
  },
  {
    name: 'core-005',
    sql: `
    -- Searches that people keep; what they find is asked anew each time.
    create table saved_search (
      name text primary key,
      query text not null,
      speaker text,
      topic text,
      outlet text,
      lang text,
      saved text not null
    ) without rowid;
    `,
  },
  {
    name: 'core-006',
    sql: `
    -- What is asked from a day on begins here instead of at every head.
    create index head_last_day on head (replace(substr(date, instr(date, '/') + 1), '%', ''));
    `,
  },
  {
    name: 'core-007',
    sql: `
    -- The few that do not stand for their event are left out by this list, so that counting reads no heads.
    create index head_not_standing on head (n) where stands = 0;
    `,
  },
  {
    name: 'core-008',
    sql: `
    -- What a source says of its rights is asked before each answer over the network; most say nothing.
    create index head_rights on head (n) where json_extract(json, '$.rights') is not null;
    `,
  },
];
