import type { Mention, Span } from '../../model/index.ts';
import { ahead, dateIn, dateInClause } from './date-in.ts';
import { type Draft, isParty } from './draft-entry.ts';
import { draftOf, placeIn, wherePrinted } from './meeting-draft.ts';
import { bodyIn, levelIn, ordinalIn } from './meeting-handles.ts';
import { pairBefore, whoIn } from './meeting-parties.ts';
import { meetingNouns, received } from './meeting-role.ts';
import { meetingStatus } from './meeting-status.ts';
import { pairKey, pairOf, sidesOf } from './sides.ts';
import type { LedgerView, TalkClause } from './talk-clause.ts';

/**
 * Meetings, rounds, visits, conferences: a noun or verb of meeting with a day, a number in a series, a body that meets, a
 * place, or somebody to meet; and what the next sentences say of the same one ("It is postponed").
 * Negatives: "meet obligations", "round of sanctions", a meeting spoken of in general ("diplomacy needs meetings").
 */
export function findMeetings(view: LedgerView): Draft[] {
  const drafts: Draft[] = [];
  let last: Draft | null = null;
  for (const clause of view.clauses) {
    const found = meetingsIn(view, clause, last);
    drafts.push(...found);
    last = found.at(-1) ?? (last && clause.sentenceIndex - last.clause.sentenceIndex < 2 ? last : null);
  }
  return drafts;
}

function meetingsIn(view: LedgerView, clause: TalkClause, last: Draft | null): Draft[] {
  if (clause.says('not-a-meeting') || clause.says('meeting-denied', true)) return [];
  const naming = calledOtherwise(view, clause, last);
  if (naming) return [naming];
  if (
    (!clause.says('meeting') && received(view, clause).length === 0) ||
    clause.find('pronoun-subject')?.start === clause.start
  )
    return [followUp(view, clause, last)].filter((d) => d !== null);
  const listed = listedMeetings(view, clause);
  if (listed.length > 1) return listed.map((part) => partOfList(view, clause, part));
  return [movedMeeting(view, clause) ?? oneMeeting(view, clause) ?? followUp(view, clause, last)].filter(
    (d) => d !== null,
  );
}

function oneMeeting(view: LedgerView, clause: TalkClause): Draft | null {
  const status = meetingStatus(view, clause);
  // "if there is no invasion, we will go on with our conversations": no plan of a meeting
  if (status === 'planned' && view.findIn(clause.sentence.text, 'supposing')?.start === 0) return null;
  // known from an interviewer's premise alone, a meeting is never listed as held
  if (status === null || (clause.turn.kind === 'question' && status === 'held')) return null;
  if (view.findIn(clause.text, 'meeting-asked')?.start === 0) return null;
  const named = whoIn(view, clause);
  const nouns = meetingNouns(view, clause);
  if (nouns.length === 0) return null;
  const here = dateInClause(view, clause);
  const date =
    (here && isOfNoun(view, nouns, here) ? here : null) ?? (clause.says('meeting-ahead') ? dateIn(view, clause) : null);
  const ordinal = ordinalIn(view, clause);
  const body = bodyIn(view, clause);
  const place = placeIn(clause);
  // "will there be a meeting?" asks, and plans none
  if (clause.turn.kind === 'question' && !date && !ordinal && clause.sentence.text.endsWith('?')) return null;
  // planned by another clause of the sentence alone, on no day: spoken of, not announced
  if (status === 'planned' && !date && !ordinal && !clause.says('planned')) return null;
  if (clause.turn.kind === 'question' && !ordinal && !body && named.length < 2) return null;
  const person = clause.mentions.some((m) => m.kind === 'person');
  const level = levelIn(clause);
  if (!date && !ordinal && !body && !(named.length > 1 && (place || level)) && !person && !(level && named.length > 1))
    return status === 'not-agreed' && level ? draftOf(view, clause, { status, level }) : null;
  if (status === 'held' && !date && !ordinal && !place && !level) return null;
  // "when they meet tomorrow": who, is not said
  const own = view.partyOf(clause.turn);
  if (own === null && !body && !ordinal && named.length === 0) return null;
  const isOurs = clause.says('we', true) || named.includes(own ?? '');
  const them = isOurs || !clause.says('they-who-met') ? null : pairBefore(view, clause);
  if (!ordinal && !body && !isOurs && !them && named.filter((p) => p !== own).length === 0) return null;
  // "this will be my third, after I met him last week": planned, and on a day that is past
  const when = date ? view.record.text.slice(date.start, date.end) : '';
  if (status === 'planned' && view.saysIn(when, 'past-words') && !clause.says('was-planned')) return null;
  const draft = draftOf(view, clause, {
    status,
    date,
    ordinal,
    body,
    place,
    level,
    ...(them ? { parties: them } : {}),
  });
  // "the meetings we'll have there": with whom, nothing says
  const isAlone = own !== null && view.partyKind(own) === 'state' && draft.parties?.every((p) => p === own);
  return isAlone && !body && !person ? null : draft;
}

