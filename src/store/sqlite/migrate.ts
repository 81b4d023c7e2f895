import { OnrecordError } from '../../core/model/index.ts';
import type { SqliteDatabase } from './database.ts';

/** One step of the schema, applied once, in a transaction with its own record. Steps are never edited once released. */
export interface Migration {
  /** area and number, e.g. `core-001`; sorts within its area */
  readonly name: string;
  readonly sql: string;
}

/** Apply what is missing. A store that has steps we do not know was written by a newer Onrecord and is left alone. */
export function migrate(db: SqliteDatabase, migrations: readonly Migration[], address: string): void {
  if (pending(db, migrations, address).length === 0) return;
  db.transaction(() => {
    db.exec(
      'create table if not exists migration (name text primary key, at text not null default current_timestamp) without rowid',
    );
    // Read again inside the write lock: another process may have migrated meanwhile.
    for (const step of pending(db, migrations, address)) {
      db.exec(step.sql);
      db.run('insert into migration (name) values (?)', step.name);
    }
  });
}

function pending(db: SqliteDatabase, migrations: readonly Migration[], address: string): Migration[] {
  const there = db.get<{ n: number }>(
    "select count(*) as n from sqlite_schema where type = 'table' and name = 'migration'",
  );
  const applied = new Set(there?.n ? db.all<{ name: string }>('select name from migration').map((r) => r.name) : []);
  const known = new Set(migrations.map((m) => m.name));
  const foreign = [...applied].filter((name) => !known.has(name));
  if (foreign.length > 0)
    throw new OnrecordError(
      'store',
      `${address}: written by a newer version of Onrecord (it has ${foreign.join(', ')})`,
      'Update Onrecord, or use another store with --db.',
    );
  return migrations.filter((m) => !applied.has(m.name));
}
