import { z } from 'zod';

/** How far the record reaches, said beside every count (law L4). */
export const Reach = z.object({
  documents: z.int(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  note: z.string(),
});

/** The reach of so many occasions with these dates (EDTF, null where not known). */
export function reachOf(dates: readonly (string | null)[]): z.infer<typeof Reach> {
  const known = dates.filter((d) => d !== null).sort();
  const [from = null, to = null] = [known[0], known.at(-1)];
  const span = from ? `, ${from} to ${to}` : '';
  return {
    documents: dates.length,
    from,
    to,
    note: `${dates.length} occasions held${span}; what was said elsewhere is not in this record`,
  };
}
