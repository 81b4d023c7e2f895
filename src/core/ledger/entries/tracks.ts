import type { Span } from '../../model/index.ts';
import { type Draft, partiesIn } from './draft-entry.ts';
import { pairKey, sidesOf } from './sides.ts';
import type { LedgerView, TalkClause } from './talk-clause.ts';

/**
 * Tracks of talks: dialogue, consultations, contacts, negotiations, a process; with what is said of their course, and by
 * which noun each side calls them ("contacts", "not negotiations"): what is contested stays contested.
 */
export function findTracks(view: LedgerView): Draft[] {
  return view.clauses.flatMap((clause) => {
    if (!clause.isOfficial || clause.says('not-a-track')) return [];
    const instead = calledInstead(view, clause);
    const noun = instead?.find('track') ?? clause.find('track');
    if (!noun) return [];
    const status = instead ? 'ongoing' : statusOf(clause, noun);
    if (status === null) return [];
    const things = clause.sentenceMentions.find((m) => isTrack(view, m.entity));
    const track = things?.entity ?? trackBefore(view, clause);
    const topic = clause.claims.find((c) => c.topic !== null)?.topic ?? null;
    const named = partiesIn(view, clause, true);
    const sides = sidesOf(view, clause);
    const known = view.rules.things.find((t) => t.id === track)?.parties ?? [];
    const others = named.length > 1 || clause.turn.kind === 'question' ? named : [sides.own, sides.other];
    const parties = [...new Set([...others.filter((p): p is string => p !== null), ...known])];
    if (!track && !topic && parties.length < 2) return [];
    return [
      {
        section: 'tracks',
        clause,
        ...(instead ? { span: { start: clause.start, end: instead.end } } : {}),
        parties,
        status,
        what: track ? view.nameOf(track) : topic ? view.nameOf(topic) : null,
        handles: [track ?? `${topic ?? ''}|${pairKey(parties)}`],
        proofs: [{ field: 'calledBy', ...noun }, ...(sides.named ? [{ field: 'parties', ...sides.named }] : [])],
        attributes: { calledAs: view.record.text.slice(noun.start, noun.end) },
        rule: 'track-noun',
      },
    ];
  });
}

/** "No talks are under way, but an exchange of signals": what there is instead, in the speaker's own noun. */
function calledInstead(view: LedgerView, clause: TalkClause): TalkClause | null {
  const next = view.clauses[clause.index + 1];
  if (!clause.says('not-under-way') || next?.sentenceIndex !== clause.sentenceIndex) return null;
  return next.find('but')?.start === next.start && next.says('track') ? next : null;
}

const isTrack = (view: LedgerView, entity: string | null) =>
  entity !== null && view.rules.things.some((t) => t.id === entity && t.kind === 'track');

/** "the discussions", "this dialogue", "the process": the one track named before in the exchange. */
function trackBefore(view: LedgerView, clause: TalkClause): string | null {
  if (!clause.says('nominal-track')) return null;
  const before = view.before(clause).flatMap((c) => c.mentions.filter((m) => isTrack(view, m.entity)));
  return before[0]?.entity ?? null;
}

/** How far a word of course may stand from the noun it is said of, UTF-16 units. */
const NEAR = 70;

function statusOf(clause: TalkClause, noun: Span): string | null {
  const near = (cue: string) =>
    clause.findAll(cue).some((c) => c.start - noun.end <= NEAR && noun.start - c.end <= NEAR);
  if (clause.says('not-under-way')) return null;
  if (clause.says('track-hypothetical')) return null;
  if (near('ended')) return 'ended';
  if (near('resumed')) return 'ongoing';
  if (near('paused')) return 'suspended';
  if (near('launched')) return clause.says('not') ? null : 'being-launched';
  if (near('ongoing')) return 'ongoing';
  return null;
}
