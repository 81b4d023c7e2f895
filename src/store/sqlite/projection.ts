import type { RecordDigest } from '../../core/ledger/digest/digest-record.ts';
import type { VersionRecord } from '../../core/model/index.ts';
import type { SqliteDatabase } from './database.ts';
import type { Migration } from './migrate.ts';

/** A version as a projection sees it: `n` is its small integer key (`version.n`), stable while the version is stored. */
export interface ProjectedVersion {
  readonly n: number;
  readonly record: VersionRecord;
  readonly digest: RecordDigest;
}

/**
 * A table or index derived from records and kept in step with them inside the same transaction: the full-text index, the
 * quotation index, claims. Listed in `projections.ts` in the order in which they run (removals run in reverse).
 *
 *     put(capture, derivation):  begin; …; remove(n) if it was there; add({n, record, digest}); …; commit
 *
 * `add` must not read other versions to decide what it writes, so that the order of adding leaves no trace (law K4).
 */
export interface Projection {
  readonly name: string;
  /** Its tables; names are unique across the store and are never renamed. Tables should reference version(n). */
  readonly migrations: readonly Migration[];
  add(db: SqliteDatabase, version: ProjectedVersion): void;
  remove(db: SqliteDatabase, n: number): void;
  /** What does not agree with the records; called by doctor. */
  inspect?(db: SqliteDatabase): Iterable<{ kind: string; id: string; what: string; mend: string }>;
}
