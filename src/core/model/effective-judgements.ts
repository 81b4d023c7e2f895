import type { Judgement } from './judgement.ts';

/** Judgements that stand: what an undo took back is left out, unless that undo was itself taken back. Oldest first. */
export function effectiveJudgements(all: readonly Judgement[]): Judgement[] {
  const undone = new Set<string>();
  // An undo is younger than what it undoes, so from the youngest on each one's fate is known when it is met.
  for (const j of all.toReversed()) if (j.decision === 'undo' && !undone.has(j.id)) undone.add(j.about);
  return all.filter((j) => j.decision !== 'undo' && !undone.has(j.id));
}

/** Pairs of versions that people joined or parted, `a` < `b`; of several judgements on one pair the last one stands. */
export function judgedPairs(all: readonly Judgement[]): { a: string; b: string; decision: 'merge' | 'part' }[] {
  const pairs = new Map<string, { a: string; b: string; decision: 'merge' | 'part' }>();
  for (const j of effectiveJudgements(all)) {
    if ((j.decision !== 'merge' && j.decision !== 'part') || j.other === null) continue;
    // rows of the ledger are merged when they are folded, not documents
    if (!j.about.startsWith('ver:')) continue;
    const [a, b] = j.about < j.other ? [j.about, j.other] : [j.other, j.about];
    pairs.set(`${a} ${b}`, { a, b, decision: j.decision });
  }
  return [...pairs.values()];
}
