import type { Mention, Span } from '../../model/index.ts';
import { ahead, type NamedDate } from './date-in.ts';
import type { Draft } from './draft-entry.ts';
import { whoMeets } from './meeting-parties.ts';
import { meetingNouns } from './meeting-role.ts';
import { pairKey, sidesOf } from './sides.ts';
import type { LedgerView, TalkClause } from './talk-clause.ts';

/** What was found of a meeting in a clause. */
export interface Found {
  readonly status: string;
  readonly date?: NamedDate | null;
  readonly ordinal?: string | null;
  readonly body?: string | null;
  readonly place?: Mention | undefined;
  readonly level?: string | null;
  readonly span?: Span;
  readonly parties?: readonly string[];
}

export function draftOf(view: LedgerView, clause: TalkClause, found: Found): Draft {
  const { status, ordinal = null, body = null, place, level = null } = found;
  const isAhead = status === 'planned' && !clause.says('was-planned');
  const date = found.date && isAhead ? ahead(view, found.date) : (found.date ?? null);
  const sides = sidesOf(view, clause);
  const parties = found.parties ?? whoMeets(view, clause, body);
  const whom = body ?? pairKey(parties);
  const handles = [
    ...(ordinal ? [`${ordinal}|${whom}`] : []),
    ...(date ? date.value.split('/').map((d) => `${d}|${whom}`) : []),
    ...(!ordinal && !date ? [`${level ?? place?.entity ?? 'meeting'}|${whom}`] : []),
  ];
  const open = status === 'postponed' || status === 'not-agreed' || status === 'cancelled';
  const where = wherePrinted(view, clause, found.span ?? clause);
  return {
    section: 'meetings',
    clause,
    ...(found.span ? { span: found.span } : {}),
    what: body,
    parties,
    status,
    date: open ? null : (date?.value ?? null),
    handles,
    proofs: [
      ...(date ? [{ field: 'date', start: date.start, end: date.end }] : []),
      ...(sides.named && parties.includes(sides.other ?? '') ? [{ field: 'parties', ...sides.named }] : []),
      ...(where ? [{ field: 'place', start: where.start, end: where.end }] : []),
    ],
    attributes: { place: where?.name ?? null, level, calledAs: contactNoun(view, clause) },
    rule: 'meeting-noun',
  };
}

export const placeIn = (clause: TalkClause): Mention | undefined =>
  clause.mentions.find((m) => m.kind === 'place' || m.rule.includes('capital'));

/** The place that a row may name, within the words that tell of it; a capital without "in" before it is its government. */
export const wherePrinted = (view: LedgerView, clause: TalkClause, within: Span): Mention | undefined =>
  clause.mentions.find(
    (m) =>
      within.start <= m.start &&
      m.end <= within.end &&
      (m.kind === 'place' || m.rule.includes('capital')) &&
      !view.saysIn(view.record.text.slice(within.start, m.start), 'since-when') &&
      !isOfAnother(view, clause, m) &&
      view.saysIn(
        view.record.text
          .slice(Math.max(clause.start, m.start - 12), m.start)
          .split(/\s+/u)
          .slice(-2)
          .join(' '),
        'place-before',
      ),
  );

/** "will meet as we begin to prepare for the summit in B": the place of what a subordinate clause names. */
const isOfAnother = (view: LedgerView, clause: TalkClause, m: Mention): boolean => {
  const noun = meetingNouns(view, clause).findLast((n) => n.end <= m.start);
  return noun !== undefined && view.saysIn(view.record.text.slice(noun.end, m.start), 'subordinate-openers');
};

/** "contacts", "a conversation": a noun that claims less than a meeting is kept as it was said. */
function contactNoun(view: LedgerView, clause: TalkClause): string | null {
  const noun = clause.find('contact-noun');
  return noun ? view.record.text.slice(noun.start, noun.end) : null;
}
