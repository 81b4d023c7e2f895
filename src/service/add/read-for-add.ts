import { z } from 'zod';
import { OnrecordError } from '../../core/model/index.ts';
import type { AnnotateJob } from '../../intake/annotate-file.ts';
import { type FetchedPage, fetchInput } from '../../intake/fetch-input.ts';
import type { Input } from '../../intake/find-inputs.ts';
import type { PoliteFetcher } from '../../intake/http/fetch-politely.ts';
import { readInput } from '../../intake/read-input.ts';
import { versionIdOf } from '../../intake/version-id.ts';
import type { PoolResult } from '../../intake/workers/annotate-pool.ts';
import { MENDING, type Mending, mendSidecar } from './mending.ts';

/** What "add" keeps and "preview" looks at: the fields of their input. */
export const OFFERED = {
  paths: z
    .array(z.string())
    .min(1)
    .meta({ description: 'files, folders, addresses, or - for standard input', cli: { positional: true } }),
  name: z.string().optional().meta({ description: 'name for standard input, e.g. page.html' }),
  ...MENDING,
  allowPrivate: z
    .boolean()
    .optional()
    .meta({ description: 'fetch from this machine and its network, too; only on the command line' }),
};

export interface ReadForAdd {
  readonly job: AnnotateJob;
  /** the version id of the bytes under this sidecar, if they are a document of their own */
  readonly id: string;
  readonly page?: FetchedPage | undefined;
}

/** The bytes of an input, fetched or read, with its sidecar as the person mended it. */
export async function readForAdd(
  input: Input,
  fetcher: PoliteFetcher,
  mending: Mending | null,
  now: string,
): Promise<ReadForAdd> {
  const read: ReadForAdd = input.url ? await fetchInput(fetcher, input.url, now) : await readInput(input);
  if (!mending) return read;
  const sidecar = mendSidecar(read.job.sidecar, mending);
  return { ...read, job: { ...read.job, sidecar }, id: versionIdOf(read.job.bytes, sidecar).id };
}

/** A title or a day is that of one text: to mend a folder or an archive with it would make many wrong. */
export function refuseMendingMany(path: string): never {
  throw new OnrecordError(
    'usage',
    `${path}: holds several documents; a title, a date or a label is about one`,
    'Add them one by one, or write a sidecar beside each.',
  );
}

export const holdsSeveral = (result: PoolResult): boolean =>
  result.members.length > 1 || result.members.some((m) => m.path.includes('!/'));
