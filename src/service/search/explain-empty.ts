import { z } from 'zod';
import type { Store, TextQuery, TurnFilter } from '../../store/port.ts';
import { whyNothing } from '../fields/why-nothing.ts';
import { termsOf } from '../find/find-matches.ts';

/** Why a search found nothing: what each filter keeps out, and which word is not there at all. */
export const Emptiness = z.object({
  unfiltered: z.int().describe('turns with these words when no filter is set'),
  without: z
    .array(z.object({ filter: z.string(), turns: z.int() }))
    .describe('turns that appear when this one filter is left out'),
  words: z
    .array(z.object({ words: z.string(), turns: z.int() }))
    .describe('turns with each part of the query by itself'),
  unknownSpeaker: z.boolean().describe('nobody in this record or in the vocabulary has the name asked for'),
});
export type Emptiness = z.infer<typeof Emptiness>;

/** The filters as the operation names them, each with what it sets for the store. */
export type NamedFilters = ReadonlyMap<string, Partial<TurnFilter>>;

export async function explainEmpty(
  store: Store,
  match: TextQuery,
  filters: NamedFilters,
  unknownSpeaker: boolean,
): Promise<Emptiness> {
  const count = async (query: TextQuery, left: Iterable<Partial<TurnFilter>>) => {
    const counts = await store.countTurns(Object.assign({ match: query }, ...left));
    return counts.reduce((sum, c) => sum + c.turns, 0);
  };
  const { without, unfiltered } = await whyNothing([...filters.keys()], [], (kept) =>
    count(
      match,
      kept.map((name) => filters.get(name)!),
    ),
  );
  const terms = termsOf(match);
  const words = [];
  if (terms.length > 1)
    for (const t of terms.slice(0, MAX_TERMS))
      words.push({ words: t.exact ? `"${t.words.join(' ')}"` : t.words.join(' '), turns: await count(t.query, []) });
  return { unfiltered, without: without.map(({ filter, found }) => ({ filter, turns: found })), words, unknownSpeaker };
}

/** A longer query is not taken apart: its parts would be counted one by one. */
const MAX_TERMS = 12;
