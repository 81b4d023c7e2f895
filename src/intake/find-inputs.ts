import { basename, resolve } from 'node:path';
import { OnrecordError } from '../core/model/index.ts';
import { findFiles } from './find-files.ts';

/** Bytes handed over under a name: standard input, an upload. */
export interface InputBlob {
  readonly name: string;
  readonly mediaType?: string;
  /** what it is known by when it comes again; default: the path that named it */
  readonly address?: string;
  read(): Promise<Uint8Array>;
  /** the text line by line, as it comes; where a caller waits for an answer to each */
  lines?(): AsyncIterable<string>;
}

/** One thing to read. `path` is what the user sees, `address` what it is known by when it comes again. */
export interface Input {
  readonly path: string;
  readonly address: string;
  readonly name: string;
  readonly size?: number;
  /** path of its sidecar */
  readonly sidecar?: string | null;
  readonly blob?: InputBlob;
  readonly url?: string;
  readonly retrieved?: string;
  /** why it is passed over */
  readonly skipped?: string;
  readonly error?: OnrecordError;
}

export interface FindInputsOptions {
  readonly blobs: ReadonlyMap<string, InputBlob>;
  /** may paths of this machine be read? Never for a server. */
  readonly localFiles: boolean;
  readonly stdinName?: string;
}

/** What the paths of a command stand for, in their order: blobs by name, addresses, files, and the files of folders. */
export async function* findInputs(paths: readonly string[], options: FindInputsOptions): AsyncGenerator<Input> {
  for (const path of paths) {
    const blob = options.blobs.get(path);
    if (blob) {
      const name = (path === '-' && options.stdinName) || blob.name;
      yield { path, address: blob.address ?? (path === '-' ? `stdin:${name}` : path), name, blob };
    } else if (/^https?:\/\//i.test(path)) yield { path, address: path, name: nameOfUrl(path), url: path };
    else if (!options.localFiles)
      yield {
        path,
        address: path,
        name: path,
        error: new OnrecordError('refused', `${path}: paths of the server are not read`, 'Send the bytes instead.'),
      };
    else
      for await (const file of findFiles(path)) {
        const { path: found, ...rest } = file;
        yield { path: found, address: resolve(found), name: basename(found), ...rest };
      }
  }
}

/** The last part of an address's path: what a page is called by. */
export function nameOfUrl(url: string): string {
  const last = URL.canParse(url) ? new URL(url).pathname.split('/').filter(Boolean).at(-1) : undefined;
  return last ? decodeURIComponentSafely(last) : 'index.html';
}
function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
