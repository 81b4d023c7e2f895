import { z } from 'zod';
import { SavedSearch } from '../core/model/index.ts';
import { operation } from './operation.ts';

export const saved = operation({
  name: 'saved',
  summary: 'The searches that are kept, by name.',
  effect: 'read',
  stream: false,
  input: z.object({}),
  output: z.object({ searches: z.array(SavedSearch) }),
  run: async ({ store }) => ({ searches: await store.savedSearches() }),
});
