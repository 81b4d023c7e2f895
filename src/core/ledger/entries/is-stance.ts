import type { Claim, Mention } from '../../model/index.ts';
import type { LedgerView, TalkClause } from './talk-clause.ts';
import { type ToCome, toComeIn } from './what-is-to-come.ts';

/** Adverbs between a modal and its verb; some verbs end as they do. */
const ADVERBS =
  /^(?:(?!(?:fly|apply|supply|rely|reply|comply|multiply)\s)(?:not|never|also|still|then|now|always|probably|soon|later|just|as of \p{L}+|\p{L}+ly)\s+)+/iu;

/** What is willed, from its verb on. */
export const withoutAdverbs = (rest: string): string => rest.replace(ADVERBS, '');

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
  if (isMarked || denies) return true;
  if (view.saysIn(come.subject, 'schedule-subject')) return false;
  // "there will be a very hard discussion"
  if (view.saysIn(come.subject, 'there') && view.saysIn(come.rest, 'schedule-subject')) return false;
  // "the Chancellor will open the bridge": what a person is to do is a plan of the day, unless it is foretold or on a condition
  const isOpined = view.saysIn(text.slice(0, come.start), 'takes-clause');
  const { text: all } = view.record;
  const isOnCondition =
    claim.condition !== null && view.saysIn(all.slice(claim.condition.start, claim.condition.end), 'supposing');
  return isOpined || isOnCondition || !isOfPeople(view, claim, come);
}

/** Is who will a person or a rank ("President X", "foreign ministers", "members")? */
function isOfPeople(view: LedgerView, claim: Claim, come: ToCome): boolean {
  if (view.saysIn(come.subject, 'people-subject')) return true;
  const from = claim.start + come.from;
  return view.record.mentions.some(
    (m) =>
      m.kind === 'person' &&
      m.start >= from &&
      m.end <= claim.start + come.start &&
      m.end - from >= come.subject.length / 2,
  );
}

/** "will be held", "will brief the Council": a plan of the day. */
const isArranged = (view: LedgerView, come: ToCome): boolean =>
  view.findIn(withoutAdverbs(come.rest), 'arranging')?.start === 0;

/** An undertaking has its "will" or "intend to" in the main line; else a word of undertaking; and is the side's own. */
export function isUndertaken(view: LedgerView, clause: TalkClause, claim: Claim): boolean {
  const text = view.record.text.slice(claim.start, claim.end);
  const come = toComeIn(view, text, 'to-come') ?? toComeIn(view, text, 'intending');
  if (come === undefined) return true;
  if (come === null) {
    const cue = view.findIn(text, 'undertaking');
    if (!cue) return clause.turn.kind === 'commentary';
    // "Kestoria has already agreed to this": not ours, whoever tells it
    const own = view.partyOf(clause.turn);
    return (
      own === null ||
      view.saysIn(text.slice(0, cue.start), 'we-ourselves') ||
      !namesOther(view, claim, own, { from: 0, start: cue.start })
    );
  }
  // "I hope that we will agree", "we will have meetings with": a wish, and a row of the meetings
  if (view.saysIn(text.slice(0, come.start), 'hoping')) return false;
  if (isMeeting(view, come) && claim.condition === null) return false;
  if (view.findIn(withoutAdverbs(come.rest), 'not-undertaken')?.start === 0) return false;
  // "the President will meet …": a plan of the day, and no undertaking of the state
  if (isArranged(view, come) && !view.saysIn(come.subject, 'we-ourselves')) return false;
  const own = view.partyOf(clause.turn);
  // "we and Kestoria will" is ours too, "the government of Kestoria will" is not
  if (own !== null && !view.saysIn(come.subject, 'we-ourselves') && namesOther(view, claim, own, come)) return false;
  return !view.saysIn(come.subject, 'they-subject');
}

/** Words within which a meeting is the verb or its object ("hold a meeting", "have talks"). */
const MEETING_WITHIN = 4;
const isMeeting = (view: LedgerView, come: ToCome): boolean =>
  view.saysIn(withoutAdverbs(come.rest).split(/\s+/u).slice(0, MEETING_WITHIN).join(' '), 'meeting');

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
  // "countries that have stocks, they should …", "you have to keep at it": of whoever it may be; "we have to": of oneself
  const ofNobody = ['you-alone', 'self-demand'].some((list) => asked && view.saysIn(asked.subject, list));
  if (asked === null || ofNobody || view.saysIn(text, 'at-large')) return false;
  const named = view.record.mentions.filter((m) => m.entity === to && m.start >= claim.start && m.end <= claim.end);
  // "we count on Varnia to …": whom is said right behind it
  const hoped = view.findIn(text, 'expectation');
  const isNamed = hoped
    ? named.some((m) => m.start - claim.start - hoped.end <= EXPECTED_WITHIN && standsAsSubject(view, m))
    : named.length > 0;
  return isNamed || view.saysIn(text.slice(0, weak.start), 'others-subject');
}

/** "The Varnian side", "Varnia": who acts; not "Varnian artists", whom an adjective only places. */
function actsForState(view: LedgerView, m: Mention): boolean {
  if (!endsIn(view, m, 'attributive-endings')) return true;
  return view.findIn(view.record.text.slice(m.end, m.end + 40), 'side-nouns')?.start === 1;
}

/** May a name be the subject of its clause: in no case but the nominative, and no adjective of what stands behind it? */
export const standsAsSubject = (view: LedgerView, m: Mention): boolean =>
  actsForState(view, m) &&
  (endsIn(view, m, 'attributive-endings') || !endsIn(view, m, 'oblique-endings') || isOfSomebody(view, m));

/** "The ambassador of Varnia": a genitive behind whoever acts for the state. */
function isOfSomebody(view: LedgerView, m: Mention): boolean {
  const before = view.record.text.slice(Math.max(0, m.start - 40), m.start).trimEnd();
  return view.findAllIn(before, 'side-nouns').at(-1)?.end === before.length;
}

/** Those on whom a demand is made together: "we call on Varnia and Kestoria". One where no other is joined to it. */
export function addresseesOf(view: LedgerView, claim: Claim, to: string): string[] {
  const states = view.record.mentions.filter(
    (m) => m.start >= claim.start && m.end <= claim.end && view.partyKind(m.entity ?? '') === 'state',
  );
  const joined = new RegExp(`^,?\\s+(?:${view.oneOf('and-word')})\\s+$`, 'iu');
  return states.reduce<string[]>(
    (all, m, i) => {
      const before = states[i - 1];
      const isJoined = before && joined.test(view.record.text.slice(before.end, m.start));
      return isJoined && (before.entity === to || m.entity === to) ? [...new Set([before.entity!, m.entity!])] : all;
    },
    [to],
  );
}

/** Endings of a list of the language's cues; a language without the list has none. */
const endsIn = (view: LedgerView, m: Mention, list: string): boolean =>
  new RegExp(`\\p{L}(?:${view.oneOf(list)})$`, 'iu').test(view.record.text.slice(m.start, m.end));

/** How near behind "we expect that" stands who is to do it, UTF-16 units. A choice of ours. */
const EXPECTED_WITHIN = 30;

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
