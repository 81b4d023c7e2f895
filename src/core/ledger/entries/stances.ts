import type { Act, Claim, Mention, Section } from '../../model/index.ts';
import { stateOfParty } from '../party-of-speaker.ts';
import { personIn } from './cases.ts';
import type { Draft } from './draft-entry.ts';
import {
  addresseesOf,
  isForetold,
  isOnSomebody,
  isUndertaken,
  namesOther,
  standsAsSubject,
  withoutAdverbs,
} from './is-stance.ts';
import { listedTerms } from './listed-terms.ts';
import { counterpart, doerOf, type Sides, shareOf, sidesOf } from './sides.ts';
import { dayOf, horizon, lastOf, startOf } from './stance-day.ts';
import type { LedgerView, TalkClause } from './talk-clause.ts';
import { toComeIn } from './what-is-to-come.ts';

/** Acts that are rows by themselves: what a side demands, undertakes or foretells, straight from its claims. */
const SECTION_OF: Partial<Record<Act, Section>> = {
  demand: 'demands',
  request: 'demands',
  condition: 'demands',
  commitment: 'commitments',
  prediction: 'predictions',
};

/** Stems a stance must carry: "it will go article by article" says nothing that could be kept or come true. */
const SUBSTANCE = 3;

/** Demands, commitments and predictions: one row a claim of a known side (law V1: nothing of an unknown voice). */
export function findStances(view: LedgerView): Draft[] {
  const drafts: Draft[] = [];
  const seen = new Set<Claim>();
  for (const clause of view.clauses) {
    if (!clause.isOfficial) continue;
    const theirs = demandOfOthers(view, clause);
    if (theirs) drafts.push(theirs);
    for (const claim of clause.claims) {
      if (seen.has(claim) || claim.reported !== null) continue;
      seen.add(claim);
      const section = sectionOf(view, clause, claim);
      if (
        !section ||
        doerOf(view, clause) === null ||
        (theirs && section === 'demands') ||
        !hasSubstance(view, claim, section) ||
        (section === 'predictions' && !isForetold(view, claim)) ||
        (section === 'commitments' && !isUndertaken(view, clause, claim))
      )
        continue;
      const draft = stance(view, clause, claim, section);
      if (!draft) continue;
      const listed = section === 'demands' ? listedTerms(view, claim) : [];
      if (listed.length > 1)
        for (const span of listed) drafts.push({ ...draft, span, handles: [words(view, span)], rule: 'listed-terms' });
      else drafts.push(draft);
    }
  }
  return drafts;
}

const words = (view: LedgerView, span: { start: number; end: number }) =>
  view.stemsOf(view.record.text.slice(span.start, span.end)).sort().join(' ');

/** Talk about the talk ("I will take your questions") and empty sentences are no undertakings, demands or forecasts. */
function hasSubstance(view: LedgerView, claim: Claim, section: Section): boolean {
  const text = view.record.text.slice(claim.start, claim.end);
  if (view.saysIn(text, 'about-the-talk')) return false;
  if (section === 'demands' && view.saysIn(text, 'no-demand')) return false;
  const isMarked = view.saysIn(text, 'expecting') || view.saysIn(text, 'opining');
  const least = section === 'commitments' || isMarked ? 2 : SUBSTANCE;
  return view.stemsOf(text).length >= least;
}

/**
 * A claim's section by its act; but what a side says in its own name that it will or will not do ("Varnia will not be the
 * first to deploy …", "we do not intend to …") is an undertaking, whether the words read as a prediction or a refusal,
 * and "I expect …", "it will probably …" foretell.
 */
function sectionOf(view: LedgerView, clause: TalkClause, claim: Claim): Section | undefined {
  const text = view.record.text.slice(claim.start, claim.end);
  const own = view.partyOf(clause.turn);
  if (claim.act === 'no-comment') return undefined;
  if (clause.turn.kind === 'commentary' && view.saysIn(text, 'undertaking-told')) return 'commitments';
  if (isExpected(view, text) && !view.saysIn(text, 'expecting-not') && claim.act !== 'demand') return 'predictions';
  if (isAgreed(view, clause, claim, text)) return 'commitments';
  const willed = /^(?:will|shall|will-not|shall-not|intend)/u.test(claim.modality) || view.saysIn(text, 'intending');
  if (view.saysIn(text, 'not-willed'))
    return claim.act === 'demand' || claim.act === 'condition' ? 'demands' : 'predictions';
  if (
    willed &&
    own !== null &&
    (/^(?:prediction|refusal|assertion|report|commitment|condition|warning)$/u.test(claim.act) ||
      // "we will consider this request", "we will take the necessary steps": it asks nothing of anybody
      (/^(?:demand|request)$/u.test(claim.act) && !willAsk(view, text)))
  ) {
    if (isOwnSubject(view, clause, claim, own)) return 'commitments';
  }
  const section = isOpinedOf(view, claim, text) ? 'predictions' : SECTION_OF[claim.act];
  // what the side's own bodies will do is undertaken, not foretold
  if (section === 'predictions' && own !== null && (isOwnBody(view, claim, own) || isOfOurs(view, text)))
    return 'commitments';
  if (section === 'predictions' && isVague(view, clause, claim)) return undefined;
  // an act read from weaker signs must show the words of a demand
  if (section === 'demands' && !view.saysIn(text, 'demand-words')) return undefined;
  return section;
}

