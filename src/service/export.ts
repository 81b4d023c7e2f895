import { z } from 'zod';
import { VersionRecord } from '../core/model/index.ts';
import { operation } from './operation.ts';

export const exportRecord = operation({
  name: 'export',
  summary: 'The whole record, one version a line, sorted by id.',
  effect: 'read',
  stream: true,
  input: z.object({
    format: z.enum(['jsonl']).default('jsonl').meta({ description: 'jsonl: the object of "show" on each line' }),
  }),
  output: VersionRecord,
  async *run({ store }) {
    yield* store.records();
  },
});
