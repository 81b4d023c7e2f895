import type { Mention } from '../../model/index.ts';
import { phrasesOf } from '../../text/phrases.ts';
import { type Draft, dateIn } from './draft-entry.ts';
import type { LedgerView, TalkClause } from './talk-clause.ts';

/** Proofs kept for one instrument of one text: enough to see what is said of it, not a concordance. */
const MAX_PROOFS = 6;

/** A treaty, agreement or draft, named or by its noun, with the state the words give it; one row a text and instrument. */
export function findInstruments(view: LedgerView): Draft[] {
  const rows = new Map<string, { draft: Draft; proofs: { field: string; start: number; end: number }[] }>();
  for (const clause of view.clauses) {
    const named = clause.mentions.filter((m) => m.kind === 'instrument');
    const found = named.length > 0 ? named.map((m) => draftFor(view, clause, m)) : unnamed(view, clause);
    for (const draft of found) {
      const key = `${draft.key}|${clause.isOfficial}`;
      const known = rows.get(key);
      const proof = { field: 'mention', start: clause.start, end: clause.end };
      if (!known) rows.set(key, { draft, proofs: [] });
      else if (known.draft.status === 'stated' && draft.status !== 'stated')
        rows.set(key, {
          draft,
          proofs: [...known.proofs, { field: 'mention', start: known.draft.clause.start, end: known.draft.clause.end }],
        });
      else if (draft.status !== 'stated' && draft.status !== known.draft.status)
        rows.set(`${key}|${draft.status}`, { draft, proofs: [] });
      else if (known.proofs.length < MAX_PROOFS) known.proofs.push(proof);
    }
  }
  return [...rows.values()].map(({ draft, proofs }) => ({ ...draft, proofs: [...(draft.proofs ?? []), ...proofs] }));
}

function draftFor(view: LedgerView, clause: TalkClause, m: Mention): Draft {
  const status = statusOf(clause);
  const date = status === 'stated' || status === 'drafted' ? null : dateIn(view, clause);
  const thing = view.rules.things.find((t) => t.id === m.entity);
  const until = status === 'in-force' || status === 'expired' ? expiry(clause) : null;
  return {
    section: 'instruments',
    clause,
    what: m.name,
    key: m.entity ?? m.name ?? '',
    parties: thing?.parties ?? [],
    status: status === 'signed' || status === 'extended' ? (status === 'signed' ? 'in-force' : 'extended') : status,
    date: date?.value ?? null,
    valid: { from: status === 'in-force' ? (date?.value ?? null) : null, to: until },
    ...(date ? { proofs: [{ field: 'date', start: date.start, end: date.end }] } : {}),
    rule: 'named-instrument',
  };
}

/** The last day named in a clause or sentence that says it runs out. */
function expiry(clause: TalkClause): string | null {
  if (!clause.says('instrument-expired', true)) return null;
  const days = clause.sentenceMentions.filter((m) => m.kind === 'date' && /^\d{4}/u.test(m.value ?? ''));
  return days.at(-1)?.value?.replace(/T.*$/u, '') ?? null;
}

/** "the draft treaties", "the mutual commitment": an instrument by its noun alone. */
function unnamed(view: LedgerView, clause: TalkClause): Draft[] {
  const expression = phrasesOf(view.rules, view.language, 'ledger', 'unnamed-instrument');
  const m = expression ? [...clause.text.matchAll(expression)][0] : undefined;
  if (!m) return [];
  const status = statusOf(clause);
  return [
    {
      section: 'instruments',
      clause,
      what: null,
      key: m[0]
        .toLowerCase()
        .replace(/^(?:the|these|our|their)\s+/u, '')
        .split(/\s+/u)
        .slice(0, 2)
        .join(' '),
      parties: [],
      status: status === 'stated' ? 'drafted' : status,
      rule: 'unnamed-instrument',
    },
  ];
}

function statusOf(clause: TalkClause): string {
  if (clause.says('instrument-withdrawal-announced')) return 'withdrawal-announced';
  if (clause.says('instrument-in-force')) return 'in-force';
  if (clause.says('instrument-withdrawn')) return 'withdrawn';
  if (clause.says('instrument-suspended')) return 'suspended';
  if (clause.says('instrument-expired')) return 'expired';
  if (clause.says('instrument-extended')) return 'extended';
  if (clause.says('instrument-signed')) return 'signed';
  if (clause.says('instrument-drafted')) return 'drafted';
  return 'stated';
}
