import { createHash } from 'node:crypto';

/** JSON with sorted keys at every depth and no white space: the same object gives the same string on every machine. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value && typeof value === 'object')
    return `{${Object.entries(value)
      .filter(([, v]) => v !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([k, v]) => `${JSON.stringify(k)}:${canonicalJson(v)}`)
      .join(',')}}`;
  return JSON.stringify(value);
}

/** Lower-case hex SHA-256 of bytes. */
export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/**
 * What makes a version this version: its bytes and its sidecar (without `retrieved`, which says when, not what).
 * The id is `ver:` and the first 12 hex digits; `identity` is the whole hash, so that a clash of ids would be seen.
 */
export function versionIdOf(bytes: Uint8Array, sidecar: object | null | undefined): { id: string; identity: string } {
  const hash = createHash('sha256').update(bytes);
  if (sidecar) {
    const { retrieved: _, ...rest } = sidecar as { retrieved?: unknown };
    if (Object.keys(rest).length > 0) hash.update(canonicalJson(rest));
  }
  const identity = hash.digest('hex');
  return { id: `ver:${identity.slice(0, 12)}`, identity };
}
