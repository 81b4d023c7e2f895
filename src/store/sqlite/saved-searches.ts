import type { SavedSearch } from '../../core/model/index.ts';
import type { Arrival } from '../port.ts';
import type { SqliteDatabase } from './database.ts';

export function readArrivals(db: SqliteDatabase, since: string): Arrival[] {
  return db
    .rows<[id: string, added: string]>(
      `select v.id, min(r.added) as added from receipt r join version v on v.n = r.n
       group by v.n having min(r.added) >= ? order by added desc, v.id`,
      since,
    )
    .map(([id, added]) => ({ id, added }));
}

export function readSavedSearches(db: SqliteDatabase): SavedSearch[] {
  return db.all<SavedSearch>('select * from saved_search order by name').map((row) => ({ ...row }));
}

export function writeSavedSearch(db: SqliteDatabase, s: SavedSearch): void {
  db.run(
    'insert or replace into saved_search (name, query, speaker, topic, outlet, lang, saved) values (?, ?, ?, ?, ?, ?, ?)',
    s.name,
    s.query,
    s.speaker,
    s.topic,
    s.outlet,
    s.lang,
    s.saved,
  );
}

export const removeSavedSearch = (db: SqliteDatabase, name: string): boolean =>
  db.run('delete from saved_search where name = ?', name).changes > 0;
