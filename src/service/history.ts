import { z } from 'zod';
import { effectiveJudgements, Judgement } from '../core/model/index.ts';
import { operation } from './operation.ts';

const Decided = Judgement.extend({
  stands: z.boolean().describe('false: taken back since, or an undo'),
  undoneBy: z.string().nullable().describe('the undo that took it back, and stands'),
});
export type Decided = z.infer<typeof Decided>;

export const history = operation({
  name: 'history',
  summary: 'What people decided, newest first: who, when, why, and what was taken back since.',
  effect: 'read',
  stream: false,
  input: z.object({
    id: z
      .string()
      .optional()
      .meta({ description: 'only about this id or a part of it', cli: { positional: true } }),
    by: z
      .string()
      .optional()
      .meta({ description: 'only by this person', cli: { value: 'NAME' } }),
    limit: z.coerce.number().int().min(1).max(5000).default(100),
    next: z.string().optional().meta({ description: 'where the last answer ended' }),
  }),
  output: z.object({ total: z.int(), next: z.string().nullable(), items: z.array(Decided) }),
  async run({ store }, { id, by, limit, next }) {
    const all = await store.judgements();
    const standing = new Set(effectiveJudgements(all).map((j) => j.id));
    const undoneBy = new Map<string, string>();
    // an undo that was itself undone takes nothing back; the last one that stands counts
    for (const j of all) if (j.decision === 'undo' && !standing.has(j.about)) undoneBy.set(j.about, j.id);
    const isAbout = (j: Judgement) =>
      !id || [j.about, j.other, j.id].some((x) => x === id || x?.startsWith(`${id}/`)) || isUndoOf(j);
    const ids = new Set(all.filter((j) => j.about === id || j.about.startsWith(`${id}/`)).map((j) => j.id));
    const isUndoOf = (j: Judgement) => j.decision === 'undo' && ids.has(j.about);
    const found = all.filter((j) => isAbout(j) && (!by || j.by === by)).toReversed();
    const start = next ? Number.parseInt(next, 10) || 0 : 0;
    const end = start + limit;
    return {
      total: found.length,
      next: end < found.length ? String(end) : null,
      items: found
        .slice(start, end)
        .map((j) => ({ ...j, stands: standing.has(j.id), undoneBy: undoneBy.get(j.id) ?? null })),
    };
  },
});
