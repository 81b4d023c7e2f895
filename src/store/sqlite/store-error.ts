import { OnrecordError } from '../../core/model/index.ts';

/** SQLite's primary result codes that make a store unusable: busy, read-only, I/O, damaged, full, cannot open, no database. */
const UNUSABLE = new Set([5, 8, 10, 11, 13, 14, 26]);

/** Is this SQLite saying that the store, not the statement, is at fault? */
export const isUnusable = (cause: unknown): boolean =>
  UNUSABLE.has(((cause as { errcode?: number }).errcode ?? 0) & 0xff);

/** What went wrong with the file of a store, as a line a person can act on. */
export function unusable(path: string, cause: unknown): OnrecordError {
  const message = cause instanceof Error ? cause.message : String(cause);
  const errcode = (cause as { errcode?: number }).errcode ?? 0;
  const fsCode = (cause as NodeJS.ErrnoException).code;
  if ((errcode & 0xff) === 26)
    return new OnrecordError(
      'store',
      `${path}: not a database`,
      'Name another file with --db; this one was left as it is.',
      cause,
    );
  if ((errcode & 0xff) === 11)
    return new OnrecordError(
      'store',
      `${path}: the database is damaged (${message})`,
      'Restore it from a backup.',
      cause,
    );
  if ((errcode & 0xff) === 5)
    return new OnrecordError(
      'store',
      `${path}: another process holds it (${message})`,
      'Wait for it to finish and try again.',
      cause,
    );
  if (
    (errcode & 0xff) === 14 ||
    (errcode & 0xff) === 8 ||
    fsCode === 'EACCES' ||
    fsCode === 'EROFS' ||
    fsCode === 'EPERM'
  )
    return new OnrecordError(
      'store',
      `${path}: cannot be opened for writing (${message})`,
      'Check the permissions of the file and its folder, or use --db.',
      cause,
    );
  if ((errcode & 0xff) === 13)
    return new OnrecordError(
      'store',
      `${path}: the disk is full`,
      'Make room and add again; nothing half-written was kept.',
      cause,
    );
  return new OnrecordError('store', `${path}: ${message}`, 'Check the file, or name another with --db.', cause);
}
