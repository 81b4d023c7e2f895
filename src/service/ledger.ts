import { z } from 'zod';
import { findEntries } from '../core/ledger/find-entries.ts';
import { foldLedger } from '../core/ledger/fold-ledger.ts';
import { partiesOfSpeakers } from '../core/ledger/party-of-speaker.ts';
import { Entry, type LedgerStatement, Section } from '../core/model/index.ts';
import { judgedIds } from './judged-ids.ts';
import { operation } from './operation.ts';
import { preferredVersions } from './preferred-versions.ts';

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
    asOf: z
      .string()
      .optional()
      .meta({ description: 'the day asked about; said on or before it', cli: { value: 'DATE' } }),
    hindsight: z.boolean().optional().meta({ description: 'admit words said later, marked' }),
    asRecorded: z
      .string()
      .optional()
      .meta({ description: 'only texts that had been captured by this day', cli: { value: 'DATE' } }),
    reviewed: z.boolean().optional().meta({ description: 'only what a person has reviewed' }),
  }),
  output: z.object({ asOf: z.string().nullable(), ...sections }),
  async run({ store, rules }, input) {
    const { accepted, rejected } = await judgedIds(store);
    const preferred = await preferredVersions(store);
    const statements: LedgerStatement[] = [];
    for await (const record of store.records()) {
      if (!preferred.has(record.document.id)) continue;
      if (input.asRecorded && !(await wasCaptured(record.document.id, input.asRecorded))) continue;
      statements.push(...findEntries(record, rules, partiesOfSpeakers(record, rules)).items);
    }
    const all = foldLedger(statements, {
      day: input.asOf ?? null,
      hindsight: input.hindsight === true,
      accepted,
      rejected,
    });
    const wanted = (e: Entry) =>
      (!input.party || e.parties.some((p) => p.toLowerCase().includes(input.party!.toLowerCase()))) &&
      (!input.topic ||
        [e.title, ...e.evidence.map((v) => v.text)].some((t) =>
          t.toLowerCase().includes(input.topic!.toLowerCase()),
        )) &&
      (!input.reviewed || e.reviewed);
    const chosen = Object.fromEntries(
      Section.options.map((s) => [s, !input.kind || input.kind === s ? all[s].filter(wanted) : []]),
    ) as Record<Section, Entry[]>;
    return { asOf: input.asOf ?? null, ...chosen };

    /** Had any copy of these bytes been retrieved by that day? From the sidecar, the WARC or HTTP date, else the time of adding. */
    async function wasCaptured(id: string, day: string): Promise<boolean> {
      const capture = await store.capture(id);
      return (capture?.receipts ?? []).some((r) => (r.retrieved ?? r.added).slice(0, day.length) <= day);
    }
  },
});
