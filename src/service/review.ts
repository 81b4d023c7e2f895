import { z } from 'zod';
import { ReviewItem, SHOWN } from '../core/ledger/digest/find-review-items.ts';
import { linesBySide } from '../core/ledger/lines-by-side.ts';
import type { Rules, Suggestion } from '../core/model/index.ts';
import type { Store } from '../store/port.ts';
import { judgedIds } from './judged-ids.ts';
import { operation } from './operation.ts';
import { readEntries } from './read-entries.ts';

export const review = operation({
  name: 'review',
  summary:
    'What deserves the eye of a person: findings by weight, words whose speaker is not known, statements that contradict.',
  effect: 'read',
  stream: false,
  input: z.object({
    document: z
      .string()
      .optional()
      .meta({ description: 'only this version', cli: { value: 'ID' } }),
    limit: z.coerce.number().int().min(1).max(5000).default(200),
  }),
  output: z.object({ total: z.int(), items: z.array(ReviewItem) }),
  async run({ store, rules }, { document, limit }) {
    const { accepted, rejected } = await judgedIds(store);
    const settled = new Set([...accepted, ...rejected]);
    const found = await store.reviewItems({ document, settled: [...settled], limit });
    const across = [...(await store.suggestions()).map(suggested), ...(await contradictionsAmong(store, rules))];
    const open = across.filter((i) => !settled.has(i.id) && (!document || i.document.startsWith(document)));
    const items = [...found.items, ...open].sort(
      (a, b) => b.weight - a.weight || cmp(a.document, b.document) || (a.start ?? -1) - (b.start ?? -1),
    );
    return { total: found.total + open.length, items: items.slice(0, limit) };
  },
});

const cmp = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** What a model suggested waits here until somebody decides. */
const suggested = ({ id, kind, anchor, content, model }: Suggestion): ReviewItem => ({
  kind: 'suggestion',
  weight: 1,
  document: anchor.version,
  id,
  start: anchor.start,
  end: anchor.end,
  text: anchor.exact.slice(0, SHOWN),
  rule: `model ${model}`,
  why: `${model} suggests: ${kind} (${Object.entries(content)
    .filter(([, value]) => value !== null)
    .map(([field, value]) => `${field} ${value}`)
    .join(', ')})`,
});

/** Statements on one topic that turn an earlier one of the same side around; each is laid only beside those of its side. */
async function contradictionsAmong(store: Store, rules: Rules): Promise<ReviewItem[]> {
  const found = new Map<string, ReviewItem>();
  for (const topic of rules.topics) {
    const whole = await store.statementLine({ about: { topic: topic.id }, by: null });
    for (const line of linesBySide(whole))
      for (const { statement: s, shift } of await readEntries(store, line, 0, line.length))
        if (shift?.relation === 'reversed')
          found.set(s.claim.id, {
            kind: 'contradiction',
            weight: 3,
            document: s.document,
            id: s.claim.id,
            start: s.start,
            end: s.end,
            text: s.text,
            rule: 'reversed-position',
            why: `${topic.name}: ${shift.why}, against “${shift.from.text.slice(0, SHOWN)}” (${shift.from.date ?? 'undated'})`,
          });
  }
  return [...found.values()];
}
