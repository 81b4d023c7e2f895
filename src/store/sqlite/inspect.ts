import { sha256Hex } from '../hash-text.ts';
import type { StoreProblem } from '../port.ts';
import type { SqliteDatabase } from './database.ts';
import { unpack } from './pack.ts';
import type { Projection } from './projection.ts';

/** Everything the store itself can verify: pages, foreign keys, hashes of bytes and texts, and its projections. */
export function* inspectSqlite(db: SqliteDatabase, projections: readonly Projection[]): Generator<StoreProblem> {
  for (const row of db.all<{ integrity_check: string }>('pragma integrity_check'))
    if (row.integrity_check !== 'ok')
      yield { kind: 'database', id: 'sqlite', what: row.integrity_check, mend: 'Restore the file from a backup.' };
  for (const row of db.all<{ table: string; rowid: number | null; parent: string }>('pragma foreign_key_check'))
    yield {
      kind: 'foreign-key',
      id: `${row.table}/${row.rowid ?? '?'}`,
      what: `a row of ${row.table} points at nothing in ${row.parent}`,
      mend: 'Run "onrecord rebuild".',
    };
  for (const row of db.iterate<{ sha256: string; bytes: Uint8Array; size: number }>(
    'select sha256, bytes, size from blob order by sha256',
  )) {
    const bytes = tryUnpack(row.bytes);
    if (!bytes || bytes.length !== row.size || sha256Hex(bytes) !== row.sha256)
      yield {
        kind: 'capture-hash',
        id: row.sha256,
        what: 'the stored bytes are not the bytes that were received',
        mend: 'Add the original file again to another store, or restore from a backup.',
      };
  }
  const readings =
    'select version.id, reading.r, reading.text, reading.text_sha256 as hash from reading join version using (n) order by 1, 2';
  for (const row of db.iterate<{ id: string; r: number; text: Uint8Array; hash: string }>(readings)) {
    const text = tryUnpack(row.text);
    if (!text || sha256Hex(text) !== row.hash)
      yield {
        kind: 'text-hash',
        id: `${row.id}@r${row.r}`,
        what: 'the stored text is not the text that was read',
        mend: 'Run "onrecord rebuild".',
      };
  }
  for (const row of db.all<{ id: string }>(
    'select id from version left join head using (n) where head.n is null order by id',
  ))
    yield { kind: 'not-derived', id: row.id, what: 'a capture without a reading', mend: 'Run "onrecord rebuild".' };
  for (const projection of projections) if (projection.inspect) yield* projection.inspect(db);
}

function tryUnpack(blob: Uint8Array): Uint8Array | null {
  try {
    return unpack(blob);
  } catch {
    return null;
  }
}