/** "the second meeting since it was founded last year": a day behind such a word is another matter's. */
const isOfNoun = (view: LedgerView, nouns: readonly Span[], date: Span): boolean => {
  const noun = nouns.findLast((n) => n.end <= date.start) ?? nouns[0]!;
  const between = view.record.text.slice(noun.end, Math.max(noun.end, date.start));
  return !view.saysIn(between, 'subordinate-openers') && !view.saysIn(between, 'since-when');
};

interface Part {
  readonly start: number;
  readonly end: number;
  readonly date: Mention;
}

/** "a meeting with A on January 10, a council on January 12 and a meeting with B on January 13": each with its own day. */
function listedMeetings(view: LedgerView, clause: TalkClause): Part[] {
  const days = exactDays(clause);
  if (days.length < 2) return [];
  const parts: Part[] = [];
  let start = clause.start;
  for (const day of days) {
    const words = clause.text.slice(start - clause.start, day.end - clause.start);
    // a second day of one meeting ("on 18 and 19 April") brings no words of its own
    if (parts.length > 0 && (words.match(/\p{L}+/gu) ?? []).length < 4) return [];
    const lead = /^[\s,;]*(?:\p{Ll}{1,3}\s+)?/u.exec(words)?.[0].length ?? 0;
    const colon = words.lastIndexOf(': ');
    parts.push({ start: start + (parts.length === 0 && colon >= 0 ? colon + 2 : lead), end: day.end, date: day });
    start = day.end;
  }
  const name = (part: Part) => view.record.text.slice(part.start, part.end);
  return clause.says('postponed') || !parts.every((p) => view.saysIn(name(p), 'meeting')) ? [] : parts;
}

function partOfList(view: LedgerView, clause: TalkClause, part: Part): Draft {
  const inPart = clause.mentions.filter((m) => m.start >= part.start && m.end <= part.end);
  const own = view.partyOf(clause.turn);
  const named = inPart.filter((m) => isParty(view, m.entity)).map((m) => m.entity!);
  return {
    ...draftOf(view, clause, {
      status: meetingStatus(view, clause) ?? 'planned',
      date: { value: part.date.value!, start: part.date.start, end: part.date.end },
      place: inPart.find((m) => m.kind === 'place' || m.rule.includes('capital')),
      parties: [...new Set([...(own && clause.turn.kind !== 'question' ? [own] : []), ...named])],
      span: { start: part.start, end: part.end },
    }),
    rule: 'listed-meetings',
  };
}

const isDay = (value: string | null) => /^\d{4}-\d\d-\d\d$/u.test(value ?? '');
const exactDays = (clause: TalkClause): Mention[] => clause.mentions.filter((m) => m.kind === 'date' && isDay(m.value));

