import type { Claim } from '../../model/index.ts';
import type { LedgerView, TalkClause } from './talk-clause.ts';
import { type ToCome, toComeIn } from './what-is-to-come.ts';

/** Adverbs between a modal and its verb. */
const ADVERBS = /^(?:(?:not|never|also|still|then|now|always|probably|soon|later|just|\p{L}+ly)\s+)+/iu;

/**
 * A forecast has its "will" in the main line, and is of something a plan of the day does not settle: not "the briefing will be
 * held by …", "she will moderate". What is marked as expected ("will probably", "is likely to") needs no "will".
 */
export function isForetold(view: LedgerView, claim: Claim): boolean {
  const text = view.record.text.slice(claim.start, claim.end);
  const come = toComeIn(view, text, 'to-come');
  if (come === undefined) return true;
  const isMarked = view.saysIn(text, 'expecting');
  if (view.saysIn(text, 'on-the-agenda') || claim.modality === 'would') return false;
  const likely = view.saysIn(text, 'likely') ? toComeIn(view, text, 'likely') : undefined;
  if (likely === null) return false;
  if (come === null) return isMarked || likely !== undefined;
  // "you will see": said to those who listen
  if (isArranged(view, come) || view.saysIn(come.subject, 'you-alone')) return false;
  const denies = view.findIn(come.rest, 'not')?.start === 0 || view.saysIn(text.slice(come.start, come.end), 'not');
  return isMarked || denies || !view.saysIn(come.subject, 'schedule-subject');
}

/** "will be held", "will brief the Council": a plan of the day. */
const isArranged = (view: LedgerView, come: ToCome): boolean =>
  view.findIn(come.rest.replace(ADVERBS, ''), 'arranging')?.start === 0;

/** An undertaking has its "will" or "intend to" in the main line; else a word of undertaking; and is the side's own. */
export function isUndertaken(view: LedgerView, clause: TalkClause, claim: Claim): boolean {
  const text = view.record.text.slice(claim.start, claim.end);
  const come = toComeIn(view, text, 'to-come') ?? toComeIn(view, text, 'intending');
  if (come === undefined) return true;
  if (come === null) return clause.turn.kind === 'commentary' || view.saysIn(text, 'undertaking');
  if (view.findIn(come.rest.replace(ADVERBS, ''), 'not-undertaken')?.start === 0) return false;
  // "the President will meet …": a plan of the day, and no undertaking of the state
  if (isArranged(view, come) && !view.saysIn(come.subject, 'we-ourselves')) return false;
  const own = view.partyOf(clause.turn);
  // "we and Kestoria will" is ours too, "the government of Kestoria will" is not
  if (own !== null && !view.saysIn(come.subject, 'we-ourselves') && namesOther(view, claim, own, come)) return false;
  return !view.saysIn(come.subject, 'they-subject');
}

/**
 * Who is to do it must be said, else it is no demand that could be held against anybody; and "should", "has to be" demand only
 * of somebody named or pointed to before them: "that has to be the focus", "it should be seen as a right" do of nobody.
 */
export function isOnSomebody(view: LedgerView, claim: Claim, to: string | null): boolean {
  const text = view.record.text.slice(claim.start, claim.end);
  if (view.saysIn(text, 'call-on')) return true;
  if (to === null) return false;
  const weak = view.findIn(text, 'weak-demand');
  if (!weak || view.saysIn(text, 'firm-demand')) return true;
  // "there are steps that need to be taken": told of, not asked for
  const asked = toComeIn(view, text, 'weak-demand');
  // "countries that have stocks, they should …", "you have to keep at it": of whoever it may be
  if (asked === null || (asked && view.saysIn(asked.subject, 'you-alone')) || view.saysIn(text, 'at-large'))
    return false;
  const isNamed = view.record.mentions.some((m) => m.entity === to && m.start >= claim.start && m.end <= claim.end);
  return isNamed || view.saysIn(text.slice(0, weak.start), 'others-subject');
}

/** Does a stretch of a claim name another state? Offsets are UTF-16 units in the claim's words. */
export const namesOther = (
  view: LedgerView,
  claim: Claim,
  own: string,
  { from, start }: Pick<ToCome, 'from' | 'start'>,
): boolean =>
  view.record.mentions.some(
    (m) =>
      m.start >= claim.start + from &&
      m.end <= claim.start + start &&
      m.entity !== own &&
      view.partyKind(m.entity ?? '') === 'state',
  );
