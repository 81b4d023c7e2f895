import type { FieldEvidence, LedgerStatement, Section, Span } from '../../model/index.ts';
import { isWhere } from './sides.ts';
import type { LedgerView, TalkClause } from './talk-clause.ts';

/** What a detector has to say; the rest (id, title, who said it, when) is the same for all and filled in here. */
export interface Draft {
  readonly section: Section;
  readonly clause: TalkClause;
  /** the words that prove the entry; the clause when left out */
  readonly span?: Span;
  readonly what?: string | null;
  readonly parties?: readonly string[];
  readonly status: string;
  readonly date?: string | null;
  readonly value?: string | null;
  readonly valid?: { readonly from: string | null; readonly to: string | null };
  readonly by?: string | null;
  readonly to?: string | null;
  /** what it is known by beyond this text: accounts of one side that share one handle are of one matter; stems when left out */
  readonly handles?: readonly string[];
  readonly attributes?: LedgerStatement['attributes'];
  /** further proofs: field -> span in the same text */
  readonly proofs?: readonly { readonly field: string; readonly start: number; readonly end: number }[];
  readonly rule: string;
}

/** Between the handles of a statement's key. */
export const HANDLE_BREAK = ' || ';

/** Longest quotation in a title, UTF-16 units; the evidence holds the whole. */
const TITLE_QUOTE = 120;

/** A detector's draft as a statement of the ledger, with its evidence and a title in nobody's voice but the speaker's (law L3). */
export function statementFrom(view: LedgerView, draft: Draft): Omit<LedgerStatement, 'id'> {
  const { record } = view;
  const { clause } = draft;
  const span = draft.span ?? clause;
  const words = record.text.slice(span.start, span.end);
  const stater = statedBy(view, clause);
  const parties = [...new Set(draft.parties ?? partiesIn(view, clause))];
  const label = draft.what ?? parties.map((p) => view.nameOf(p)).join(' – ');
  const proofs = draft.proofs ?? [];
  const evidence: FieldEvidence[] = [
    evidenceFor(view, clause, draft.status === 'stated' ? 'statement' : 'status', span),
    ...proofs
      .filter((p) => p.start !== span.start || p.end !== span.end)
      .map((p) => evidenceFor(view, clause, p.field, p)),
  ];
  return {
    section: draft.section,
    key: (draft.handles ?? [view.stemsOf(words).sort().join(' ')]).join(HANDLE_BREAK),
    side: view.partyOf(clause.turn) ?? stater,
    title: `${label ? `${label}: ` : ''}“${shorten(words)}” (${stater ?? 'speaker unknown'})`,
    parties: parties.map((p) => view.nameOf(p)),
    status: draft.status,
    date: draft.date ?? null,
    value: draft.value ?? null,
    said: record.document.date ?? record.document.published,
    valid: draft.valid ?? { from: draft.date ?? null, to: null },
    statedBy: stater ? [stater] : [],
    by: draft.by ? view.nameOf(draft.by) : null,
    to: draft.to ? view.nameOf(draft.to) : null,
    attributes: draft.attributes ?? {},
    evidence,
    rule: draft.rule,
  };
}

export function evidenceFor(view: LedgerView, clause: TalkClause, field: string, span: Span): FieldEvidence {
  const { start, end } = span;
  const { turn } = clause;
  const isHere = start >= turn.start && end <= turn.end;
  return {
    field,
    document: view.record.document.id,
    turn: (isHere ? turn : (view.record.turns.find((t) => start >= t.start && end <= t.end) ?? turn)).id,
    start,
    end,
    text: view.record.text.slice(start, end),
  };
}

/** Whose words the evidence is; an unnamed interviewer is the outlet. */
export const statedBy = (view: LedgerView, clause: TalkClause): string | null =>
  clause.turn.speaker ??
  (clause.turn.kind === 'question'
    ? view.record.document.outlet
    : clause.turn.kind === 'commentary'
      ? view.record.document.publisher
      : null);

/** States, alliances and bodies named in a clause, and the speaker's own side where it says "we" or "our". */
export function partiesIn(view: LedgerView, clause: TalkClause, whole = false): string[] {
  const mentions = whole ? clause.sentenceMentions : clause.mentions;
  const named = mentions.filter((m) => isParty(view, m.entity) && !isWhere(view, m)).map((m) => m.entity!);
  const own = clause.isOfficial && clause.says('we', whole) ? view.partyOf(clause.turn) : null;
  return [...new Set([...(own ? [own] : []), ...named])];
}

/** Can it be a party to a matter: a state, an alliance, a body of states; no ministry, outlet or group? */
export const isParty = (view: LedgerView, entity: string | null): boolean =>
  entity !== null && /^(?:state|alliance|organisation)$/u.test(view.partyKind(entity) ?? '');

function shorten(words: string): string {
  const flat = words.replace(/\s+/gu, ' ');
  if (flat.length <= TITLE_QUOTE) return flat;
  return `${flat.slice(0, flat.lastIndexOf(' ', TITLE_QUOTE))} …`;
}
