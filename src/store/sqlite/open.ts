import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { OnrecordError } from '../../core/model/index.ts';
import type { Store, StoreOptions } from '../port.ts';
import { SqliteDatabase } from './database.ts';
import { EVENT_SCHEMA } from './group-events.ts';
import { migrate } from './migrate.ts';
import { PROJECTIONS } from './projections.ts';
import { APPLICATION_ID, SCHEMA } from './schema.ts';
import { SqliteStore } from './sqlite-store.ts';
import { unusable } from './store-error.ts';

/**
 * Open the record in a file, making it when `create`; with `orEmpty` a missing one is an empty record in memory. Every way it can be unusable is code `store` (exit status 3).
 */
export function openSqlite(address: string, options: StoreOptions): Store {
  const path = options.orEmpty && !existsSync(address) ? ':memory:' : address;
  if (path !== ':memory:') checkPath(path, options.create);
  let db: SqliteDatabase;
  try {
    db = new SqliteDatabase(path);
  } catch (cause) {
    throw unusable(path, cause);
  }
  try {
    checkOurs(db, path);
    db.exec('pragma journal_mode = wal; pragma synchronous = normal; pragma temp_store = memory;');
    // 32 MB of pages: with the default of 2 the upper pages of the large tables are read again and again
    db.exec('pragma cache_size = -32768');
    // 16 MB of log: what many documents change in common is written to the file once
    db.exec('pragma wal_autocheckpoint = 4000');
    migrate(db, [...SCHEMA, ...EVENT_SCHEMA, ...PROJECTIONS.flatMap((p) => p.migrations)], path);
  } catch (cause) {
    db.close();
    throw cause instanceof OnrecordError ? cause : unusable(path, cause);
  }
  return new SqliteStore(path, db, PROJECTIONS);
}

function checkPath(path: string, create: boolean): void {
  if (existsSync(path)) {
    if (statSync(path).isDirectory())
      throw new OnrecordError('store', `${path}: a folder, not a store`, 'Name a file with --db or ONRECORD_DB.');
    return;
  }
  if (!create)
    throw new OnrecordError(
      'store',
      `${path}: no record there yet`,
      'Run "onrecord add PATH..." first, or name the store with --db.',
    );
  const folder = dirname(path);
  if (!existsSync(folder))
    throw new OnrecordError(
      'store',
      `${path}: there is no folder ${folder}`,
      'Make the folder first, or name another place with --db.',
    );
}

/** A new file is marked as ours; a SQLite file of another program is refused before anything is written to it. */
function checkOurs(db: SqliteDatabase, path: string): void {
  const id = db.get<{ application_id: number }>('pragma application_id')!.application_id;
  if (id === APPLICATION_ID) return;
  const tables = db.get<{ n: number }>('select count(*) as n from sqlite_schema')!.n;
  if (id !== 0 || tables > 0)
    throw new OnrecordError(
      'store',
      `${path}: a database of another program, not an Onrecord store`,
      'Name another file with --db.',
    );
  db.exec(`pragma application_id = ${APPLICATION_ID}`);
}
