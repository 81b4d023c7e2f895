import type { Mention } from '../../model/index.ts';
import { dateIn, dateInClause, todayIn } from './date-in.ts';
import type { Draft } from './draft-entry.ts';
import type { LedgerView, TalkClause } from './talk-clause.ts';

/** Proofs kept for one instrument of one text: enough to see what is said of it, not a concordance. */
const MAX_PROOFS = 6;

type Proof = { field: string; start: number; end: number };

/** A treaty, agreement or draft, named or by its noun, with the state the words give it; one row a text and state. */
export function findInstruments(view: LedgerView): Draft[] {
  const rows = new Map<string, { draft: Draft; proofs: Proof[] }>();
  let last: Draft | null = null;
  for (const clause of view.clauses) {
    const named = clause.mentions.filter((m) => m.kind === 'instrument');
    const effect = takesEffect(view, clause, last);
    const found = effect
      ? [effect]
      : named.length > 0
        ? named.map((m) => draftFor(view, clause, m))
        : unnamed(view, clause);
    for (const draft of found) if (isTold(view, draft)) keep(rows, draft, clause);
    last = found.at(-1) ?? last;
  }
  return [...rows.values()].map(({ draft, proofs }) => ({ ...draft, proofs: [...(draft.proofs ?? []), ...proofs] }));
}

/** A state told of it; a bare mention counts for a known treaty or one by its noun, and never in a question. */
function isTold(view: LedgerView, draft: Draft): boolean {
  if (draft.status !== 'stated') return true;
  if (draft.rule === 'unnamed-instrument') return true;
  const isKnown = view.rules.things.some((t) => t.id === draft.handles![0]);
  return draft.clause.isOfficial && (isKnown || view.saysIn(draft.what ?? '', 'treaty-nouns'));
}

/** One row a text, voice and state; a bare mention joins the row that says more. */
function keep(rows: Map<string, { draft: Draft; proofs: Proof[] }>, draft: Draft, clause: TalkClause): void {
  const key = `${draft.handles![0]}|${clause.isOfficial}`;
  const known = rows.get(key);
  const mention = { field: 'mention', start: clause.start, end: clause.end };
  if (!known) rows.set(key, { draft, proofs: [] });
  else if (known.draft.status === 'stated' && draft.status !== 'stated') {
    const { start, end } = known.draft.clause;
    rows.set(key, { draft, proofs: [...known.proofs, { field: 'mention', start, end }] });
  } else if (draft.status !== 'stated' && (draft.status !== known.draft.status || draft.rule === 'takes-effect'))
    rows.set(`${key}|${draft.status}|${draft.rule}`, { draft, proofs: [] });
  else if (known.proofs.length < MAX_PROOFS) known.proofs.push(mention);
}

function draftFor(view: LedgerView, clause: TalkClause, m: Mention): Draft {
  const which = whichFollows(view, clause, m);
  const status = statusOf(clause, clause.isOfficial, which);
  const isOfWhich = which !== null && statusOf(clause, clause.isOfficial) !== status;
  const part = partOf(view, clause, m);
  const named = status === 'stated' || status === 'drafted' ? null : (dateIn(view, clause) ?? todayIn(view, clause));
  const thing = view.rules.things.find((t) => t.id === m.entity);
  const until = expiry(clause);
  // the day it runs out is the end of its term, not the day it was suspended on
  const date = named && status !== 'expired' && status !== 'in-force' && named.value === until ? null : named;
  const id = m.entity ?? m.name ?? '';
  return {
    section: 'instruments',
    clause,
    what: part ? `${m.name}, “${part}”` : m.name,
    handles: [part ? `${id}/${view.stemsOf(part).join(' ')}` : id],
    parties: thing?.parties ?? [],
    by:
      status === 'suspended' || status === 'withdrawal-announced' || status === 'withdrawn'
        ? isOfWhich
          ? stateIn(view, which)
          : actor(view, clause, m)
        : null,
    status: status === 'signed' ? 'in-force' : status,
    date: date?.value ?? null,
    valid: { from: status === 'in-force' && !until ? (date?.value ?? null) : from(clause), to: until },
    ...(date ? { proofs: [{ field: 'date', start: date.start, end: date.end }] } : {}),
    rule: part ? 'part-of-instrument' : 'named-instrument',
  };
}

/** "suspend inspections under the treaty": what is spoken of is the inspections, the treaty itself stays as it is. */
function partOf(view: LedgerView, clause: TalkClause, m: Mention): string | null {
  const under = (view.rules.cues[view.language]?.ledger?.under ?? []).join('|');
  if (under === '' || !clause.says('instrument-suspended')) return null;
  const before = view.record.text.slice(clause.start, m.start);
  return new RegExp(`([\\p{L}-]+)\\s+(?:${under})\\s+(?:the\\s+)?$`, 'iu').exec(before)?.[1] ?? null;
}

