import type { Mention, Span } from '../../model/index.ts';
import { standsAsSubject } from './is-stance.ts';
import { readCount } from './read-count.ts';
import { sidesOf } from './sides.ts';
import type { LedgerView, TalkClause } from './talk-clause.ts';

/** The proposal a clause is about: whose it is, to whom it goes, and by what it is known elsewhere. */
export interface ProposalFocus {
  readonly clause: TalkClause;
  readonly from: string | null;
  readonly to: string | null;
  /** what the proposal is of: a draft's entity, the stem of its object, null when only "the proposal" is said */
  readonly object: string | null;
  readonly noun: Span;
  readonly topic: string | null;
}

/** The proposal named in a clause by a noun ("our draft", "their proposal of a moratorium") or a verb ("we propose"). */
export function focusOf(view: LedgerView, clause: TalkClause): ProposalFocus | null {
  const draft = clause.mentions.find((m) => m.kind === 'instrument' && isDraft(view, m));
  const here = draft ? { start: draft.start, end: draft.end } : clause.find('proposal');
  const before = here ? null : antecedent(view, clause);
  const noun = here ?? before?.noun ?? null;
  const verb = clause.find('proposing-verb') ?? clause.find('proposal-lapsed');
  if (!noun && !verb) return null;
  // "proposed October 3 and 4": a day for a meeting, not a proposal
  if (verb && isDay(view, clause, verb)) return null;
  const at = noun ?? verb!;
  const sides = sidesOf(view, clause);
  const from =
    (before ? null : ownerOf(view, clause, at, noun === null)) ?? (verb ? subjectOf(view, clause, verb) : null);
  // a verb alone must have somebody who proposes: "a state that invites …" is nobody
  if (!noun && from === null && !clause.says('proposal-lapsed')) return null;
  const { own, other } = sides;
  const to = from === null ? null : from === own ? other : own;
  const topic = clause.claims.find((c) => c.topic !== null)?.topic ?? null;
  return { clause, from, to, object: draft?.entity ?? objectOf(view, before?.clause ?? clause, at), noun: at, topic };
}

/** "the draft agreements on arms, which we proposed": the proposal stands in the clause before "which". */
function antecedent(view: LedgerView, clause: TalkClause): { noun: Span; clause: TalkClause } | null {
  const before = view.clauses[clause.index - 1];
  const isRelative = clause.find('which')?.start === clause.start && before?.sentenceIndex === clause.sentenceIndex;
  const noun = isRelative && clause.find('proposing-verb') ? before.findAll('proposal').at(-1) : undefined;
  return noun ? { noun, clause: before! } : null;
}

const isDay = (view: LedgerView, clause: TalkClause, verb: Span): boolean => {
  const next = clause.mentions.find((m) => m.kind === 'date' && m.start >= verb.end);
  return next !== undefined && /^\s*(?:\p{L}{2,4}\s+)?$/u.test(view.record.text.slice(verb.end, next.start));
};

const isDraft = (view: LedgerView, m: Mention): boolean => {
  const words = `${m.name ?? ''} ${view.record.text.slice(m.start, m.end)}`.toLowerCase();
  return (view.rules.cues[view.language]?.ledger?.['draft-words'] ?? []).some((w) => words.includes(w));
};

