import { loadRules } from '../intake/rules.ts';
import type { Store } from '../store/port.ts';
import type { Context } from './operation.ts';

/** What an operation may use, for a test: the vocabularies, a day that stands still, nobody to tell. `localFiles` unless said otherwise. */
export const contextFor = (store: Store, more: Partial<Context> = {}): Context => ({
  store,
  rules: more.rules ?? loadRules(),
  now: () => '2031-04-01T00:00:00Z',
  progress: () => {},
  signal: new AbortController().signal,
  blobs: new Map(),
  localFiles: true,
  ...more,
});
