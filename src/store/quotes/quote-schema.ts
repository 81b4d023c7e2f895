import type { Migration } from '../sqlite/migrate.ts';
import { CHUNK_WORDS } from './tail.ts';

/** The tables of the quotation index. The first form kept neither words nor counts; a store that has it is filled by a rebuild. */
export const QUOTE_SCHEMA: readonly Migration[] = [
  {
    name: 'quotes-001',
    sql: `
    create table quote_document (base integer primary key, n integer not null unique references version(n));
    create table quote_state (only integer primary key);
    `,
  },
  {
    name: 'quotes-002',
    sql: `
    drop table if exists quote_chunk; drop table if exists quote_turn; drop table if exists quote_segment;
    drop table if exists quote_block; drop table if exists quote_dead;
    drop table quote_document; drop table quote_state;
    create table quote_document (
      base integer primary key,  -- place of the first word, a multiple of ${CHUNK_WORDS}
      n integer not null unique references version(n),
      words integer not null,
      struck text                -- JSON [[start, end], ...]: words struck in print; null when none
    );
    create table quote_chunk (
      id integer primary key,    -- place / ${CHUNK_WORDS}
      start integer not null,    -- UTF-16 offset of the text in its document
      words blob not null,       -- 24 bits of each word's hash, spread
      text text not null
    );
    create table quote_speaker (id integer primary key, speaker text, person text, turns integer not null);
    create index quote_speaker_name on quote_speaker (speaker, person);
    create table quote_turn (
      n integer not null,
      start integer not null,
      place integer not null,    -- of the first word of its body
      body integer not null,
      end integer not null,
      id text not null,
      kind text not null,
      voice text not null,
      who integer,               -- quote_speaker; null when nobody is named
      primary key (n, start)
    ) without rowid;
    create index quote_turn_place on quote_turn (n, place);
    -- counts: how many entries each word has; dead: entries of removed texts
    create table quote_segment (
      id integer primary key, level integer not null, entries integer not null, low integer not null, high integer not null,
      blocks integer not null, dead integer not null, counts blob not null
    );
    create table quote_directory (id integer primary key, keys blob not null);
    create table quote_block (id integer primary key, data blob not null);
    -- removed texts whose entries still stand in a segment; keys: theirs, ascending, 8 bytes each
    create table quote_dead (base integer primary key, words integer not null, keys blob not null);
    -- merges begun and not ended: the last entry moved, from which segments, without which removed texts
    create table quote_merge (
      id integer primary key, level integer not null, sources text not null, dead text not null,
      blocks integer not null, entries integer not null, key integer not null, place integer not null
    );
    -- segments whose blocks are still to be deleted
    create table quote_garbage (id integer primary key, blocks integer not null);
    -- indexed: texts from this place on are in no segment yet; is_old: texts were stored before this form of the index
    create table quote_state (
      only integer primary key check (only = 1), next_base integer not null, next_segment integer not null,
      indexed integer not null, changes integer not null, removals integer not null, is_old integer not null
    );
    insert into quote_state select 1, 0, 1, 0, 0, 0, count(*) > 0 from version;
    `,
  },
  {
    // apart from the text: a page holds 20 stretches instead of 6, and candidates are weighed by their words alone
    name: 'quotes-003',
    sql: `
    create table quote_words (
      id integer primary key,    -- place / ${CHUNK_WORDS}
      words blob not null        -- 24 bits of each word's hash
    );
    insert into quote_words select id, words from quote_chunk order by id;
    alter table quote_chunk drop column words;
    `,
  },
];
