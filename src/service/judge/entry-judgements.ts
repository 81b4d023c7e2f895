import { z } from 'zod';
import type { EntryCorrection } from '../../core/ledger/fold/apply-corrections.ts';
import { effectiveJudgements, type Judgement, type Section, STATUSES } from '../../core/model/index.ts';
import type { Store } from '../../store/port.ts';
import { findSentence } from './find-sentence.ts';

/** What a judgement on a row of the ledger carries in its value: the statements the row held, and what is set in it. */
export const EntryJudgement = z.object({
  section: z.string(),
  covers: z.array(z.string()),
  /** of a merge, the statements of the other row */
  with: z.array(z.string()).optional(),
  field: z.string().optional(),
  value: z.string().nullable().optional(),
});
export type EntryJudgement = z.infer<typeof EntryJudgement>;

export const isEntryId = (id: string): boolean => id.startsWith('entry:');

/** Fields of a row that a person may set; `status` only to one of its section's states. */
export const ENTRY_FIELDS = [
  'status',
  'date',
  'value',
  'parties',
  'by',
  'from',
  'to',
  'byWhen',
  'condition',
  'unit',
  'bound',
  'calledBy',
] as const;

/** Why a row cannot be so corrected; null when it can. */
export function wrongEntryField(section: Section, field: string, value: string | null): string | null {
  if (!(ENTRY_FIELDS as readonly string[]).includes(field)) return `${field} is no field of an entry`;
  if (field !== 'status') return null;
  const states: readonly string[] = STATUSES[section];
  return value !== null && states.includes(value) ? null : `a state of ${section} is one of ${states.join(', ')}`;
}

/** What people decided about rows of the ledger and still holds, in the terms of the fold. */
export interface EntryJudgements {
  readonly accepted: ReadonlySet<string>;
  readonly rejected: ReadonlySet<string>;
  readonly merged: readonly (readonly [string, string])[];
  readonly corrections: readonly EntryCorrection[];
}

export async function entryJudgements(store: Store): Promise<EntryJudgements> {
  const accepted = new Set<string>();
  const rejected = new Set<string>();
  const merged: [string, string][] = [];
  const corrections: EntryCorrection[] = [];
  for (const j of effectiveJudgements(await store.judgements())) {
    const about = isEntryId(j.about) ? contentOf(j) : null;
    if (!about) continue;
    const isNo = j.decision === 'reject';
    for (const id of [...about.covers, ...(about.with ?? [])]) {
      if (j.decision === 'unsure') continue;
      (isNo ? rejected : accepted).add(id);
      (isNo ? accepted : rejected).delete(id);
    }
    const other = about.with?.[0];
    if (j.decision === 'merge' && other !== undefined) merged.push([about.covers[0]!, other]);
    if (j.decision === 'correct' && about.field !== undefined) corrections.push(await correctionOf(store, j, about));
  }
  return { accepted, rejected, merged, corrections };
}

function contentOf(j: Judgement): EntryJudgement | null {
  try {
    return EntryJudgement.parse(JSON.parse(j.value ?? ''));
  } catch {
    return null;
  }
}

async function correctionOf(store: Store, j: Judgement, about: EntryJudgement): Promise<EntryCorrection> {
  const shown = j.other === null ? null : await findSentence(store, j.other, j.anchor);
  return {
    judgement: j.id,
    covers: new Set(about.covers),
    field: about.field!,
    value: about.value ?? null,
    by: j.by,
    reason: j.reason,
    evidence: shown && { field: about.field!, ...shown },
  };
}
