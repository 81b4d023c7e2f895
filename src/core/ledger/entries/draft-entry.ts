import type { FieldEvidence, LedgerStatement, Mention, Section, Span } from '../../model/index.ts';
import { contentStems } from '../../text/content-words.ts';
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
  /** identity beyond this text; stems of the words when left out */
  readonly key?: string;
  readonly attributes?: LedgerStatement['attributes'];
  /** further proofs: field -> span in the same text */
  readonly proofs?: readonly { readonly field: string; readonly start: number; readonly end: number }[];
  readonly rule: string;
}

/** Longest quotation in a title, UTF-16 units; the evidence holds the whole. */
const TITLE_QUOTE = 120;

/** A detector's draft as a statement of the ledger, with its evidence and a title in nobody's voice but the speaker's (law L3). */
export function statementFrom(view: LedgerView, draft: Draft): Omit<LedgerStatement, 'id'> {
  const { record, rules } = view;
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
    key: draft.key ?? [...contentStems(words, view.language, rules)].sort().join(' '),
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
  return {
    field,
    document: view.record.document.id,
    turn: clause.turn.id,
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

/** States, ministries and bodies named in a clause, and the speaker's own side where it says "we" or "our". */
export function partiesIn(view: LedgerView, clause: TalkClause, whole = false): string[] {
  const mentions = whole ? clause.sentenceMentions : clause.mentions;
  const named = mentions
    .filter((m) => (m.kind === 'country' || m.kind === 'organization') && m.entity !== null)
    .map((m) => m.entity!);
  const own = clause.isOfficial && clause.says('we', whole) ? view.partyOf(clause.turn) : null;
  return [...new Set([...(own ? [own] : []), ...named])];
}

/** The first calendar day, month or year named in the clause, else in its sentence. */
export function dateIn(view: LedgerView, clause: TalkClause): { value: string; start: number; end: number } | null {
  for (const list of [clause.mentions, clause.sentenceMentions]) {
    const m = list.find((x) => x.kind === 'date' && x.value !== null && /^-?\d{4}/u.test(x.value));
    if (m) return joinedDays(view, list, m);
  }
  return null;
}

/** "On 18 and 19 April" is one stretch of days; a time of day is left out. */
function joinedDays(
  view: LedgerView,
  list: readonly Mention[],
  first: Mention,
): { value: string; start: number; end: number } {
  const day = (m: Mention) => /^\d{4}-\d\d-\d\d/u.exec(m.value ?? '')?.[0] ?? null;
  const a = day(first);
  const value = first.value!.replace(/T.*$/u, '');
  if (a === null) return { value, start: first.start, end: first.end };
  // "on 18 and 19 April": the first day is printed without its month
  const before = /(\d{1,2})\s*(?:and|to|и|[–-])\s*$/u.exec(
    view.record.text.slice(Math.max(0, first.start - 12), first.start),
  );
  if (before) {
    const earlier = `${a.slice(0, 8)}${before[1]!.padStart(2, '0')}`;
    if (earlier < a && isNextDay(earlier, a))
      return { value: `${earlier}/${a}`, start: first.start - before[0].length, end: first.end };
  }
  const next = list.find(
    (m) => m.kind === 'date' && m.start >= first.end && m.start - first.end <= 8 && day(m) !== null,
  );
  const b = next ? day(next) : null;
  if (b !== null && next && isNextDay(a, b)) return { value: `${a}/${b}`, start: first.start, end: next.end };
  return { value, start: first.start, end: first.end };
}

const isNextDay = (a: string, b: string): boolean => Date.parse(b) - Date.parse(a) === 86_400_000;

function shorten(words: string): string {
  const flat = words.replace(/\s+/gu, ' ');
  if (flat.length <= TITLE_QUOTE) return flat;
  return `${flat.slice(0, flat.lastIndexOf(' ', TITLE_QUOTE))} …`;
}
