import type { Store } from '../../store/port.ts';

/** The version that one of the addresses of this one gave just before it. */
export async function versionBefore(store: Store, id: string): Promise<string | null> {
  for (const { address } of (await store.capture(id))?.receipts ?? []) {
    const versions = await store.versionsAt(address);
    const at = versions.indexOf(id);
    if (at > 0) return versions[at - 1]!;
  }
  return null;
}
