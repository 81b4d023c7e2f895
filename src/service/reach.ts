import { z } from 'zod';
import type { RecordReach, Store } from '../store/port.ts';
import { remember } from './remember.ts';

/** How far the record reaches, said beside every count (law L4). */
export const Reach = z.object({
  documents: z.int(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  note: z.string(),
});

/** The reach of the record, counted once until it is written to again. */
export const reachOf = (store: Store): Promise<z.infer<typeof Reach>> =>
  remember(store, 'reach', async () => inWords(await store.reach()));

/** The same in words; occasions are events of speaking. */
function inWords({ occasions, from, to }: RecordReach): z.infer<typeof Reach> {
  const span = from ? `, ${from} to ${to}` : '';
  return {
    documents: occasions,
    from,
    to,
    note: `${occasions} occasions held${span}; what was said elsewhere is not in this record`,
  };
}
