import { OnrecordError } from '../core/model/index.ts';
import type { AnnotateJob } from './annotate-file.ts';
import { nameOfUrl } from './find-inputs.ts';
import type { PoliteFetcher, Validators } from './http/fetch-politely.ts';
import { sha256Of, versionIdOf } from './version-id.ts';

/** A page as it was fetched, less its bytes: what a later visit needs to know. */
export interface FetchedPage {
  /** the server's time, else ours; ISO 8601 */
  readonly retrieved: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly sha256: string;
}
export interface FetchedInput {
  readonly job: AnnotateJob;
  /** the version id of the bytes, if they are a document of their own */
  readonly id: string;
  readonly page: FetchedPage;
}

/** Fetch an address for the first time. A page that is gone is an error. */
export async function fetchInput(fetcher: PoliteFetcher, address: string, now: string): Promise<FetchedInput> {
  const visit = await visitAddress(fetcher, address, {}, now);
  if (visit === 'gone' || visit === 'unchanged')
    throw new OnrecordError('not-found', `${address}: the server has no such page`, 'Look for it in a web archive.');
  return visit;
}

/**
 * Fetch an address as a file to annotate. The address that was asked for goes into the sidecar, as that of a page in a web
 * archive does: the same bytes from the same place are the same version however they came, wherever it redirects.
 */
export async function visitAddress(
  fetcher: PoliteFetcher,
  address: string,
  known: Validators,
  now: string,
): Promise<FetchedInput | 'gone' | 'unchanged'> {
  const fetched = await fetcher.fetch(address, known);
  if (fetched.outcome !== 'fetched') return fetched.outcome;
  const { bytes, url, mediaType, etag, lastModified } = fetched;
  if (bytes.length === 0) throw new OnrecordError('unreadable', `${address}: an empty answer`, 'Try again later.');
  const retrieved = fetched.date ?? now;
  const sidecar = { url: address, retrieved };
  return {
    job: { path: address, name: nameOfUrl(url), bytes, ...(mediaType ? { mediaType } : {}), sidecar },
    id: versionIdOf(bytes, sidecar).id,
    page: { retrieved, etag, lastModified, sha256: sha256Of(bytes) },
  };
}
