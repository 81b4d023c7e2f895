import { z } from 'zod';
import { OnrecordError, Suggestion, type VersionRecord } from '../core/model/index.ts';
import { nameDocument } from './find/name-document.ts';
import { judgedIds } from './judge/judged-ids.ts';
import { type Context, operation, type SuggestingModel } from './operation.ts';
import { Discarded, readSuggestions } from './suggest/read-suggestions.ts';
import { passagesOf, writeInstruction } from './suggest/write-request.ts';

export const suggest = operation({
  name: 'suggest',
  summary:
    'Ask the language model that you have set for mentions, claims, topics and entries of a document of the record.',
  effect: 'write',
  stream: false,
  input: z.object({
    id: z.string().meta({ description: 'ver: or doc: id, or the beginning of one', cli: { positional: true } }),
    kept: z
      .boolean()
      .default(false)
      .meta({ description: 'ask nothing; show what was suggested before and is not judged yet' }),
  }),
  output: z.object({
    document: z.string(),
    model: z.string().nullable(),
    asked: z.int().describe('requests sent'),
    added: z.int().describe('suggestions that are new'),
    suggestions: z.array(Suggestion).describe('not judged yet; "judge ID accept" makes one part of the record'),
    discarded: z
      .partialRecord(Discarded, z.int())
      .describe(
        'thrown away, by reason: a quote that does not stand there word for word, a shape or value we do not know ...',
      ),
    failed: z.array(z.object({ start: z.int(), end: z.int(), why: z.string() })).describe('passages without an answer'),
  }),
  failed: (output) => output.asked > 0 && output.failed.length === output.asked,
  async run(ctx, { id, kept }) {
    const version = await nameDocument(ctx.store, ctx.rules, id);
    const record = (await ctx.store.record(version))!;
    const tally = { asked: 0, added: 0, discarded: {} as Partial<Record<Discarded, number>> };
    const failed: { start: number; end: number; why: string }[] = [];
    if (!kept) await askFor(ctx, modelOf(ctx), record, tally, failed);
    const { accepted, rejected } = await judgedIds(ctx.store);
    const open = (await ctx.store.suggestions(version)).filter((s) => !accepted.has(s.id) && !rejected.has(s.id));
    open.sort((a, b) => a.anchor.start - b.anchor.start || (a.id < b.id ? -1 : 1));
    return { document: version, model: ctx.model?.name ?? null, ...tally, suggestions: open, failed };
  },
});

function modelOf(ctx: Context): SuggestingModel {
  if (ctx.model) return ctx.model;
  throw new OnrecordError(
    'usage',
    'suggest: no language model is set; none is needed for anything else',
    'Set ONRECORD_MODEL_URL (up to /v1) and ONRECORD_MODEL; the text of the document is then sent to that address.',
  );
}

/** One passage after another; one that gets no answer is told, and the rest goes on. */
async function askFor(
  { store, rules, now, progress, signal }: Context,
  model: SuggestingModel,
  record: VersionRecord,
  tally: { asked: number; added: number; readonly discarded: Partial<Record<Discarded, number>> },
  failed: { start: number; end: number; why: string }[],
): Promise<void> {
  const instruction = writeInstruction(rules);
  const passages = passagesOf(record);
  const by = { model: model.name, at: now() };
  for (const passage of passages) {
    if (signal.aborted) break;
    tally.asked++;
    try {
      const answer = await model.ask(instruction, record.text.slice(passage.start, passage.end), signal);
      const { suggestions, discarded } = readSuggestions(answer, passage, record, rules, by);
      for (const [why, many] of Object.entries(discarded) as [Discarded, number][])
        tally.discarded[why] = (tally.discarded[why] ?? 0) + many;
      tally.added += await store.putSuggestions(record.document.id, suggestions);
    } catch (error) {
      if (!(error instanceof OnrecordError)) throw error;
      failed.push({ ...passage, why: error.message });
    }
    progress(tally.asked, passages.length, record.document.id);
  }
}