/** "I don't think anything is going to happen": a view of what is to come, whatever else the words read as. */
const isOpinedOf = (view: LedgerView, claim: Claim, text: string): boolean => {
  if (!/^(?:assertion|report|denial|hedge)$/u.test(claim.act)) return false;
  const come = toComeIn(view, text, 'to-come');
  if (!come || !view.saysIn(text.slice(0, come.start), 'opining')) return false;
  return view.saysIn(come.subject, 'there') || !view.saysIn(come.subject, 'pronoun-alone');
};

/** "we agreed to keep consulting": both sides' undertaking, told by one of them. */
const isAgreed = (view: LedgerView, clause: TalkClause, claim: Claim, text: string): boolean =>
  view.partyOf(clause.turn) !== null &&
  /^(?:report|assertion|commitment|prediction)$/u.test(claim.act) &&
  view.findIn(text, 'we-agreed') !== null &&
  !view.saysIn(text, 'agreed-nothing');

/** "we will insist that they …", "we will ask for …" */
const willAsk = (view: LedgerView, text: string): boolean => {
  const come = toComeIn(view, text, 'to-come');
  return !come || view.findIn(withoutAdverbs(come.rest), 'asking')?.start === 0;
};

/** "I expect …", "… will probably …": said of what is to come. */
const isExpected = (view: LedgerView, text: string): boolean =>
  view.saysIn(text, 'expecting') && (view.saysIn(text, 'will-word') || view.saysIn(text, 'expecting-alone'));

/** "He will certainly have it", "it will be a topic": of whom or what, the sentence does not say, nor when. */
function isVague(view: LedgerView, clause: TalkClause, claim: Claim): boolean {
  const text = view.record.text.slice(claim.start, claim.end);
  const modal = view.findIn(text, 'will-word');
  if (!modal || dayOf(view, clause, claim)) return false;
  const last = text.slice(0, modal.start).trim().split(/\s+/u).at(-1) ?? '';
  return view.saysIn(last, 'pronoun-alone');
}

/** "our support for Kestoria will endure" */
const isOfOurs = (view: LedgerView, text: string): boolean =>
  view.findIn(toComeIn(view, text, 'to-come')?.subject ?? '', 'our-undertaking')?.start === 0;

/** "the Department will …", "our agencies will …"; not "the government of Kestoria will …" */
function isOwnBody(view: LedgerView, claim: Claim, own: string): boolean {
  const text = view.record.text.slice(claim.start, claim.end);
  const modal = view.findIn(text, 'will-word');
  const come = toComeIn(view, text, 'to-come');
  if (modal === null || (!come && modal.start >= 40) || come === null) return false;
  const head = come?.subject ?? text.slice(0, modal.start);
  if (view.saysIn(text.slice(0, modal.start), 'third-alone')) return false;
  return view.saysIn(head, 'own-body') && !namesOther(view, claim, own, { from: 0, start: (come ?? modal).start });
}

/** Does the side itself open the claim as its subject: "we", "our government", its own name? */
function isOwnSubject(view: LedgerView, clause: TalkClause, claim: Claim, own: string): boolean {
  const text = view.record.text.slice(claim.start, claim.end);
  const come = toComeIn(view, text, 'to-come') ?? toComeIn(view, text, 'intending');
  const modal = view.findIn(text, 'will-word') ?? view.findIn(text, 'intending') ?? come;
  const head = text.slice(0, modal ? modal.start : 40);
  if (modal && view.saysIn(come?.subject ?? head, 'we-alone'))
    return !come || view.saysIn(come.subject, 'we-ourselves') || !namesOther(view, claim, own, come);
  const names = clause.sentenceMentions.filter(
    (m) => m.start >= claim.start && m.end <= claim.start + head.length && view.partyKind(m.entity ?? '') !== null,
  );
  const last = names.at(-1);
  return last?.entity === own && standsAsSubject(view, last) && !isItsPeople(view, claim, last, head.length);
}

/** "the Varnian people will not": its people, not its government; "the Varnian side" is the state. */
const isItsPeople = (view: LedgerView, claim: Claim, m: Mention, head: number): boolean =>
  m.rule === 'adjective-of-state' &&
  !view.saysIn(view.record.text.slice(m.end, Math.max(m.end, claim.start + head)), 'side-nouns');

/** The other side's demand as the speaker tells it: a noun of demanding that is not his own, or what they raised. */
function demandOfOthers(view: LedgerView, clause: TalkClause): Draft | null {
  if (!clause.says('their-demand')) return null;
  const sides = sidesOf(view, clause);
  if (sides.other === null || sides.named === null) return null;
  return {
    section: 'demands',
    clause,
    parties: [sides.other, ...(sides.own ? [sides.own] : [])],
    status: 'stated',
    by: sides.other,
    to: sides.own,
    proofs: [{ field: 'by', ...sides.named }],
    rule: 'demand-of-others',
  };
}

