import type { Act, Claim, Section } from '../../model/index.ts';
import { type Draft, partiesIn } from './draft-entry.ts';
import type { LedgerView, TalkClause } from './talk-clause.ts';

/** Acts that are rows by themselves: what a side demands, undertakes or foretells, straight from its claims. */
const SECTION_OF: Partial<Record<Act, Section>> = {
  demand: 'demands',
  request: 'demands',
  condition: 'demands',
  commitment: 'commitments',
  offer: 'commitments',
  prediction: 'predictions',
};

/** Demands, commitments and predictions: one row a claim with a speaker (law V1: nothing of an unknown voice). */
export function findStances(view: LedgerView): Draft[] {
  const drafts: Draft[] = [];
  const seen = new Set<Claim>();
  for (const clause of view.clauses)
    for (const claim of clause.claims) {
      const section = SECTION_OF[claim.act];
      if (!section || seen.has(claim) || claim.speaker === null || claim.reported !== null) continue;
      if (section === 'commitments' && claim.act === 'offer' && claim.modality === 'indicative') continue;
      seen.add(claim);
      drafts.push(stance(view, clause, claim, section));
    }
  return drafts;
}

function stance(view: LedgerView, clause: TalkClause, claim: Claim, section: Section): Draft {
  const own = view.partyOf(clause.turn);
  const addressee = claim.addressee ?? partiesIn(view, clause, true).find((p) => p !== own) ?? null;
  const proofs = claim.condition
    ? [{ field: 'condition', start: claim.condition.start, end: claim.condition.end }]
    : [];
  const until = clause.sentenceMentions.find(
    (m) =>
      m.kind === 'date' && m.start >= claim.start && m.end <= claim.end && m.value !== null && /^\d{4}/u.test(m.value),
  );
  const condition = claim.condition ? view.record.text.slice(claim.condition.start, claim.condition.end) : null;
  return {
    section,
    clause,
    span: { start: claim.start, end: claim.end },
    parties: [own, addressee].filter((p): p is string => p !== null),
    status: section === 'predictions' ? 'open' : 'stated',
    by: own,
    to: addressee,
    proofs,
    attributes:
      section === 'demands'
        ? { kind: claim.act, openList: clause.says('open-list', true) }
        : section === 'predictions'
          ? { byWhen: until?.value ?? null, checkable: until ? true : null, condition }
          : { strength: claim.modality, condition },
    rule: `claim-${claim.act}`,
  };
}