/** Whose: "our draft", "their idea", "the Varnian proposal", "the draft of Varnia", "proposals from the United States". */
function ownerOf(view: LedgerView, clause: TalkClause, noun: Span, isVerb: boolean): string | null {
  const { text } = view.record;
  const { own, other } = sidesOf(view, clause);
  const before = text.slice(Math.max(clause.start, noun.start - 40), noun.start);
  const named = clause.mentions.filter((m) => m.entity !== null && view.partyKind(m.entity) !== null);
  const possessor = named.find(
    (m) => m.end <= noun.start && /^(?:['’]s?)?(?:\s+[\p{L}-]+){0,2}\s*$/u.test(text.slice(m.end, noun.start)),
  );
  if (possessor && isAdjectival(text, possessor)) return possessor.entity;
  const whose = (cue: string) =>
    view.rules.cues[view.language]?.ledger?.[cue]?.some((w) =>
      new RegExp(`(?<!\\p{L})${w.replaceAll('*', '\\p{L}*')}(?:\\s+[\\p{L}-]+){0,2}\\s*$`, 'iu').test(before),
    ) ?? false;
  if (whose('our')) return clause.turn.kind === 'question' ? null : own;
  if (whose('your')) return clause.turn.kind === 'question' ? answering(view, clause) : other;
  if (whose('their')) return other;
  const after = named.find((m) => m.start >= noun.end && ofWords(view).test(text.slice(noun.end, m.start)));
  // where a genitive needs no word before it, what follows a verb is whom it is put to
  const isBare = view.rules.cues[view.language]?.ledger?.['of-party']?.includes('genitive') ?? false;
  if (after && !(isVerb && isBare)) return after.entity;
  // "the proposals and initiatives that we put forward"
  const opener = `^(?:\\s+\\p{L}+){0,2}\\s+(?:${view.oneOf('which')})\\s+(?:${view.oneOf('we-subject')})(?!\\p{L})`;
  const isOurs = clause.isOfficial && new RegExp(opener, 'iu').test(text.slice(noun.end, clause.end));
  return isOurs ? own : null;
}

/** "the American proposal", "Russia's proposals"; but "we sent Russia a proposal" names whom it went to. */
const isAdjectival = (text: string, m: Mention): boolean =>
  m.rule.includes('adjective') || /^['’]/u.test(text.slice(m.end, m.end + 1));

/** What stands between a noun and its owner: "of", "from the"; in a language with a genitive ("genitive" in the list) nothing. */
function ofWords(view: LedgerView): RegExp {
  const list = view.rules.cues[view.language]?.ledger?.['of-party'] ?? ['of'];
  const optional = list.includes('genitive') ? '?' : '';
  return new RegExp(`^\\s+(?:(?:${list.join('|')})\\s+)${optional}(?:the\\s+)?$`, 'iu');
}

/** Who does what the verb says: "we", or the party named last before it in the clause; the passive has nobody. */
export function subjectOf(view: LedgerView, clause: TalkClause, verb: Span): string | null {
  const { text } = view.record;
  const { own, other } = sidesOf(view, clause);
  // "we sent": the cue itself may hold its subject
  const before = text.slice(clause.start, verb.end);
  const we = lastOf(before, view, 'we-subject');
  const they = lastOf(before, view, 'they-subject');
  const named = clause.mentions.findLast(
    (m) =>
      m.end <= verb.start &&
      m.entity !== null &&
      view.partyKind(m.entity) !== null &&
      view.partyKind(m.entity) !== 'outlet' &&
      standsAsSubject(view, m),
  );
  const at = named ? named.start - clause.start : -1;
  const isCopular = view.saysIn(text.slice(verb.start, verb.end), 'copular-verbs');
  const isPassive = !isCopular && view.saysIn(before.slice(Math.max(at, they, 0)), 'passive');
  if (isPassive) return null;
  if (named && at > we && at > they && !/^['’]/u.test(text.slice(named.end, named.end + 1)))
    return stateOf(view, named.entity!);
  if (we >= 0 && we > they) return clause.turn.kind === 'question' ? null : own;
  // "he proposed": one person, of which side the word does not tell
  if (they >= 0) return lastOf(before, view, 'one-person') === they ? null : other;
  return null;
}

function lastOf(words: string, view: LedgerView, cue: string): number {
  const list = view.rules.cues[view.language]?.ledger?.[cue] ?? [];
  let last = -1;
  for (const w of list)
    for (const m of words.matchAll(new RegExp(`(?<!\\p{L})${w}(?!\\p{L})`, 'giu'))) last = Math.max(last, m.index);
  return last;
}

/** A ministry's state. */
export function stateOf(view: LedgerView, party: string): string {
  const known = view.rules.parties.find((p) => p.id === party);
  return known?.kind === 'ministry' || known?.kind === 'government' ? (known.memberOf ?? party) : party;
}

/** In a question "your draft" is the draft of the side that answers. */
function answering(view: LedgerView, clause: TalkClause): string | null {
  const next = view.clauses.find((c) => c.exchange === clause.exchange && c.isOfficial);
  return next ? view.partyOf(next.turn) : null;
}

/** What is proposed: the first word that carries a subject after the noun or verb ("a proposal for a one-year moratorium"). */
function objectOf(view: LedgerView, clause: TalkClause, at: Span): string | null {
  const rest = withoutOwner(view, clause, at.end);
  const link = new RegExp(`^\\s+(?:${view.oneOf('object-links')})\\s+(.{3,90})`, 'isu').exec(rest);
  const verb = clause.find('proposing-verb') ?? clause.find('proposal-lapsed');
  const phrase = link?.[1] ?? (verb && verb.end >= at.end ? withoutOwner(view, clause, verb.end).slice(0, 90) : null);
  if (!phrase) return null;
  const head = phrase.split(new RegExp(`[,.;:]|\\s(?:${view.oneOf('object-ends')})\\s`, 'iu'))[0] ?? '';
  const parties = new Set(
    clause.mentions
      .filter((m) => view.partyKind(m.entity ?? ''))
      .flatMap((m) => view.stemsOf(view.record.text.slice(m.start, m.end))),
  );
  const stems = view.stemsOf(head.replace(/\d+|-/gu, ' ')).filter((s) => !parties.has(s) && !generic(view).has(s));
  // "to carry out inspections this year": the first that tells; "of a one-year moratorium": the head stands last
  const isVerbal = new RegExp(`^\\s+(?:${view.oneOf('verbal-links')})\\s`, 'iu').test(rest);
  return (isVerbal ? stems.find((w) => readCount(view, w) === null) : stems.at(-1)) ?? null;
}

/** The words after a noun or verb, the side named first left out: "the invitation (of C) to …", "invited (C) to …". */
function withoutOwner(view: LedgerView, clause: TalkClause, from: number): string {
  const owner = clause.mentions.find(
    (m) =>
      m.start >= from &&
      view.partyKind(m.entity ?? '') !== null &&
      (m.start - from <= 1 || ofWords(view).test(view.record.text.slice(from, m.start))),
  );
  return view.record.text.slice(owner ? owner.end : from, clause.end);
}

const genericSets = new WeakMap<object, Set<string>>();
/** Words that say nothing of what a proposal is of: "year", "mutual", "own". */
function generic(view: LedgerView): Set<string> {
  const list = view.rules.cues[view.language]?.ledger?.['generic-object'] ?? [];
  const known = genericSets.get(list);
  if (known) return known;
  const made = new Set(list.flatMap((w) => view.stemsOf(w)));
  genericSets.set(list, made);
  return made;
}
