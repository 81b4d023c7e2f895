import { digestRecord } from '../../core/ledger/digest/digest-record.ts';
import { effectiveJudgements } from '../../core/model/index.ts';
import { profileDocument } from '../../core/versions/profile-document.ts';
import type { AnnotatedMember } from '../../intake/annotate-file.ts';
import type { AnnotatePool } from '../../intake/workers/annotate-pool.ts';
import type { Derivation } from '../../store/port.ts';
import { applyJudgements } from '../judge/apply-judgements.ts';
import type { Context } from '../operation.ts';

/** What the store keeps of an annotated document: the rules' work, overruled by what people decided (law S1). */
export async function derivationOf(
  { store, rules: vocabularies }: Pick<Context, 'store' | 'rules'>,
  member: AnnotatedMember,
  rules: string,
): Promise<Derivation> {
  const { reader, ...made } = member.annotated;
  const judgements = effectiveJudgements(await store.judgementsAbout(member.id));
  const record = applyJudgements(made, judgements);
  const declared = member.sidecar?.event;
  const profile =
    record === made ? member.profile : profileDocument(record, typeof declared === 'string' ? declared : null);
  const digest = record === made ? member.digest : digestRecord(record, vocabularies);
  return { record, reader, rules, profile, digest };
}

/** Make everything of a version anew from its capture, sidecar and judgements; a string says why that is not possible. */
export async function deriveAnew(
  ctx: Pick<Context, 'store' | 'rules'>,
  pool: AnnotatePool,
  id: string,
): Promise<Derivation | string> {
  const capture = (await ctx.store.capture(id))!;
  const bytes = (await ctx.store.captureBytes(id))!;
  const { name, mediaType, sidecar, context } = capture;
  const result = await pool.annotate({ path: id, name, bytes: new Uint8Array(bytes), mediaType, sidecar, context });
  const member = result.members.find((m) => 'error' in m || m.id === id);
  if (!member) return 'reading it again gives another document';
  if ('error' in member) return member.error.message;
  return derivationOf(ctx, member, result.rules);
}