function stance(view: LedgerView, clause: TalkClause, claim: Claim, section: Section): Draft | null {
  const found = sidesOf(view, clause);
  const own = doerOf(view, clause);
  // in a ministry's own text the other side may be the one that demands
  const sides = own === found.own ? found : { own, other: found.own, named: found.named };
  // what a state asks of its own ministries and agencies is no matter between states
  const isHome =
    claim.addressee !== null && claim.addressee !== own && stateOfParty(claim.addressee, view.rules) === own;
  if (section === 'demands' && isHome) return null;
  const isNamed = claim.addressee !== null && claim.addressee !== own && view.partyKind(claim.addressee) !== null;
  const addressee = isNamed ? claim.addressee : calledOn(view, claim) ? null : otherSide(view, clause, sides);
  // an undertaking is to whom it names; a demand without a name is to the other side spoken of
  const isHere = sides.named !== null && sides.named.start >= claim.start && sides.named.end <= claim.end;
  const one = section === 'demands' || (section === 'commitments' && (isNamed || isHere)) ? addressee : null;
  const all = section === 'demands' && one !== null ? addresseesOf(view, claim, one) : [];
  // what is asked of two together is asked of neither alone
  const to = all.length > 1 ? null : one;
  const day = dayOf(view, clause, claim);
  const until = day?.value ?? null;
  const condition = claim.condition ? view.record.text.slice(claim.condition.start, claim.condition.end) : null;
  const open = clause.find('open-list');
  const said = view.record.document.date ?? view.record.document.published;
  // what is past when it is said is no day by which anything comes
  const isGone = section === 'predictions' && said !== null && (lastOf(until) ?? said) < said.slice(0, 10);
  const due = section === 'predictions' ? ((isGone ? null : until) ?? horizon(view, clause, said)) : until;
  if (section === 'demands' && !isOnSomebody(view, claim, one)) return null;
  return {
    section,
    clause,
    span: { start: claim.start, end: claim.end },
    parties: [own, ...(all.length > 1 ? all : [to])].filter((p) => p !== null),
    status: section === 'predictions' ? 'open' : 'stated',
    by: own,
    to,
    date: section === 'commitments' ? (startOf(until) ?? null) : null,
    valid: section === 'commitments' ? { from: null, to: lastOf(until) } : { from: null, to: null },
    handles: handlesOf(view, clause, claim, own),
    proofs: [
      ...(claim.condition ? [{ field: 'condition', start: claim.condition.start, end: claim.condition.end }] : []),
      ...(day ? [{ field: section === 'predictions' ? 'byWhen' : 'date', start: day.start, end: day.end }] : []),
      ...(sides.named && to !== null && to === sides.other ? [{ field: 'to', ...sides.named }] : []),
    ],
    attributes:
      section === 'demands'
        ? { kind: claim.act, openList: open !== null || clause.says('open-list', true) }
        : section === 'predictions'
          ? { byWhen: lastOf(due), checkable: due ? true : null, condition }
          : { strength: claim.modality, condition },
    rule: `claim-${claim.act}`,
  };
}

/** "We call on companies to …": who is called on is said, and no party. */
function calledOn(view: LedgerView, claim: Claim): boolean {
  const text = view.record.text.slice(claim.start, claim.end);
  const cue = view.findIn(text, 'calls-on');
  return cue !== null && !view.saysIn(text.slice(cue.end).trim().split(/\s+/u).slice(0, 3).join(' '), 'others-object');
}

/** The side a demand is put to: named in its sentence, else the one state the text speaks to, where it speaks of few others. */
function otherSide(view: LedgerView, clause: TalkClause, sides: Sides): string | null {
  const { named } = sides;
  if (named && named.start >= clause.sentence.start && named.end <= clause.sentence.end) return sides.other;
  // of a long speech on other matters the state it speaks of most is nobody's addressee here
  const isNear = view.before(clause).some((c) => named && c.start <= named.start && named.end <= c.end);
  if (!isNear && clause.turn.end - clause.turn.start > LONG_TURN) return null;
  const other = counterpart(view, view.partyOf(clause.turn));
  return other !== null && shareOf(view, view.partyOf(clause.turn), other) >= FEW_OTHERS ? sides.other : null;
}

/** A turn longer than this, in UTF-16 units, speaks of many matters. A choice of ours. */
const LONG_TURN = 4000;

/** Least share of a text's mentions of other states that an addressee has who is not named beside the demand. */
const FEW_OTHERS = 0.5;

/** What a stance is known by: its words; a demand to free somebody by the name. */
function handlesOf(view: LedgerView, clause: TalkClause, claim: Claim, own: string | null): string[] {
  const byWords = `${own ?? ''}|${words(view, claim)}`;
  const freed = clause.says('case-wanted') ? personIn(view, clause) : null;
  return freed?.name ? [`release|${freed.name.toLowerCase()}`, byWords] : [byWords];
}
