import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { OnrecordError } from '../core/model/index.ts';
import { sidecarNames } from './read-sidecar.ts';

/** A file to add, one passed over, or one that cannot be had. */
export type FoundFile =
  | { readonly path: string; readonly size: number; readonly sidecar: string | null }
  | { readonly path: string; readonly skipped: string }
  | { readonly path: string; readonly error: OnrecordError };

/** Why a file in a folder is passed over in silence (status skipped); null when it is to be read. */
function skipReason(name: string): string | null {
  if (name.startsWith('.')) return 'hidden';
  if (name.endsWith('.meta.json')) return 'a sidecar';
  if (/\.json$/i.test(name)) return 'JSON';
  if (/^(?:readme|licen[cs]e|copying|notice)(?:\.[a-z]+)?$/i.test(name)) return 'about the folder';
  return null;
}

/**
 * The files of a path in the order of their names, folders depth first. A file named explicitly is never skipped.
 * What cannot be had (missing, no permission) is an item too, so that the batch goes on.
 */
export async function* findFiles(path: string): AsyncGenerator<FoundFile> {
  let info: Awaited<ReturnType<typeof stat>>;
  try {
    info = await stat(path);
  } catch (cause) {
    yield { path, error: unavailable(path, cause) };
    return;
  }
  if (info.isDirectory()) yield* walk(path);
  else yield await fileAt(path, info.size);
}

async function* walk(dir: string): AsyncGenerator<FoundFile> {
  let names: string[];
  try {
    names = (await readdir(dir)).sort();
  } catch (cause) {
    yield { path: dir, error: unavailable(dir, cause) };
    return;
  }
  const here = new Set(names);
  for (const name of names) {
    const path = join(dir, name);
    const reason = skipReason(name);
    if (reason) {
      yield { path, skipped: reason };
      continue;
    }
    try {
      const info = await stat(path);
      if (info.isDirectory()) yield* walk(path);
      else if (!info.isFile()) yield { path, skipped: 'no regular file' };
      else {
        const sidecar = sidecarNames(name).find((n) => here.has(n));
        yield { path, size: info.size, sidecar: sidecar ? join(dir, sidecar) : null };
      }
    } catch (cause) {
      yield { path, error: unavailable(path, cause) };
    }
  }
}

async function fileAt(path: string, size: number): Promise<FoundFile> {
  if (basename(path).endsWith('.meta.json'))
    return {
      path,
      error: new OnrecordError(
        'unsupported',
        `${path}: a sidecar, not a document`,
        'Add the document that stands beside it.',
      ),
    };
  for (const name of sidecarNames(basename(path))) {
    const sidecar = join(dirname(path), name);
    if (
      await stat(sidecar).then(
        (s) => s.isFile(),
        () => false,
      )
    )
      return { path, size, sidecar };
  }
  return { path, size, sidecar: null };
}

function unavailable(path: string, cause: unknown): OnrecordError {
  const code = (cause as NodeJS.ErrnoException).code;
  if (code === 'ENOENT')
    return new OnrecordError('not-found', `${path}: no such file or folder`, 'Check the path.', cause);
  if (code === 'EACCES' || code === 'EPERM')
    return new OnrecordError(
      'refused',
      `${path}: no permission to read it`,
      `Allow it (chmod +r) or leave it out.`,
      cause,
    );
  return new OnrecordError('unreadable', `${path}: ${(cause as Error).message}`, null, cause);
}
