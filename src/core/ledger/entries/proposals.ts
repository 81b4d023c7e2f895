import type { Span } from '../../model/index.ts';
import { dateInClause } from './date-in.ts';
import type { Draft } from './draft-entry.ts';
import { focusOf, type ProposalFocus, subjectOf } from './proposal-focus.ts';
import { isAnaphoric, isReceiversDoing, type ProposalStatus, proposalStatus } from './proposal-status.ts';
import { pairOf, sidesOf } from './sides.ts';
import type { LedgerView, TalkClause } from './talk-clause.ts';

/** How many sentences back in a turn an answer may find its proposal. */
const REACH = 4;

/**
 * Proposals, drafts, ideas and requests that one side put to the other, and what is said of the answer, each side's own
 * word. "It", "the draft", "our answer", "no reply" are said of the proposal last named in the exchange, its question
 * included; where none was named nothing is entered.
 */
export function findProposals(view: LedgerView): Draft[] {
  const drafts: Draft[] = [];
  /** every proposal spoken of so far, as far as it is known */
  const known: ProposalFocus[] = [];
  for (const clause of view.clauses) {
    // "if they reject it": supposed, and no answer
    const isSupposed =
      view.findIn(clause.text.replace(/^\p{L}{2,3}\s+/u, ''), 'supposing')?.start === 0 ||
      view.findIn(clause.text, 'supposing')?.start === 0;
    const status = clause.isOfficial && !isSupposed && !clause.says('not-a-proposal') ? proposalStatus(clause) : null;
    const focus = status ? settle(view, clause, status, known) : null;
    const draft = status && focus ? draftFor(view, clause, status.status, focus) : null;
    // whose it is must be known, or at least the two sides it lies between
    if (draft && (draft.by || (draft.parties ?? []).length > 1)) drafts.push(draft);
    const spoken = focus ?? focusOf(view, clause);
    if (spoken) known.push(spoken);
  }
  return drafts;
}

/** The proposal a status is of: named in the clause, filled up from before; else the one named before. */
function settle(
  view: LedgerView,
  clause: TalkClause,
  status: ProposalStatus,
  known: readonly ProposalFocus[],
): ProposalFocus | null {
  const here = focusOf(view, clause);
  const isSaid = clause.says('answer-to-proposal') || clause.says('proposal-pronoun');
  if (!here && !(isSaid && isAnaphoric(status.status))) return null;
  const before = known.filter(
    (f) =>
      f.clause.exchange === clause.exchange &&
      (f.clause.turn.kind === 'question' || clause.sentenceIndex - f.clause.sentenceIndex <= REACH),
  );
  const same = here?.object
    ? known.findLast((f) => f.object === here.object)
    : (before.findLast((f) => f.object !== null) ?? before.at(-1));
  if (!here && !same) return null;
  // "there will be no extension": of an extension somebody proposed, or of nothing in this ledger
  if (status.status === 'lapsed' && !same) return null;
  const { own, other } = sidesOf(view, clause);
  const doer = actorOf(view, clause, status);
  const byDoing = doer === null ? null : isReceiversDoing(status.status) ? opposite(doer, own, other) : doer;
  // a go-between tells of what one party sent and the other received: neither is its own
  const sent = doer !== null && isReceiversDoing(status.status) && same?.from !== doer ? (same?.from ?? null) : null;
  const from = here ? (here.from ?? sent ?? byDoing ?? same?.from ?? null) : (same?.from ?? byDoing);
  const isBetween = sent !== null && from === sent && sent !== own && doer !== own;
  const to = from === null ? null : isBetween ? doer : from === own ? other : own;
  const object = here?.object ?? same?.object ?? null;
  return { clause, from, to, object, noun: (here ?? same)!.noun, topic: topicOf(clause) ?? same?.topic ?? null };
}

const opposite = (doer: string, own: string | null, other: string | null) =>
  doer === own ? other : doer === other ? own : null;

const topicOf = (clause: TalkClause) => clause.claims.find((c) => c.topic !== null)?.topic ?? null;

/** Who answers, studies, sends: "we are studying", "their answer", "Kestoria accepts"; null in the passive. */
function actorOf(view: LedgerView, clause: TalkClause, status: ProposalStatus): string | null {
  const cue = clause.find(status.cue);
  if (!cue) return null;
  const { own, other } = sidesOf(view, clause);
  if (status.status === 'not-answered') return clause.says('our-answer-missing') ? other : own;
  if (status.status === 'acknowledged' && clause.says('they-confirm')) return other;
  if (clause.says('our-answer')) return own;
  if (clause.says('their-answer')) return other;
  return subjectOf(view, clause, cue);
}

/** States that happen on a day; a study or a silence lasts. */
const HAPPENS: ReadonlySet<string> = new Set([
  'sent',
  'acknowledged',
  'answered',
  'accepted',
  'partly-accepted',
  'rejected',
  'withdrawn',
]);

function draftFor(view: LedgerView, clause: TalkClause, status: string, focus: ProposalFocus): Draft {
  const thing = focus.object ? view.rules.things.find((t) => t.id === focus.object) : undefined;
  const date = HAPPENS.has(status) ? dateInClause(view, clause) : null;
  const sides = sidesOf(view, clause);
  const parties = focus.from === null ? pairOf(sides) : [focus.from, focus.to].filter((p) => p !== null);
  return {
    section: 'proposals',
    clause,
    // "the draft, which we proposed": what is proposed stands before
    ...(isOneSentence(clause, focus.noun) && focus.noun.start < clause.start
      ? { span: { start: focus.noun.start, end: clause.end } }
      : {}),
    what: thing ? thing.name : focus.topic ? view.nameOf(focus.topic) : null,
    parties,
    status,
    by: focus.from,
    to: focus.to,
    date: date?.value ?? null,
    // a named draft is one whoever speaks of it; anything else is known by what it is of and whose it is
    handles: [thing ? thing.id : `${focus.object ?? focus.topic ?? 'proposal'}|${focus.from ?? ''}`],
    proofs: [
      { field: 'proposal', start: focus.noun.start, end: focus.noun.end },
      ...(date ? [{ field: 'date', start: date.start, end: date.end }] : []),
      ...(sides.named && sides.other && parties.includes(sides.other) ? [{ field: 'parties', ...sides.named }] : []),
    ],
    rule: focus.noun.start >= clause.start && focus.noun.end <= clause.end ? 'proposal-noun' : 'proposal-before',
  };
}

const isOneSentence = (clause: TalkClause, { start }: Span): boolean =>
  start >= clause.sentence.start && start < clause.sentence.end;
