import type { Mention } from '../../model/index.ts';
import { phrasesOf } from '../../text/phrases.ts';
import { dateInClause } from './date-in.ts';
import type { Draft } from './draft-entry.ts';
import type { LedgerView, TalkClause } from './talk-clause.ts';

/** Who a case is of: a name, or the words that stand for people nobody names. */
interface Held {
  readonly name: string | null;
  readonly start: number;
  readonly end: number;
}

/**
 * Single persons' cases: detained, charged, sentenced, refused a visa, released; each with its day and term. "He", "she"
 * and the next sentence go on with the person named before. A name that only the interviewer gives is his: no case.
 */
export function findCases(view: LedgerView): Draft[] {
  const drafts: Draft[] = [];
  let last: { held: Held; clause: TalkClause } | null = null;
  for (const clause of view.clauses) {
    // a person whom only the interviewer names is no case that the official raised
    if (!clause.isOfficial) {
      last = null;
      continue;
    }
    const status = clause.says('not-a-case') ? null : statusOf(clause);
    const named = personIn(view, clause);
    const isNear = last !== null && clause.sentenceIndex - last.clause.sentenceIndex <= 1;
    const held =
      named ?? (isNear && last && clause.says('case-pronoun') ? last.held : null) ?? (status ? unnamed(clause) : null);
    if (named) last = { held: named, clause };
    else if (held && last) last = { held: last.held, clause };
    if (status === null || !held) continue;
    const draft = draftFor(view, clause, status, held);
    drafts.push(draft);
    if (status === 'released' && held.name) drafts.push(demandMet(draft, held.name));
  }
  return drafts;
}

function draftFor(view: LedgerView, clause: TalkClause, status: string, held: Held): Draft {
  const own = view.partyOf(clause.turn);
  const date = status === 'raised' ? null : (dateInClause(view, clause) ?? sameDay(view, clause));
  const term =
    status === 'sentenced' ? clause.mentions.find((m) => m.kind === 'date' && /^P\d/u.test(m.value ?? '')) : undefined;
  const words = view.record.text.slice(held.start, held.end);
  return {
    section: 'cases',
    clause,
    what: held.name,
    parties: own ? [own] : [],
    status,
    by: own,
    date: date?.value ?? null,
    value: term ? view.record.text.slice(term.start, term.end) : null,
    handles: [held.name ? held.name.toLowerCase() : `${status}|${view.stemsOf(words).join(' ')}|${clause.turn.id}`],
    proofs: [
      { field: 'person', start: held.start, end: held.end },
      ...(date ? [{ field: 'date', start: date.start, end: date.end }] : []),
      ...(term ? [{ field: 'value', start: term.start, end: term.end }] : []),
    ],
    attributes: {
      namedBy: held.name ? (own ? view.nameOf(own) : clause.turn.speaker) : null,
      officialResponse: null,
    },
    rule: held.name ? 'named-case' : 'unnamed-case',
  };
}

/** Who came home was demanded by somebody, perhaps: the demand is met. It counts only where the demand itself is known. */
function demandMet(draft: Draft, name: string): Draft {
  return {
    ...draft,
    section: 'demands',
    status: 'met',
    value: null,
    handles: [`release|${name.toLowerCase()}`],
    attributes: { needsRow: true },
    rule: 'demand-met',
  };
}

/** "On the same day": the day of the sentence before. */
function sameDay(view: LedgerView, clause: TalkClause) {
  if (!clause.says('same-day')) return null;
  for (const c of view.before(clause, 1)) {
    const date = dateInClause(view, c);
    if (date) return date;
  }
  return null;
}

/** A person named in the clause who is neither speaking nor holding an office, known or by the form of the name. */
export function personIn(view: LedgerView, clause: TalkClause): Held | null {
  const m = clause.mentions.find(
    (x) => x.kind === 'person' && x.name !== null && !isAddress(view, x) && !isOfficeHolder(view, x.entity, x.name),
  );
  if (m) return { name: m.name, start: m.start, end: m.end };
  const opener = phrasesOf(view.rules, view.language, 'ledger', 'case-of');
  const byForm = /(?<![\p{L}-])(\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+){1,2})(?![\p{L}-])/gu;
  for (const n of unnamedWords(clause).matchAll(byForm)) {
    const start = clause.start + n.index;
    const end = start + n[0].length;
    const before = clause.text.slice(0, n.index);
    const isIntroduced = opener !== null && new RegExp(`(?:${opener})\\s*$`, 'iu').test(before);
    const isApposed = view.findIn(clause.text.slice(n.index + n[0].length), 'apposition')?.start === 0;
    if (
      isIntroduced ||
      isApposed ||
      view.saysIn(clause.text.slice(n.index + n[0].length, n.index + n[0].length + 40), 'case-follows')
    )
      return { name: n[0], start, end };
  }
  return null;
}

/** "Ильза Павловна, …": a given name and patronymic alone speak to somebody who is there. */
function isAddress(view: LedgerView, m: Mention): boolean {
  const words = view.record.text.slice(m.start, m.end).split(/\s+/u);
  const endings = view.rules.cues[view.language]?.names?.['patronymic-endings'] ?? [];
  return words.length === 2 && endings.some((e) => words[1]!.toLowerCase().endsWith(e));
}

/** The words of a clause with what is known to be a day, a place, a body blanked out, each letter by one space. */
function unnamedWords(clause: TalkClause): string {
  let words = clause.text;
  for (const m of clause.mentions) {
    const [a, b] = [m.start - clause.start, m.end - clause.start];
    words = words.slice(0, a) + '·'.repeat(b - a) + words.slice(b);
  }
  return words;
}

function isOfficeHolder(view: LedgerView, entity: string | null, name: string | null): boolean {
  const isSpeaker = view.record.document.participants.some((p) => p.name === name);
  return isSpeaker || (entity !== null && view.rules.people.some((p) => p.id === entity && p.tenures.length > 0));
}

/** People nobody names: "our citizens who received long sentences", "the head of the delegation". */
function unnamed(clause: TalkClause): Held | null {
  const words = clause.find('case-person');
  return words ? { name: null, ...words } : null;
}

function statusOf(clause: TalkClause): string | null {
  if (clause.says('case-negated')) return null;
  // "must be released" is a wish, not a release
  if (clause.says('case-wanted')) return 'raised';
  if (clause.says('case-released')) return 'released';
  if (clause.says('case-sentenced')) return 'sentenced';
  if (clause.says('case-charged')) return 'charged';
  if (clause.says('case-detained')) return 'detained';
  if (clause.says('case-visa') || clause.says('case-expelled')) return 'raised';
  return null;
}