/** "the treaty, which expires in February and is suspended by us": what the next clause says of the treaty before it. */
function whichFollows(view: LedgerView, clause: TalkClause, m: Mention): TalkClause | null {
  const next = view.clauses[clause.index + 1];
  const isLast = clause.end - m.end <= 2;
  return next && isLast && next.sentenceIndex === clause.sentenceIndex && next.find('which')?.start === next.start
    ? next
    : null;
}

/** "…, which the other side left": the one state named in that clause. */
function stateIn(view: LedgerView, clause: TalkClause): string | null {
  const states = new Set(
    clause.mentions.filter((x) => view.partyKind(x.entity ?? '') === 'state').map((x) => x.entity),
  );
  if (states.size === 0 && clause.says('we')) return view.partyOf(clause.turn);
  return states.size === 1 ? [...states][0]! : null;
}

/** The side that suspends or leaves: the party named, or "we". */
function actor(view: LedgerView, clause: TalkClause, m: Mention): string | null {
  const named = clause.mentions.findLast((x) => x.end <= m.start && view.partyKind(x.entity ?? '') === 'state');
  return named?.entity ?? (clause.says('we') ? view.partyOf(clause.turn) : null);
}

/** "The withdrawal takes effect on 1 March": the day of what was announced in the sentence before. */
function takesEffect(view: LedgerView, clause: TalkClause, last: Draft | null): Draft | null {
  if (!last || last.status === 'stated' || !clause.isOfficial || !clause.says('takes-effect')) return null;
  if (clause.sentenceIndex - last.clause.sentenceIndex > 1) return null;
  const date = dateInClause(view, clause);
  if (!date) return null;
  return {
    ...last,
    clause,
    date: date.value,
    proofs: [{ field: 'date', start: date.start, end: date.end }],
    rule: 'takes-effect',
  };
}

/** The last day named in a sentence that says it runs out. */
function expiry(clause: TalkClause): string | null {
  if (!clause.says('instrument-expired', true)) return null;
  const days = clause.sentenceMentions.filter((m) => m.kind === 'date' && /^\d{4}/u.test(m.value ?? ''));
  return days.at(-1)?.value?.replace(/T.*$/u, '') ?? null;
}

/** The day it entered into force, in a sentence that says that and its end. */
function from(clause: TalkClause): string | null {
  if (!clause.says('instrument-in-force', true)) return null;
  const days = clause.sentenceMentions.filter((m) => m.kind === 'date' && /^\d{4}/u.test(m.value ?? ''));
  return days.length > 1 ? (days[0]!.value?.replace(/T.*$/u, '') ?? null) : null;
}

/** "the draft treaties", "the mutual commitment": an instrument by its noun alone. */
function unnamed(view: LedgerView, clause: TalkClause): Draft[] {
  const m = clause.find('unnamed-instrument');
  // a question takes much for granted
  if (!m || !clause.isOfficial || clause.says('not-an-instrument')) return [];
  const status = statusOf(clause, clause.isOfficial);
  const noun = view.record.text.slice(m.start, m.end);
  return [
    {
      section: 'instruments',
      clause,
      what: `“${noun}”`,
      handles: [view.stemsOf(noun).slice(0, 2).join(' ')],
      parties: [],
      status: status === 'stated' && new RegExp(view.oneOf('draft-words'), 'iu').test(noun) ? 'drafted' : status,
      proofs: [{ field: 'name', ...m }],
      rule: 'unnamed-instrument',
    },
  ];
}

/** What the words say of its state; wishes and conditions ("if it is extended", "we are ready to extend") say none. */
function statusOf(clause: TalkClause, isOfficial: boolean, which: TalkClause | null = null): string {
  if (clause.says('instrument-hypothetical')) return 'stated';
  if (which) {
    const told = statusOf(which, isOfficial);
    if (told !== 'stated') return told;
  }
  if (clause.says('instrument-withdrawal-taken-back')) return 'in-force';
  if (clause.says('instrument-withdrawal-announced')) return 'withdrawal-announced';
  if (clause.says('instrument-in-force')) return 'in-force';
  if (clause.says('instrument-withdrawn')) return 'withdrawn';
  if (clause.says('instrument-suspended')) return 'suspended';
  if (clause.says('instrument-expired')) return 'expired';
  if (clause.says('instrument-extended')) return 'extended';
  if (clause.says('instrument-signed')) return 'signed';
  if (clause.says('instrument-drafted')) return isOfficial ? 'drafted' : 'stated';
  return 'stated';
}
