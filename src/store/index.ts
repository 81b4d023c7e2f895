import { OnrecordError } from '../core/model/index.ts';
import type { Store, StoreOptions } from './port.ts';

export type * from './port.ts';

/**
 * Open the record at an address: a file path, `sqlite:PATH`, or `postgres://…`.
 * `create` makes it when there is none; without it a missing record is an error, so that reading leaves no empty file,
 * and with `orEmpty` it is an empty record that is kept nowhere.
 */
export async function openStore(address: string, options: StoreOptions): Promise<Store> {
  if (/^postgres(?:ql)?:/i.test(address))
    throw new OnrecordError(
      'not-built-yet',
      'A record in PostgreSQL is not built yet.',
      'Use a file: --db onrecord.db, or leave --db and ONRECORD_DB out.',
    );
  const { openSqlite } = await import('./sqlite/open.ts');
  return openSqlite(address.replace(/^sqlite:(?:\/\/)?/i, ''), options);
}
