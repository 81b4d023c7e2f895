import { z } from 'zod';
import { CITE_STYLES, writeCitation } from '../core/cite/cite.ts';
import { collectFacts } from '../core/cite/collect-facts.ts';
import { CslItem } from '../core/cite/csl-item.ts';
import { toCsl } from '../core/cite/to-csl.ts';
import type { VersionRecord } from '../core/model/index.ts';
import type { Store } from '../store/port.ts';
import { operation } from './operation.ts';
import { show } from './show.ts';

export const cite = operation({
  name: 'cite',
  summary:
    'A citation of a document, turn or sentence: its own address, its archive copy, the pinned id and a short quotation.',
  effect: 'read',
  stream: false,
  input: z.object({
    id: z.string().meta({
      description: 'ver: or doc: id, with /t-… or /s-… of a turn, sentence or claim',
      cli: { positional: true },
    }),
    style: z.enum(CITE_STYLES).default('plain').meta({ description: 'how it is written' }),
  }),
  output: z.object({
    id: z.string().describe('what is cited, pinned to the reading that was shown'),
    style: z.enum(CITE_STYLES),
    text: z.string().describe('the citation, ready to paste; what the source does not print stands in square brackets'),
    item: CslItem.describe('the same as a CSL-JSON item'),
    quote: z
      .object({ document: z.string(), start: z.int(), end: z.int(), text: z.string() })
      .nullable()
      .describe('the passage cited, exactly; null for a whole document'),
  }),
  async run(ctx, { id, style }) {
    const shown = (await show.run(ctx, { id })) as VersionRecord & { at?: { id: string; start: number; end: number } };
    const facts = await gatherFacts(ctx.store, shown, id, shown.at, ctx.publicUrl);
    const quote = shown.at ? bodyOf(shown, shown.at) : null;
    return { id: facts.pinned, style, text: writeCitation(facts, style), item: toCsl(facts), quote };
  },
});

/** What a citation of a version, or of a part of it, is made of; `asked` may name the reading. */
export async function gatherFacts(
  store: Store,
  record: VersionRecord,
  asked: string,
  at?: { readonly id: string; readonly start: number; readonly end: number },
  site?: string,
) {
  const version = record.document.id;
  const capture = await store.capture(version);
  const reading = Number(/@r(\d{1,6})/.exec(asked)?.[1] ?? (await store.currentReading(version)));
  const sidecar = (capture?.sidecar ?? {}) as Record<string, unknown>;
  const text = (value: unknown) => (typeof value === 'string' ? value : null);
  const turn = at && record.turns.find((t) => at.start >= t.start && at.start < t.end);
  return collectFacts(
    record,
    {
      sidecar,
      archive: text(sidecar.archive),
      retrieved: text(sidecar.retrieved) ?? capture?.receipts.find((r) => r.retrieved)?.retrieved ?? null,
    },
    {
      pinned: `${at?.id ?? version}@r${reading}`,
      page: site ? `${site}/d/${(at?.id ?? version).slice('ver:'.length)}@r${reading}` : null,
      speaker: turn?.speaker ?? null,
      words: at ? bodyOf(record, at).text : null,
    },
  );
}

/** The words of a part, without the label that opens its turn and the white space around. */
function bodyOf(record: VersionRecord, at: { readonly start: number; readonly end: number }) {
  const turn = record.turns.find((t) => t.start === at.start && t.end === at.end);
  let [start, end] = [turn ? turn.bodyStart : at.start, at.end];
  while (start < end && /\s/.test(record.text[start]!)) start++;
  while (end > start && /\s/.test(record.text[end - 1]!)) end--;
  return { document: record.document.id, start, end, text: record.text.slice(start, end) };
}
