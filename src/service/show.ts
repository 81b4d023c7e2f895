import { z } from 'zod';
import { VersionRecord } from '../core/model/index.ts';
import { operation } from './operation.ts';
import { resolveId } from './resolve-id.ts';

export const show = operation({
  name: 'show',
  summary: 'A document with all its layers: who speaks where, sentences, mentions, claims and findings.',
  effect: 'read',
  stream: false,
  input: z.object({
    id: z.string().meta({ description: 'ver: or doc: id, or the beginning of one', cli: { positional: true } }),
  }),
  output: VersionRecord,
  async run({ store }, { id }) {
    return (await store.record(await resolveId(store, id)))!;
  },
});
