import { digestRecord } from '../../src/core/ledger/digest/digest-record.ts';
import type { Rules, VersionRecord } from '../../src/core/model/index.ts';
import { profileDocument } from '../../src/core/versions/profile-document.ts';
import { sha256Of, versionIdOf } from '../../src/intake/version-id.ts';
import type { Store } from '../../src/store/port.ts';

/**
 * Fill a record up to `count` documents with copies of those it holds, on other days and under other ids, put into the store
 * as add puts them. Words stay, so the copies cost no annotation; their sketches differ, so that they are no mirrors.
 */
export async function multiplyRecord(store: Store, rules: Rules, count: number): Promise<void> {
  const ids = await store.versionIds();
  const bases: { record: VersionRecord; digest: ReturnType<typeof digestRecord>; bytes: Uint8Array }[] = [];
  for (const id of ids) {
    const record = { ...(await store.record(id))!, findings: [] };
    bases.push({ record, digest: digestRecord(record, rules), bytes: (await store.captureBytes(id))! });
  }
  for (let n = ids.length; n < count; n++) {
    const copy = Math.floor(n / ids.length);
    const { record: base, digest, bytes: text } = bases[n % ids.length]!;
    const bytes = new Uint8Array(Buffer.concat([text, Buffer.from(`\n<!-- ${copy} -->`)]));
    const { id, identity } = versionIdOf(bytes, null);
    const day = base.document.date && laterBy(base.document.date, copy * 41);
    const own = (value: string) =>
      value === base.document.date
        ? day
        : value.startsWith(base.document.id)
          ? id + value.slice(base.document.id.length)
          : value === base.document.id.replace('ver:', 'doc:')
            ? id.replace('ver:', 'doc:')
            : value;
    const record = mapStrings(base, own);
    const profile = profileDocument(record);
    await store.put(
      {
        id,
        identity,
        sha256: sha256Of(bytes),
        bytes,
        mediaType: 'text/markdown',
        sidecar: null,
        context: null,
        name: `copy-${n}.md`,
        receipt: {
          address: `/copies/${n}.md`,
          name: `copy-${n}.md`,
          retrieved: null,
          added: day ?? '',
          container: null,
        },
      },
      {
        record,
        reader: 'copy/1',
        rules: 'copy',
        profile: {
          ...profile,
          sketch: profile.sketch.map((hash) => (hash ^ (copy * 0x9e3779)) >>> 0).sort((a, b) => a - b),
        },
        digest: mapStrings(digest, own),
      },
    );
    if (n % 500 === 0) process.stderr.write(`${n} of ${count}\n`);
  }
}

/** A day so many days later, within the ten years of the bench. */
function laterBy(day: string, days: number): string {
  const start = Date.UTC(2015, 0, 1);
  const at = (Date.parse(day) - start) / 86_400_000 + days;
  return new Date(start + (at % 3650) * 86_400_000).toISOString().slice(0, 10);
}

/** The same plain data with other strings; sets and maps too. */
function mapStrings<T>(value: T, map: (s: string) => string | null): T {
  const walk = (v: unknown): unknown => {
    if (typeof v === 'string') return map(v);
    if (typeof v !== 'object' || v === null) return v;
    if (Array.isArray(v)) return v.map(walk);
    if (v instanceof Set) return new Set([...v].map(walk));
    if (v instanceof Map) return new Map([...v].map(([k, x]) => [walk(k), walk(x)]));
    return Object.fromEntries(Object.entries(v).map(([k, x]) => [k, walk(x)]));
  };
  return walk(value) as T;
}
