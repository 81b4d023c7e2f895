import { stemsOf } from '../../core/text/stem-words.ts';
import type { Projection } from './projection.ts';

/**
 * Full-text search over the bodies of turns and zones. The index is contentless: the words are in the reading already.
 * Column `stems` holds the stem of each word, so that "negotiations" finds "negotiation" where asked for.
 */
export const SEARCH_PROJECTION: Projection = {
  name: 'search',
  migrations: [
    {
      name: 'search-001',
      sql: `
      create table turn (
        rowid integer primary key,
        n integer not null references version(n),
        ordinal integer not null,
        kind text not null,
        voice text not null,
        speaker text,
        person text
      );
      create index turn_version on turn (n, ordinal);
      create index turn_person on turn (person) where person is not null;
      create table turn_topic (
        turn integer not null references turn(rowid),
        topic text not null,
        primary key (turn, topic)
      ) without rowid;
      create virtual table turn_fts using fts5(
        body, stems, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 2"
      );
      `,
    },
    {
      // where a turn's body stands in the text, so that a hit is shown without its document's layers; null until rebuilt
      name: 'search-002',
      sql: `
      alter table turn add column id text;
      alter table turn add column body_start integer;
      alter table turn add column body_end integer;
      `,
    },
    {
      // turns on a topic, without looking at every turn
      name: 'search-003',
      sql: 'create index turn_topic_topic on turn_topic (topic, turn)',
    },
  ],
  add(db, { n, record }) {
    const topics = new Map<string, Set<string>>();
    for (const claim of record.claims)
      for (const topic of claim.topic ? [claim.topic, ...claim.topics] : claim.topics)
        topics.set(claim.turn, (topics.get(claim.turn) ?? new Set()).add(topic));
    record.turns.forEach((turn, ordinal) => {
      const body = record.text.slice(turn.bodyStart, turn.end);
      const { lastInsertRowid } = db.run(
        `insert into turn (n, ordinal, kind, voice, speaker, person, id, body_start, body_end)
         values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        n,
        ordinal,
        turn.kind,
        turn.voice,
        turn.speaker,
        turn.person,
        turn.id,
        turn.bodyStart,
        turn.end,
      );
      db.run(
        'insert into turn_fts (rowid, body, stems) values (?, ?, ?)',
        lastInsertRowid,
        body,
        stemsOf(body, record.document.language),
      );
      for (const topic of topics.get(turn.id) ?? [])
        db.run('insert into turn_topic (turn, topic) values (?, ?)', lastInsertRowid, topic);
    });
  },
  remove(db, n) {
    db.run('delete from turn_fts where rowid in (select rowid from turn where n = ?)', n);
    db.run('delete from turn_topic where turn in (select rowid from turn where n = ?)', n);
    db.run('delete from turn where n = ?', n);
  },
  *inspect(db) {
    const mend = 'Run "onrecord rebuild".';
    try {
      db.run("insert into turn_fts (turn_fts) values ('integrity-check')");
    } catch (error) {
      yield { kind: 'full-text', id: 'turn_fts', what: (error as Error).message, mend };
    }
    const missing = `select version.id, turn.ordinal from turn join version using (n)
      where turn.rowid not in (select rowid from turn_fts) order by 1, 2 limit 100`;
    for (const row of db.all<{ id: string; ordinal: number }>(missing))
      yield { kind: 'full-text', id: row.id, what: `turn ${row.ordinal + 1} is not in the index`, mend };
    const extra = db.get<{ n: number }>(
      'select count(*) as n from turn_fts where rowid not in (select rowid from turn)',
    )!.n;
    if (extra > 0)
      yield { kind: 'full-text', id: 'turn_fts', what: `${extra} turns in the index that no document has`, mend };
    const undone =
      'select id from version where n in (select n from head) and n not in (select n from turn) order by id';
    for (const row of db.all<{ id: string }>(undone))
      yield { kind: 'full-text', id: row.id, what: 'none of its turns is in the index', mend };
  },
};
