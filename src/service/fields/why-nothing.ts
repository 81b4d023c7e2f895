import { z } from 'zod';

/** Why a question that was narrowed down has no answer (law L4): what would be found otherwise, and which names are not known. */
export const Nothing = z.object({
  unknown: z.array(z.string()).describe('filters whose name nobody and nothing in this record or its vocabularies has'),
  without: z
    .array(z.object({ filter: z.string(), found: z.int() }))
    .describe('what is found when this one filter is left out'),
  unfiltered: z.int().describe('what is found when none is set'),
});
export type Nothing = z.infer<typeof Nothing>;

/** Leaves out each filter that was given, then all; `count` finds with those that are kept. */
export async function whyNothing<F extends string>(
  given: readonly F[],
  unknown: readonly F[],
  count: (kept: readonly F[]) => Promise<number>,
): Promise<Nothing> {
  const without = [];
  for (const filter of given) without.push({ filter, found: await count(given.filter((f) => f !== filter)) });
  return { unknown: [...unknown], without, unfiltered: await count([]) };
}

/** What to tell of it: filters whose leaving out helps; how many are found without any, where no single one helps. */
export function whatHelps({ without, unfiltered }: Nothing): { helps: Nothing['without']; together: number | null } {
  const helps = without.filter((w) => w.found > 0);
  return { helps, together: without.length > 1 && helps.length === 0 && unfiltered > 0 ? unfiltered : null };
}

/** Filters with a value that was handed over. */
export const givenAmong = <F extends string>(names: readonly F[], input: Readonly<Partial<Record<F, unknown>>>): F[] =>
  names.filter((n) => input[n] !== undefined && input[n] !== '' && input[n] !== false);
