import { OnrecordError } from '../../core/model/index.ts';
import { preferVersion } from '../../core/versions/prefer-version.ts';
import type { Store } from '../../store/port.ts';

/**
 * The version an id means: `ver:…` itself, `doc:…` its preferred version, or the beginning of either where only one fits.
 * What follows a slash (a turn or sentence) is passed over here. Throws `not-found`.
 */
export async function resolveId(store: Store, id: string): Promise<string> {
  const base = id.trim().replace(/[/@].*$/, '');
  const found = await store.findIds(base);
  if (found.length === 1) return found[0]!;
  if (found.length === 0)
    throw new OnrecordError(
      'not-found',
      `${id}: no such document in ${store.address}`,
      '"onrecord list" shows the ids of this record.',
    );
  const heads = (await Promise.all(found.map((v) => store.head(v)))).filter((h) => h !== null);
  if (new Set(heads.map((h) => h.event)).size === 1 && !base.startsWith('ver:')) return preferVersion(heads).id;
  throw new OnrecordError(
    'not-found',
    `${id}: ${found.length} documents begin so (${found.slice(0, 4).join(', ')}${found.length > 4 ? ' …' : ''})`,
    'Give more digits.',
  );
}
