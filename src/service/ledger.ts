import { z } from 'zod';
import { foldLedger } from '../core/ledger/fold-ledger.ts';
import { Entry, type LedgerStatement, Section } from '../core/model/index.ts';
import type { LedgerQuery, Store } from '../store/port.ts';
import { dayField, lastDayOf } from './fields/day-field.ts';
import { FILTER_FIELDS, nextAfter, offsetOf } from './fields/filter-fields.ts';
import { givenAmong, Nothing, whyNothing } from './fields/why-nothing.ts';
import { partyNamed } from './find/named.ts';
import { entryJudgements } from './judge/entry-judgements.ts';
import { judgedIds } from './judge/judged-ids.ts';
import { operation } from './operation.ts';
import { Reach, reachOf } from './reach.ts';

const sections = Object.fromEntries(Section.options.map((s) => [s, z.array(Entry)])) as Record<
  Section,
  z.ZodArray<typeof Entry>
>;

export const ledger = operation({
  name: 'ledger',
  summary:
    'Where things stood on a day: meetings, talks, treaties, proposals and answers, demands, promises, counts, cases.',
  effect: 'read',
  stream: false,
  input: z.object({
    kind: Section.optional().meta({ description: 'one section only' }),
    party: z.string().optional().meta({ description: 'entries this party has a part in' }),
    topic: z.string().optional().meta({ description: 'entries whose words name this' }),
    asOf: dayField()
      .optional()
      .meta({ description: 'the day asked about; said on or before it', cli: { value: 'DATE' } }),
    hindsight: z.boolean().optional().meta({ description: 'admit words said later, marked' }),
    asRecorded: dayField()
      .optional()
      .meta({ description: 'only texts that had been captured by this day', cli: { value: 'DATE' } }),
    reviewed: z.boolean().optional().meta({ description: 'only what a person has reviewed' }),
    limit: z.coerce
      .number()
      .int()
      .min(1)
      .max(5000)
      .default(200)
      .meta({ description: 'rows of each section, those spoken of last' }),
    next: FILTER_FIELDS.next,
  }),
  output: z.object({
    asOf: z.string().nullable(),
    ...sections,
    totals: z.record(Section, z.int()).describe('rows of each section on all pages'),
    next: z.string().nullable(),
    empty: Nothing.nullable().describe('when no section has a row: why'),
    coverage: Reach,
  }),
  async run({ store, rules }, input) {
    const judged = await judgedIds(store);
    const rows = await entryJudgements(store);
    const accepted = new Set([...judged.accepted, ...rows.accepted]);
    const rejected = new Set([...judged.rejected, ...rows.rejected]);
    const day = lastDayOf(input.asOf);
    const offset = offsetOf(input.next);
    const party = input.party ? partyNamed(input.party, rules) : undefined;
    const queryOf = (filters: readonly (typeof FILTERS)[number][]): LedgerQuery => {
      const isSet = new Set<string>(filters);
      return {
        sections: input.kind && isSet.has('kind') ? [input.kind] : Section.options,
        isDated: day !== undefined && isSet.has('asOf'),
        until: input.hindsight || !isSet.has('asOf') ? undefined : day,
        recordedBy: isSet.has('asRecorded') ? lastDayOf(input.asRecorded) : undefined,
        party: isSet.has('party') ? (party?.name ?? input.party) : undefined,
        words: isSet.has('topic') ? input.topic : undefined,
        ids: isSet.has('reviewed') ? [...accepted] : undefined,
        limit: input.limit,
        offset,
      };
    };
    const given = givenAmong(FILTERS, input);
    const query = queryOf(given);
    const { statements: found, totals } = await store.ledgerStatements(query);
    const statements = await withMerged(store, query, found, rows.merged);
    const all = foldLedger(statements, {
      day: day ?? null,
      // the store gives only those received by then
      undated: input.hindsight !== true,
      hindsight: input.hindsight === true,
      accepted,
      rejected,
      merged: rows.merged,
      corrections: rows.corrections,
    });
    const chosen = Object.fromEntries(
      Section.options.map((s) => [s, input.reviewed ? all[s].filter((e) => e.reviewed) : all[s]]),
    ) as Record<Section, Entry[]>;
    const most = Math.max(0, ...Object.values(totals));
    return {
      asOf: day ?? null,
      ...chosen,
      totals: Object.fromEntries(Section.options.map((s) => [s, totals[s] ?? 0])) as Record<Section, number>,
      next: nextAfter(offset + input.limit, most),
      empty:
        offset > 0 || Section.options.some((s) => chosen[s].length > 0)
          ? null
          : await whyNothing(given, party === undefined && input.party ? ['party'] : [], async (kept) =>
              sumOf((await store.ledgerStatements({ ...queryOf(kept), limit: 1, offset: 0 })).totals),
            ),
      coverage: await reachOf(store),
    };
  },
});

/** What narrows a ledger down, as the operation names it. */
const FILTERS = ['kind', 'party', 'topic', 'asOf', 'asRecorded', 'reviewed'] as const;
const sumOf = (totals: Readonly<Partial<Record<Section, number>>>): number =>
  Object.values(totals).reduce((sum, n) => sum + n, 0);

/** The statements found, and those of rows that a person merged with one of theirs, which may stand on another page. */
async function withMerged(
  store: Store,
  query: LedgerQuery,
  found: readonly LedgerStatement[],
  merged: readonly (readonly [string, string])[],
): Promise<readonly LedgerStatement[]> {
  const held = new Set(found.map((s) => s.id));
  const missing = merged.flatMap(([a, b]) =>
    held.has(a) && !held.has(b) ? [b] : held.has(b) && !held.has(a) ? [a] : [],
  );
  if (missing.length === 0) return found;
  const more = await store.ledgerStatements({ ...query, party: undefined, words: undefined, ids: missing, offset: 0 });
  return [...found, ...more.statements.filter((s) => !held.has(s.id))];
}
