import { watch } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';

/** Tells each change in a folder: the name of what changed, null where the system does not say. */
export type WatchFolder = (folder: string, onChange: (name: string | null) => void) => { close(): void };

/** An editor writes, renames and touches a file in one save: so many milliseconds of quiet end it. */
const QUIET_MS = 120;

const watchFolder: WatchFolder = (folder, onChange) => {
  const watcher = watch(folder, (_, name) => onChange(name));
  return { close: () => watcher.close() };
};

/**
 * One item for each save of a file, until `signal` aborts. The folder is watched, not the file: editors save by putting
 * another file in its place. Saves that come while the last one is worked on count as one.
 */
export async function* watchFile(
  path: string,
  signal: AbortSignal,
  { watchIn = watchFolder, quietMs = QUIET_MS }: { watchIn?: WatchFolder; quietMs?: number } = {},
): AsyncGenerator<void> {
  const name = basename(path);
  let isSaved = false;
  let wake = () => {};
  let timer: NodeJS.Timeout | undefined;
  const settle = () => {
    isSaved = true;
    wake();
  };
  const watcher = watchIn(dirname(resolve(path)), (changed) => {
    if (changed !== null && changed !== name) return;
    clearTimeout(timer);
    timer = setTimeout(settle, quietMs);
  });
  const stop = () => wake();
  signal.addEventListener('abort', stop);
  try {
    while (!signal.aborted) {
      if (!isSaved)
        await new Promise<void>((done) => {
          wake = done;
        });
      if (signal.aborted) return;
      if (!isSaved) continue;
      isSaved = false;
      yield;
    }
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
    watcher.close();
  }
}