/** "These were technical contacts, not negotiations": what one side calls the meeting just spoken of. */
function calledOtherwise(view: LedgerView, clause: TalkClause, last: Draft | null): Draft | null {
  if (!last || !clause.isOfficial || !clause.says('naming') || clause.findAll('track').length === 0) return null;
  const said = clause.find('naming')!;
  const rest = view.record.text.slice(said.end, clause.end);
  const noun = /^\s*([^,;.]{3,40})/u.exec(rest)?.[1]?.trim();
  if (!noun || !view.saysIn(noun, 'track')) return null;
  const start = said.end + rest.indexOf(noun);
  return {
    ...last,
    clause,
    date: null,
    proofs: [{ field: 'calledBy', start, end: start + noun.length }],
    attributes: { ...last.attributes, calledAs: noun },
    rule: 'called-otherwise',
  };
}

/** "moved from 27 June to 11 July": put off, with its new day; both days are handles of the one meeting. */
function movedMeeting(view: LedgerView, clause: TalkClause): Draft | null {
  if (!clause.says('postponed') || clause.turn.kind === 'question') return null;
  const days = clause.mentions
    .filter((m) => m.kind === 'date')
    .flatMap((m) => (m.value ?? '').split('/').map((value) => ({ value, start: m.start, end: m.end })))
    .filter((d) => isDay(d.value));
  const from = clause.find('moved-from');
  const moved = days.filter((d) => from !== null && d.end > from.start);
  const last = moved.at(-1);
  if (moved.length < 2 || !last) return null;
  const draft = draftOf(view, clause, {
    status: 'postponed',
    date: last,
    ordinal: ordinalIn(view, clause),
    body: bodyIn(view, clause),
  });
  const earlier = moved.slice(0, -1).map((d) => `${d.value}|${pairKey(draft.parties ?? [])}`);
  return { ...draft, date: last.value, handles: [...(draft.handles ?? []), ...earlier], rule: 'moved-meeting' };
}

/**
 * What the next sentence, or the answer to a question about a meeting, says of it without its noun: "It is postponed",
 * "The date has been agreed: 27 June", "It did meet".
 */
function followUp(view: LedgerView, clause: TalkClause, last: Draft | null): Draft | null {
  if (!clause.isOfficial || !clause.says('meeting-follow-up')) return null;
  const asked = last?.clause.isOfficial ? last : (askedAbout(view, clause) ?? last);
  if (!asked || asked.clause.exchange !== clause.exchange) return null;
  const status = meetingStatus(view, clause);
  if (status === null) return null;
  const found = dateInClause(view, clause) ?? (clause.says('date-follows') ? dateIn(view, clause) : null);
  const date = found && status === 'planned' && !clause.says('was-planned') ? ahead(view, found) : found;
  const open = status === 'postponed' || status === 'not-agreed' || status === 'cancelled';
  const handles = (asked.handles ?? []).filter((h) => !date || /^\d+:/u.test(h) || !/^\d{4}/u.test(h));
  const whom = asked.handles?.[0]?.split('|')[1] ?? '';
  const sides = sidesOf(view, clause);
  const where = wherePrinted(view, clause, clause);
  const known = asked.what || (asked.parties ?? []).length > 1 ? asked.parties : pairOf(sides);
  return {
    ...asked,
    clause,
    parties: known ?? [],
    status,
    date: open ? null : (date?.value ?? null),
    handles: [...handles, ...(date && !open ? date.value.split('/').map((d) => `${d}|${whom}`) : [])],
    proofs: [
      ...(date ? [{ field: 'date', start: date.start, end: date.end }] : []),
      { field: 'meeting', start: asked.clause.start, end: asked.clause.end },
      ...(where ? [{ field: 'place', start: where.start, end: where.end }] : []),
    ],
    attributes: { place: where?.name ?? null, level: null },
    rule: 'meeting-follow-up',
  };
}

/** The meeting a question is about, whatever the question takes for granted of it. */
function askedAbout(view: LedgerView, clause: TalkClause): Draft | null {
  const asked = view.before(clause).find((c) => c.turn.kind === 'question' && c.says('meeting'));
  if (!asked) return null;
  const ordinal = ordinalIn(view, asked);
  const body = bodyIn(view, asked);
  if (!ordinal && !body) return null;
  const parties = body ? [] : pairOf(sidesOf(view, clause));
  return { ...draftOf(view, asked, { status: 'planned', ordinal, body, parties }) };
}
