import { expect, test, vi } from 'vitest';
import { type WatchFolder, watchFile } from './watch-file.ts';

/** A folder whose changes the test tells. */
function folder() {
  let tell: (name: string | null) => void = () => {};
  let isClosed = false;
  const watchIn: WatchFolder = (_, onChange) => {
    tell = onChange;
    return {
      close: () => {
        isClosed = true;
      },
    };
  };
  return { watchIn, change: (name: string | null) => tell(name), isClosed: () => isClosed };
}

test('a save by putting another file in place is one item; other files are none', async () => {
  vi.useFakeTimers();
  const { watchIn, change } = folder();
  const saves = watchFile('/tmp/a/draft.md', new AbortController().signal, { watchIn, quietMs: 100 });
  const first = saves.next();
  change('other.md');
  change('draft.md~');
  await vi.advanceTimersByTimeAsync(1000);
  change('draft.md');
  await vi.advanceTimersByTimeAsync(50);
  change('draft.md');
  await vi.advanceTimersByTimeAsync(100);
  expect((await first).done).toBe(false);
  let isMore = false;
  const second = saves.next().then(() => {
    isMore = true;
  });
  await vi.advanceTimersByTimeAsync(1000);
  expect(isMore).toBe(false);
  change(null);
  await vi.advanceTimersByTimeAsync(100);
  await second;
  expect(isMore).toBe(true);
  await saves.return(undefined);
  vi.useRealTimers();
});

test('an interrupt ends it and lets go of the folder', async () => {
  const { watchIn, isClosed } = folder();
  const stop = new AbortController();
  const next = watchFile('draft.md', stop.signal, { watchIn }).next();
  stop.abort();
  expect((await next).done).toBe(true);
  expect(isClosed()).toBe(true);
});
