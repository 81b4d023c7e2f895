import { z } from 'zod';
import { OnrecordError, SavedSearch } from '../core/model/index.ts';
import { operation } from './operation.ts';
import { parseQuery } from './search/parse-query.ts';

export const save = operation({
  name: 'save',
  summary: 'Keep a search under a name, to come back to and to be told of; or forget it.',
  effect: 'write',
  access: 'review',
  stream: false,
  input: z.object({
    name: z
      .string()
      .regex(/^[\p{L}\p{N}][\p{L}\p{N}_-]{0,59}$/u, 'a name has letters, digits, - and _, at most 60 of them')
      .meta({ description: 'what to call it', cli: { positional: true } }),
    query: z
      .string()
      .max(1000)
      .default('')
      .meta({ description: 'as "search" reads it', cli: { positional: true } }),
    speaker: z.string().optional().meta({ description: 'said by this person, by any name' }),
    topic: z.string().optional().meta({ description: 'in a turn that has a claim on this topic' }),
    outlet: z.string().optional().meta({ description: 'the medium that asked' }),
    lang: z.string().optional().meta({ description: 'language of the text' }),
    forget: z.boolean().default(false).meta({ description: 'forget the search of this name' }),
  }),
  output: z.object({ search: SavedSearch.nullable(), was: z.enum(['kept', 'forgotten']) }),
  async run({ store, now }, { forget, ...input }) {
    if (forget) {
      if (!(await store.removeSavedSearch(input.name)))
        throw new OnrecordError('not-found', `no search is kept as ${input.name}`, '"onrecord saved" lists them.');
      return { search: null, was: 'forgotten' as const };
    }
    const asked = parseQuery(input.query);
    if (!asked && !input.speaker && !input.topic && !input.outlet && !input.lang)
      throw new OnrecordError('usage', 'save: a search needs words or a filter', 'onrecord save NAME "words"');
    const { name, query, speaker = null, topic = null, outlet = null, lang = null } = input;
    const search = { name, query, speaker, topic, outlet, lang, saved: now() };
    await store.putSavedSearch(search);
    return { search, was: 'kept' as const };
  },
});
