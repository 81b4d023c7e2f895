import { readFile } from 'node:fs/promises';
import { OnrecordError } from '../core/model/index.ts';
import type { AnnotateJob } from './annotate-file.ts';
import type { Input } from './find-inputs.ts';
import { readSidecar } from './read-sidecar.ts';
import { versionIdOf } from './version-id.ts';
import { sizeInWords } from './workers/annotate-pool.ts';

/**
 * A document is a transcript: the longest day of a parliament is under 5 MB of HTML. Beyond this it is a dump of something,
 * and one reading of it would need gigabytes. Containers and PDF (scans) may be larger.
 */
const MAX_DOCUMENT_BYTES = 40_000_000;
const MAX_CONTAINER_BYTES = 1_000_000_000;
const LARGE = /\.(?:zip|warc|gz|mbox|pdf|docx|eml)$/i;

/** The bytes of an input with its sidecar, and the version id they have if they are a document of their own. */
export async function readInput(input: Input): Promise<{ job: AnnotateJob; id: string; page?: undefined }> {
  const limit = LARGE.test(input.name) ? MAX_CONTAINER_BYTES : MAX_DOCUMENT_BYTES;
  checkSize(input.path, input.size ?? 0, limit);
  const bytes = input.blob
    ? await input.blob.read()
    : await readFile(input.path).catch((cause) => refuse(input.path, cause));
  checkSize(input.path, bytes.length, limit);
  if (bytes.length === 0)
    throw new OnrecordError(
      'unreadable',
      `${input.path}: an empty file (0 bytes)`,
      'Fetch it again; nothing was stored.',
    );
  const sidecar = input.sidecar ? (await readSidecar(input.sidecar)).raw : null;
  const { id } = versionIdOf(bytes, sidecar);
  return { job: { path: input.path, name: input.name, bytes, mediaType: input.blob?.mediaType, sidecar }, id };
}

function checkSize(path: string, size: number, limit: number): void {
  if (size > limit)
    throw new OnrecordError(
      'too-large',
      `${path}: ${sizeInWords(size)}, more than the ${sizeInWords(limit)} of one document`,
      'Split it into its documents and add them.',
    );
}

function refuse(path: string, cause: unknown): never {
  const { code, message } = cause as NodeJS.ErrnoException;
  if (code === 'EACCES' || code === 'EPERM')
    throw new OnrecordError(
      'refused',
      `${path}: no permission to read it`,
      'Allow it (chmod +r) or leave it out.',
      cause,
    );
  throw new OnrecordError('unreadable', `${path}: ${message}`, null, cause);
}
