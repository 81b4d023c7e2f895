import type { Mention } from '../../model/index.ts';
import { type Draft, dateIn, partiesIn } from './draft-entry.ts';
import type { LedgerView, TalkClause } from './talk-clause.ts';

/**
 * Meetings, rounds, visits, conferences: a noun or verb of meeting with a day, a place, or somebody to meet.
 * Negatives: "meet obligations", "in this round" of a count, a meeting spoken of in general ("diplomacy needs meetings").
 * Two sides of one meeting: "we" and the party named, or both parties of the track or treaty it is about.
 */
export function findMeetings(view: LedgerView): Draft[] {
  return view.clauses.flatMap((clause) => {
    if (!clause.says('meeting') || clause.says('not-a-meeting')) return [];
    const listed = listedMeetings(clause);
    if (listed.length > 1)
      return listed.map((part) => draftFor(view, clause, part)).filter((d): d is Draft => d !== null);
    const moved = movedMeeting(view, clause);
    if (moved) return [moved];
    const draft = draftFor(view, clause, null);
    return draft ? [draft] : [];
  });
}

interface Part {
  readonly start: number;
  readonly end: number;
  readonly date: Mention;
}

function draftFor(view: LedgerView, clause: TalkClause, part: Part | null): Draft | null {
  const status = statusOf(view, clause);
  // known from an interviewer's premise alone, a meeting is never listed as held
  if (status === null || (clause.turn.kind === 'question' && status === 'held')) return null;
  const date = part ? { value: part.date.value!, start: part.date.start, end: part.date.end } : dateIn(view, clause);
  const inPart = (m: Mention) => !part || (m.start >= part.start && m.end <= part.end);
  const place = clause.sentenceMentions.find((m) => inPart(m) && (m.kind === 'place' || m.rule.includes('capital')));
  const people = clause.sentenceMentions.some((m) => m.kind === 'person');
  const own = view.partyOf(clause.turn);
  const named = part
    ? clause.mentions
        .filter((m) => inPart(m) && (m.kind === 'country' || m.kind === 'organization') && m.entity)
        .map((m) => m.entity!)
    : partiesIn(view, clause, true);
  if (!date && !place && named.length < 2 && !people) return null;
  const parties =
    named.length < 2 && own !== null && clause.turn.kind !== 'question' ? [...new Set([own, ...named])] : named;
  return {
    section: 'meetings',
    clause,
    ...(part ? { span: part } : {}),
    parties,
    status,
    date: status === 'postponed' || status === 'not-agreed' ? null : (date?.value ?? null),
    key: date?.value ?? (place?.entity || [...parties].sort().join('|')),
    ...(date ? { proofs: [{ field: 'date', start: date.start, end: date.end }] } : {}),
    attributes: { place: place?.name ?? null },
    rule: part ? 'listed-meetings' : 'meeting-noun',
  };
}

/** "a meeting with A on January 10, a council on January 12 and a meeting with B on January 13": each with its own day. */
function listedMeetings(clause: TalkClause): Part[] {
  const days = clause.mentions.filter((m) => m.kind === 'date' && /^\d{4}-\d\d-\d\d$/u.test(m.value ?? ''));
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
  return parts;
}

/** "moved from 27 June to 11 July": put off, with its new day. */
function movedMeeting(view: LedgerView, clause: TalkClause): Draft | null {
  if (!clause.says('postponed')) return null;
  const days = clause.mentions.filter((m) => m.kind === 'date' && /^\d{4}-\d\d-\d\d$/u.test(m.value ?? ''));
  const last = days.at(-1);
  if (days.length < 2 || !last) return null;
  const own = view.partyOf(clause.turn);
  const parties = [...new Set([...(own ? [own] : []), ...partiesIn(view, clause, true)])];
  return {
    section: 'meetings',
    clause,
    parties,
    status: 'postponed',
    date: last.value,
    key: last.value!,
    proofs: [{ field: 'date', start: last.start, end: last.end }],
    rule: 'moved-meeting',
  };
}

/** Most negative first: a meeting that was put off is no longer planned, and one that was denied was never held. */
function statusOf(view: LedgerView, clause: TalkClause): string | null {
  if (clause.says('meeting-denied', true)) return null;
  if (clause.says('cancelled', true)) return 'cancelled';
  if (clause.says('postponed', true)) return 'postponed';
  if (clause.says('not-agreed', true)) return 'not-agreed';
  if (clause.says('recurring')) return 'recurring';
  if (clause.says('planned')) return 'planned';
  if (clause.says('held')) return 'held';
  if (clause.says('planned', true)) return 'planned';
  if (clause.says('held', true)) return 'held';
  return clause.turn.kind === 'question' && dateIn(view, clause) ? 'planned' : null;
}
