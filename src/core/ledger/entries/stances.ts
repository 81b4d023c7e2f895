import type { Act, Claim, Section } from '../../model/index.ts';
import { type Draft, partiesIn } from './draft-entry.ts';
import type { LedgerView, TalkClause } from './talk-clause.ts';

/** Acts that are rows by themselves: what a side demands, undertakes or foretells, straight from its claims. */
const SECTION_OF: Partial<Record<Act, Section>> = {
  demand: 'demands',
  request: 'demands',
  condition: 'demands',
  commitment: 'commitments',
  prediction: 'predictions',
};

/** Demands, commitments and predictions: one row a claim with a speaker (law V1: nothing of an unknown voice). */
export function findStances(view: LedgerView): Draft[] {
  const drafts: Draft[] = [];
  const seen = new Set<Claim>();
  for (const clause of view.clauses) {
    for (const claim of clause.claims) {
      const section = sectionOf(view, clause, claim);
      if (!section || seen.has(claim) || claim.speaker === null || claim.reported !== null) continue;
      seen.add(claim);
      const listed = section === 'demands' ? listedTerms(view, claim) : [];
      if (listed.length > 1)
        for (const span of listed) drafts.push({ ...stance(view, clause, claim, section), span, rule: 'listed-terms' });
      else drafts.push(stance(view, clause, claim, section));
    }
    const theirs = demandOfOthers(view, clause);
    if (theirs) drafts.push(theirs);
  }
  return drafts;
}

/**
 * A claim's section by its act; but what a side says in its own name that it will or will not do ("Varnia will not be the
 * first to deploy …") is an undertaking, whether the words read as a prediction or as a refusal.
 */
function sectionOf(view: LedgerView, clause: TalkClause, claim: Claim): Section | undefined {
  const own = view.partyOf(clause.turn);
  if (
    own !== null &&
    (claim.act === 'prediction' || claim.act === 'refusal') &&
    /^(?:will|shall|will-not|must)$/u.test(claim.modality)
  ) {
    const subject = clause.sentenceMentions.find(
      (m) => m.kind === 'country' && m.start >= claim.start && m.end <= claim.end,
    );
    if (subject?.entity === own && subject.start - claim.start < 24) return 'commitments';
  }
  return SECTION_OF[claim.act];
}

/** "non-advancement of A, non-inclusion of B, no staging of C": each term of a list is a demand of its own. */
function listedTerms(view: LedgerView, claim: Claim): { start: number; end: number }[] {
  const text = view.record.text.slice(claim.start, claim.end);
  const terms = [...text.matchAll(/(?:^|[\s,;])((?:non-\p{L}+|no\s+\p{L}+ing)\s[^,;–—]*?)(?=,|;|\s[–—-]\s|\setc|$)/gu)];
  return terms.map((m) => {
    const start = claim.start + m.index + m[0].indexOf(m[1]!);
    return { start, end: start + m[1]!.trimEnd().length };
  });
}

/** The other side's demand as the speaker tells it: a noun of demanding that is not his own, or what they raised. */
function demandOfOthers(view: LedgerView, clause: TalkClause): Draft | null {
  if (!clause.isOfficial || !clause.says('their-demand')) return null;
  const own = view.partyOf(clause.turn);
  const other = partiesIn(view, clause, true).find((p) => p !== own) ?? null;
  if (other === null) return null;
  return {
    section: 'demands',
    clause,
    parties: own ? [other, own] : [other],
    status: 'stated',
    by: other,
    to: own,
    rule: 'demand-of-others',
  };
}

function stance(view: LedgerView, clause: TalkClause, claim: Claim, section: Section): Draft {
  const own = view.partyOf(clause.turn);
  const addressee = claim.addressee ?? partiesIn(view, clause, true).find((p) => p !== own) ?? counterpart(view, own);
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
    date: section === 'commitments' ? (until?.value ?? null) : null,
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

/** Where a text speaks of one other state far more than of any third, that is whom its demands are addressed to. */
function counterpart(view: LedgerView, own: string | null): string | null {
  if (own === null) return null;
  const states = new Set(
    view.rules.parties.filter((p) => p.kind === 'state' || p.kind === 'alliance').map((p) => p.id),
  );
  const counts = new Map<string, number>();
  for (const m of view.record.mentions)
    if (m.entity && m.entity !== own && states.has(m.entity)) counts.set(m.entity, (counts.get(m.entity) ?? 0) + 1);
  const ranked = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const [first, second] = ranked;
  return first && first[1] >= 3 && first[1] >= 3 * (second?.[1] ?? 0) ? first[0] : null;
}
