import { z } from 'zod';
import type { RecordReach } from '../store/port.ts';

/** How far the record reaches, said beside every count (law L4). */
export const Reach = z.object({
  documents: z.int(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  note: z.string(),
});

/** The reach of the record in words; occasions are events of speaking. */
export function coverageOf({ occasions, from, to }: RecordReach): z.infer<typeof Reach> {
  const span = from ? `, ${from} to ${to}` : '';
  return {
    documents: occasions,
    from,
    to,
    note: `${occasions} occasions held${span}; what was said elsewhere is not in this record`,
  };
}
