import { stemsOf } from '../stem-words.ts';
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
      create virtual table turn_fts using fts5(
        body, stems, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 2"
      );
      `,
    },
  ],
  add(db, { n, record }) {
    record.turns.forEach((turn, ordinal) => {
      const body = record.text.slice(turn.bodyStart, turn.end);
      const { lastInsertRowid } = db.run(
        'insert into turn (n, ordinal, kind, voice, speaker, person) values (?, ?, ?, ?, ?, ?)',
        n,
        ordinal,
        turn.kind,
        turn.voice,
        turn.speaker,
        turn.person,
      );
      db.run(
        'insert into turn_fts (rowid, body, stems) values (?, ?, ?)',
        lastInsertRowid,
        body,
        stemsOf(body, record.document.language),
      );
    });
  },
  remove(db, n) {
    db.run('delete from turn_fts where rowid in (select rowid from turn where n = ?)', n);
    db.run('delete from turn where n = ?', n);
  },
};
