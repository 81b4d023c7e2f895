import type { Entry, FieldEvidence, LedgerStatement } from '../../model/index.ts';
import { endOf } from './status-on.ts';

/** What a person set in a row of the ledger, and the words of the record that show it, if any were named. */
export interface EntryCorrection {
  readonly judgement: string;
  /** the statements the row held when the person looked at it */
  readonly covers: ReadonlySet<string>;
  readonly field: string;
  readonly value: string | null;
  readonly by: string;
  readonly reason: string;
  /** with the day it was said (EDTF): it counts from that day on */
  readonly evidence: (FieldEvidence & { readonly said: string | null }) | null;
}

/**
 * Let a person's corrections overrule the words' reading of a row (law S1), oldest first. A state that was set stands until
 * newer words are said of the matter; a correction with evidence counts from the day of that evidence (law L2). What was set
 * is listed in `judged`, so that each field has an anchor or is a person's judgement (law L1).
 */
export function applyCorrections(
  entry: Entry,
  line: readonly LedgerStatement[],
  last: LedgerStatement,
  corrections: readonly EntryCorrection[],
  on: { readonly day: string | null; readonly hindsight: boolean },
): Entry {
  let result = entry;
  for (const c of corrections) {
    if (!line.some((s) => c.covers.has(s.id))) continue;
    if (c.field === 'status' && !c.covers.has(last.id)) continue;
    const said = c.evidence?.said ?? null;
    if (c.evidence && on.day !== null && !on.hindsight && (said === null || endOf(said) > on.day)) continue;
    const { judgement, field, value, by, reason } = c;
    const set = field === 'parties' ? (value ?? '').split(/\s*,\s*/u).filter((p) => p !== '') : value;
    result = {
      ...result,
      [field]: set,
      judged: [...(result.judged ?? []), { judgement, field, value, by, reason }],
      evidence: c.evidence ? [...result.evidence, withoutDay(c.evidence)] : result.evidence,
    };
  }
  return result;
}

function withoutDay({ said: _, ...evidence }: NonNullable<EntryCorrection['evidence']>): FieldEvidence {
  return evidence;
}
