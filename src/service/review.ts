import { z } from 'zod';
import { ReviewItem, SHOWN } from '../core/ledger/digest/find-review-items.ts';
import { findEarlier, mayReverse } from '../core/ledger/find-earlier.ts';
import { linesBySide } from '../core/ledger/lines-by-side.ts';
import type { Weigh } from '../core/ledger/match-statements.ts';
import type { Statement } from '../core/ledger/statement.ts';
import { placeAt, type StatementPlace } from '../core/ledger/statement-line.ts';
import { shiftBetween, type TimelineEntry } from '../core/ledger/weave-timeline.ts';
import type { Rules, Suggestion } from '../core/model/index.ts';
import type { Store } from '../store/port.ts';
import { judgedIds } from './judge/judged-ids.ts';
import { operation } from './operation.ts';

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
  output: z.object({
    total: z.int(),
    items: z.array(ReviewItem),
    since: z.string().nullable().describe('contradictions were sought among texts from this day on; null: among all'),
  }),
  async run({ store, rules }, { document, limit }) {
    const { accepted, rejected } = await judgedIds(store);
    const settled = new Set([...accepted, ...rejected]);
    const found = await store.reviewItems({ document, settled: [...settled], limit });
    const since = await dayOfLatest(store);
    const contradictions = await contradictionsAmong(store, rules, since);
    const across = [...(await store.suggestions()).map(suggested), ...contradictions];
    const open = across.filter((i) => !settled.has(i.id) && (!document || i.document.startsWith(document)));
    const items = [...found.items, ...open].sort(
      (a, b) => b.weight - a.weight || cmp(a.document, b.document) || (a.start ?? -1) - (b.start ?? -1),
    );
    return { total: found.total + open.length, items: items.slice(0, limit), since };
  },
});

/** Contradictions are sought among so many of the latest texts: what is older was under review in its time. */
const LATEST = 150;

/** The day of the last of the latest texts; null where there are no more than these. */
async function dayOfLatest(store: Store): Promise<string | null> {
  const { items } = await store.findHeads({ order: 'latest', limit: 1, offset: LATEST });
  return items[0]?.date ?? null;
}

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
async function contradictionsAmong(store: Store, rules: Rules, since: string | null): Promise<ReviewItem[]> {
  const pairs: { topic: string; places: [StatementPlace, StatementPlace]; weigh: Weigh }[] = [];
  for (const topic of rules.topics) {
    const whole = await store.statementLine({ about: { topic: topic.id }, by: null, from: since ?? undefined });
    for (const line of linesBySide(whole)) {
      const { index, weigh } = findEarlier(line, 0, line.length);
      for (const [later, earlier] of index.entries())
        if (earlier !== -1 && mayReverse(line, earlier, later))
          pairs.push({ topic: topic.name, places: [placeAt(line, earlier), placeAt(line, later)], weigh });
    }
  }
  const statements = await store.statementsAt(pairs.flatMap((p) => p.places));
  const found = new Map<string, ReviewItem>();
  for (const [i, { topic, weigh }] of pairs.entries()) {
    const shift = shiftBetween(statements[2 * i]!, statements[2 * i + 1]!, weigh);
    if (shift?.relation === 'reversed') {
      const item = contradiction(topic, statements[2 * i + 1]!, shift);
      found.set(item.id, item);
    }
  }
  return [...found.values()];
}

function contradiction(topic: string, s: Statement, { why, from }: NonNullable<TimelineEntry['shift']>): ReviewItem {
  return {
    kind: 'contradiction',
    weight: 3,
    document: s.document,
    id: s.claim.id,
    start: s.start,
    end: s.end,
    text: s.text,
    rule: 'reversed-position',
    why: `${topic}: ${why}, against “${from.text.slice(0, SHOWN)}” (${from.date ?? 'undated'})`,
  };
}
