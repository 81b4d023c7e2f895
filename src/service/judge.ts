import { createHash } from 'node:crypto';
import { z } from 'zod';
import { describeSpan } from '../core/anchor/describe-span.ts';
import { type Anchor, Judgement, OnrecordError } from '../core/model/index.ts';
import { canonicalJson } from '../intake/version-id.ts';
import type { Store } from '../store/port.ts';
import { deriveAnew } from './add/derive-version.ts';
import { poolOf } from './add/pool-of.ts';
import { resolveId } from './find/resolve-id.ts';
import { CORRECTABLE, judgedKind, parseCorrection } from './judge/apply-judgements.ts';
import { isSuggestion } from './judge/apply-suggestion.ts';
import { isEntryId } from './judge/entry-judgements.ts';
import { findPart } from './judge/find-part.ts';
import { decideOnEntry } from './judge/judge-entry.ts';
import { type Context, operation } from './operation.ts';

const TWO_SIDED = new Set(['merge', 'part']);

export const judge = operation({
  name: 'judge',
  summary:
    'Record what a person decided: accept, reject, correct, unsure, merge or part two documents or entries, undo.',
  effect: 'write',
  access: 'review',
  stream: false,
  input: z.object({
    id: z.string().meta({
      description: 'document, turn, sentence, claim, entry of the ledger or statement of one; for undo the judgement',
      cli: { positional: true },
    }),
    decision: Judgement.shape.decision.meta({
      description: 'accept, reject, correct, unsure, merge, part or undo',
      cli: { positional: true },
    }),
    other: z
      .string()
      .optional()
      .meta({
        description: 'the second document or entry of a merge; of a corrected entry the words that show it',
        cli: { positional: true },
      }),
    by: z
      .string()
      .min(1)
      .meta({ description: 'who decides', cli: { value: 'NAME' } }),
    reason: z
      .string()
      .min(1)
      .meta({ description: 'why, in a sentence', cli: { value: 'TEXT' } }),
    value: z.string().optional().meta({ description: 'for correct: field=value, e.g. speaker="Ilse Marenko"' }),
  }),
  output: Judgement,
  async run(ctx, input): Promise<Judgement> {
    const { store } = ctx;
    const { decision, by, reason } = input;
    if (isEntryId(input.id)) return keep(ctx, { ...(await decideOnEntry(store, input)), decision, by, reason });
    if (TWO_SIDED.has(decision) !== (input.other !== undefined))
      throw new OnrecordError(
        'usage',
        TWO_SIDED.has(decision) ? `judge: ${decision} needs two documents` : `judge: ${decision} is about one id`,
        'Usage: onrecord judge ID merge OTHER --by NAME --reason TEXT',
      );
    const target: Target = decision === 'undo' ? await findJudgement(store, input.id) : await findTarget(ctx, input.id);
    // what is accepted of a suggestion is kept whole: it must stand without the model
    const value = decision === 'accept' ? (target.suggested ?? null) : (input.value ?? null);
    const other = input.other === undefined ? null : (await findTarget(ctx, input.other)).id;
    if (other !== null && (target.id.includes('/') || other.includes('/') || other === target.id))
      throw new OnrecordError(
        'usage',
        `judge: ${decision} needs two different documents`,
        'Give two ver: or doc: ids.',
      );
    if (decision === 'correct') checkCorrection(target.id, value);
    if (isSuggestion(target.id) && decision !== 'accept' && decision !== 'reject' && decision !== 'unsure')
      throw new OnrecordError('usage', `judge: a suggestion cannot be ${decision}ed`, 'Accept or reject it.');
    return keep(ctx, { about: target.id, other, decision, value, anchor: target.anchor, by, reason });
  },
});

/** Write a decision down, named by what it says and when, and let it show. */
async function keep(ctx: Context, decided: Omit<Judgement, 'id' | 'at'>): Promise<Judgement> {
  const { about, other, decision, value, anchor, by, reason } = decided;
  const content = { about, other, decision, value, anchor, by, at: ctx.now(), reason };
  const hash = createHash('sha256').update(canonicalJson(content)).digest('hex');
  const judgement: Judgement = { id: `jud:${hash.slice(0, 12)}`, ...content };
  await ctx.store.putJudgement(judgement);
  await applyNow(ctx, judgement);
  return judgement;
}

/** A correction that fits nothing must not be kept for ever: say so before it is written. */
function checkCorrection(id: string, value: string | null): void {
  const kind = judgedKind(id);
  const fields: Record<string, (value: string | null) => boolean> = kind ? CORRECTABLE[kind] : {};
  const names = Object.keys(fields).join(', ');
  const hint = names ? `A ${kind} has: ${names}. Example: --value "speaker=Ilse Marenko"` : 'Correct its turn instead.';
  if (!value?.includes('=')) throw new OnrecordError('usage', 'judge: correct needs --value field=value', hint);
  const [field, corrected] = parseCorrection(value);
  if (!Object.hasOwn(fields, field))
    throw new OnrecordError('usage', `judge: ${field} cannot be corrected in ${id}`, hint);
  if (!fields[field]!(corrected))
    throw new OnrecordError('usage', `judge: ${field} cannot be "${corrected ?? ''}"`, hint);
}

/** A correction, a rejection and their undoing show at once; the rest is read when answers are made. */
async function applyNow(ctx: Context, judgement: Judgement): Promise<void> {
  const { store } = ctx;
  const all = await store.judgements();
  let meant: Judgement | undefined = judgement;
  while (meant?.decision === 'undo') meant = all.find((j) => j.id === meant!.about);
  if (!meant?.about.startsWith('ver:') || meant.other !== null) return;
  const id = meant.about.replace(/\/.*$/, '');
  const { pool, release } = poolOf(ctx, { threads: 1 });
  try {
    const derivation = await deriveAnew(ctx, pool, id);
    if (typeof derivation !== 'string') await store.putDerivation(id, derivation);
  } finally {
    await release();
  }
}

/** What is judged: its full id, its anchor, and for a suggestion what it says. */
interface Target {
  readonly id: string;
  readonly anchor: Anchor | null;
  readonly suggested?: string;
}

async function findJudgement(store: Store, id: string): Promise<{ id: string; anchor: Anchor | null }> {
  const wanted = id.startsWith('jud:') ? id : `jud:${id}`;
  const found = (await store.judgements()).filter((j) => j.id.startsWith(wanted));
  if (found.length !== 1)
    throw new OnrecordError(
      'not-found',
      `${id}: ${found.length === 0 ? 'no' : 'more than one'} such judgement`,
      'Give its jud: id.',
    );
  return { id: found[0]!.id, anchor: null };
}

/** The full id a person means, with the anchor of its words, so that the judgement survives a new reading (law K3). */
async function findTarget(ctx: Context, id: string): Promise<Target> {
  const { store } = ctx;
  const version = await resolveId(store, id);
  const part = /\/(.+)$/.exec(id)?.[1];
  if (part === undefined) return { id: version, anchor: null };
  if (isSuggestion(id)) {
    const suggestion = (await store.suggestions(version)).find((s) => s.id === `${version}/${part}`);
    if (suggestion) {
      const { kind, content, anchor } = suggestion;
      return { id: suggestion.id, anchor, suggested: JSON.stringify({ kind, content }) };
    }
  }
  const record = (await store.record(version))!;
  const found = findPart(record, `${version}/${part}`, ctx);
  if (!found)
    throw new OnrecordError(
      'not-found',
      `${id}: nothing in ${version} has this id`,
      `"onrecord show ${version}" lists its turns, sentences and claims.`,
    );
  return { id: found.id, anchor: describeSpan(version, record.text, found) };
}
