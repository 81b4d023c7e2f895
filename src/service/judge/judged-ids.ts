import { effectiveJudgements } from '../../core/model/index.ts';
import type { Store } from '../../store/port.ts';

/** The last word a person said about each id; `undo` takes the judgement named back. */
export async function judgedIds(
  store: Store,
): Promise<{ accepted: ReadonlySet<string>; rejected: ReadonlySet<string> }> {
  const judgements = effectiveJudgements(await store.judgements());
  const accepted = new Set<string>();
  const rejected = new Set<string>();
  for (const j of judgements) {
    if (j.decision === 'accept' || j.decision === 'correct') {
      accepted.add(j.about);
      rejected.delete(j.about);
    } else if (j.decision === 'reject') {
      rejected.add(j.about);
      accepted.delete(j.about);
    }
  }
  return { accepted, rejected };
}
