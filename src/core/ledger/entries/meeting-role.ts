import type { Span } from '../../model/index.ts';
import type { LedgerView, TalkClause } from './talk-clause.ts';

/**
 * Nouns and verbs of meeting that tell of a meeting: not "Ireland's seat on the Security Council", where the noun is of a
 * name, nor "during the visit he will stress", "after the Council", "take part in all meetings", where it only says when or
 * where something else is; but "in my meeting with the minister" does tell of one.
 */
export const meetingNouns = (view: LedgerView, clause: TalkClause): Span[] => [
  ...clause.findAll('meeting').filter((noun) => !isInName(clause, noun) && !isAside(view, clause, noun)),
  ...received(view, clause),
];

/** How near behind "welcomed" its guest is named, and within what the guest's rank or name must stand, UTF-16 units. */
const GUEST_AT = 12;
const GUEST_WITHIN = 80;

/** "welcomed the Kestorian Foreign Minister": a guest with a rank or a name; not a decision, nor what a guest has said. */
export function received(view: LedgerView, clause: TalkClause): Span[] {
  const { text } = view.record;
  return clause.findAll('receiving').filter(({ end }) => {
    const stop = Math.min(clause.end, end + GUEST_WITHIN);
    const guest = clause.mentions.find(
      (m) => (m.kind === 'person' || m.kind === 'country') && m.start >= end && m.end <= stop,
    );
    const before = guest ? text.slice(end, guest.start) : '';
    // "will host ministers here"
    if (!guest) return hasRank(view, text.slice(end, Math.min(stop, end + GUEST_AT)));
    if (view.saysIn(before, 'not-received')) return false;
    if (before.trim().length > GUEST_AT && !hasRank(view, before)) return false;
    const person = clause.mentions.find((m) => m.kind === 'person' && m.start >= end && m.end <= stop);
    if (person) return !/^['’]s(?!\p{L})/u.test(text.slice(person.end, person.end + 3));
    return hasRank(view, text.slice(end, Math.min(stop, guest.end + 24)));
  });
}

const hasRank = (view: LedgerView, words: string): boolean =>
  ['leaders', 'ministers', 'envoys'].some((level) => view.saysIn(words, `level-${level}`));

const isInName = (clause: TalkClause, noun: Span): boolean =>
  clause.mentions.some((m) => m.kind === 'organization' && m.start <= noun.start && noun.end <= m.end);

/** Most words between "during the" and its noun. */
const ASIDE_WORDS = 4;

function isAside(view: LedgerView, clause: TalkClause, noun: Span): boolean {
  if (tellsWith(view, clause, noun)) return false;
  const before = view.record.text.slice(clause.start, noun.start);
  const lead = `(?:${view.oneOf('meeting-aside')})\\s+(?:${view.oneOf('known-determiners')})`;
  return new RegExp(`(?<!\\p{L})${lead}(?:\\s+[\\p{L}\\p{N}’'-]+){0,${ASIDE_WORDS - 1}}\\s+$`, 'iu').test(before);
}

/** How near its partner is named behind a noun, UTF-16 units. */
const PARTNER_WITHIN = 40;

/** "meeting with President X", "calls between A and B": the partner stands behind the noun. */
export function tellsWith(view: LedgerView, clause: TalkClause, noun: Span): boolean {
  const link = view.findIn(view.record.text.slice(noun.end, Math.min(clause.end, noun.end + 12)), 'meeting-partner');
  if (link?.start !== 1 && !view.saysIn(view.record.text.slice(noun.start, noun.end), 'meeting-partner')) return false;
  return clause.mentions.some(
    (m) =>
      m.start >= noun.start &&
      m.start - noun.end <= PARTNER_WITHIN &&
      (m.kind === 'person' || m.kind === 'country' || m.kind === 'organization'),
  );
}
