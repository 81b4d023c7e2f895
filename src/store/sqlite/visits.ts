import type { Visit } from '../port.ts';
import type { SqliteDatabase } from './database.ts';

interface VisitRow extends Omit<Visit, 'lastModified'> {
  readonly last_modified: string | null;
}

/** Addresses we asked, and addresses that captures came from without being asked (saved pages, web archives). */
export function readVisits(db: SqliteDatabase): Visit[] {
  const rows = db.all<VisitRow>(`
    select address, kind, at, outcome, etag, last_modified, sha256 from visit
    union all
    select distinct r.address, 'page', null, null, null, null, null
    from receipt r join version v on v.n = r.n
    where r.address glob 'http*://*' and r.address not in (select address from visit)
      and (v.context is null or v.context not like '%"feed-item"%')
    order by address`);
  return rows.map(({ last_modified, ...row }) => ({ ...row, lastModified: last_modified }));
}

export function writeVisit(db: SqliteDatabase, v: Visit): void {
  db.run(
    `insert into visit (address, kind, at, outcome, etag, last_modified, sha256) values (?, ?, ?, ?, ?, ?, ?)
     on conflict (address) do update set kind = excluded.kind, at = excluded.at, outcome = excluded.outcome,
       etag = excluded.etag, last_modified = excluded.last_modified, sha256 = excluded.sha256`,
    v.address,
    v.kind,
    v.at,
    v.outcome,
    v.etag,
    v.lastModified,
    v.sha256,
  );
}

export function versionsAt(db: SqliteDatabase, address: string): string[] {
  return db
    .all<{ id: string }>(
      'select v.id, min(r.id) as first from receipt r join version v on v.n = r.n where r.address = ? group by v.id order by first',
      address,
    )
    .map((row) => row.id);
}
