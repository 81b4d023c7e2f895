import type { SqliteDatabase } from './database.ts';

/** `data_version` moves with the commits of other connections, `total_changes` with the rows this one has written. */
export function readRevision(db: SqliteDatabase): string {
  const { theirs } = db.get<{ theirs: number }>('select data_version as theirs from pragma_data_version')!;
  const { ours } = db.get<{ ours: number }>('select total_changes() as ours')!;
  return `${theirs}.${ours}`;
}
