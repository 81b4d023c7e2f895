import { type Draft, dateIn } from './draft-entry.ts';
import type { LedgerView, TalkClause } from './talk-clause.ts';

/** A treaty, agreement, draft or arrangement that is named, with the state the words give it. */
export function findInstruments(view: LedgerView): Draft[] {
  const best = new Map<string, Draft>();
  for (const clause of view.clauses) {
    for (const m of clause.mentions) {
      if (m.kind !== 'instrument') continue;
      const status = statusOf(clause);
      const date = status === 'stated' ? null : dateIn(clause);
      const draft: Draft = {
        section: 'instruments',
        clause,
        what: m.name,
        key: m.entity ?? m.name ?? '',
        status,
        date: date?.value ?? null,
        valid: {
          from: status === 'in-force' || status === 'extended' ? (date?.value ?? null) : null,
          to: status === 'expired' ? (date?.value ?? null) : null,
        },
        ...(date ? { proofs: [{ field: 'date', start: date.start, end: date.end }] } : {}),
        rule: 'named-instrument',
      };
      // one row a text and state: what says more of an instrument than its name wins over the bare name
      const key = `${draft.key}|${clause.isOfficial}|${status}`;
      if (!best.has(key)) best.set(key, draft);
    }
  }
  const drafts = [...best.values()];
  return drafts.filter((d) => d.status !== 'stated' || !drafts.some((o) => o.key === d.key && o.status !== 'stated'));
}

function statusOf(clause: TalkClause): string {
  if (clause.says('instrument-withdrawal-announced')) return 'withdrawal-announced';
  if (clause.says('instrument-withdrawn')) return 'withdrawn';
  if (clause.says('instrument-suspended')) return 'suspended';
  if (clause.says('instrument-expired')) return 'expired';
  if (clause.says('instrument-extended')) return 'extended';
  if (clause.says('instrument-in-force')) return 'in-force';
  if (clause.says('instrument-signed')) return 'signed';
  if (clause.says('instrument-drafted')) return 'drafted';
  return 'stated';
}
