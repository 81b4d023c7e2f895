import { type Clue, type DecodedSource, OnrecordError, type Sidecar } from '../../core/model/index.ts';
import { LIMITS } from './limits.ts';

/**
 * One document found in the bytes: the file itself, or a member of a container (`archive.zip!/inner.html`, nested with
 * more `!/`). `bytes` are the member's own bytes: they are kept as its capture and decoded again by a rebuild, so
 * `decode(bytes, last part of path, source.mediaType)` must give the same single source.
 */
export type DecodedMember =
  | { readonly path: string; readonly bytes: Uint8Array; readonly source: DecodedSource; readonly sidecar?: Sidecar }
  | { readonly path: string; readonly error: OnrecordError };

/** Decode a member by its own bytes and name, one level deeper. */
export type DecodeInner = (
  bytes: Uint8Array,
  name: string,
  mediaType: string | undefined,
  depth: number,
) => Promise<DecodedMember[]>;

/** A member as the container hands it over. */
export interface RawMember {
  readonly container: string;
  /** path or address inside the container */
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly mediaType?: string;
  readonly sidecar?: Sidecar;
  /** what the container says of it: title and date of a feed's item */
  readonly clues?: readonly Clue[];
}

/** Decode a member of a container; what cannot be read is an error that names it. */
export async function readMember(raw: RawMember, depth: number, inner: DecodeInner): Promise<DecodedMember[]> {
  const path = `${raw.container}!/${raw.path}`;
  const name = fileNameOf(raw.path);
  try {
    const read = await inner(raw.bytes, name, raw.mediaType, depth + 1);
    return read.map((member) => {
      const below = member.path.indexOf('!/');
      const at = below < 0 ? path : path + member.path.slice(below);
      if ('error' in member) return { path: at, error: member.error };
      const own = below < 0;
      const sidecar = own ? (raw.sidecar ?? member.sidecar) : member.sidecar;
      const clues = own && raw.clues ? [...raw.clues, ...(member.source.clues ?? [])] : member.source.clues;
      return {
        ...member,
        path: at,
        source: { ...member.source, ...(clues ? { clues } : {}) },
        ...(sidecar ? { sidecar } : {}),
      };
    });
  } catch (cause) {
    const error =
      cause instanceof OnrecordError
        ? new OnrecordError(cause.code, `${path}: ${cause.message.replace(`${name}: `, '')}`, cause.hint, cause)
        : new OnrecordError('unreadable', `${path}: ${String((cause as Error)?.message ?? cause)}`, null, cause);
    return [{ path, error }];
  }
}

/** The last part of a path or address, without query: what the member is called by. */
export function fileNameOf(path: string): string {
  const plain = path.replace(/[?#].*$/, '').replace(/\/+$/, '');
  const last = plain.slice(plain.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(last) || 'index';
  } catch {
    return last || 'index';
  }
}

/** Archives inside archives end somewhere. */
export function checkDepth(name: string, depth: number): void {
  if (depth > LIMITS.depth)
    throw new OnrecordError(
      'refused',
      `${name}: an archive inside an archive inside an archive`,
      'Unpack the outer ones and add the innermost.',
    );
}
