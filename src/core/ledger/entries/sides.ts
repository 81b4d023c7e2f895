import type { Mention, Span } from '../../model/index.ts';
import type { LedgerView, TalkClause } from './talk-clause.ts';

/** Who speaks for whom in a clause, and the other side it is about, with the words that name it. */
export interface Sides {
  readonly own: string | null;
  readonly other: string | null;
  /** where the other side is named; null when nothing near names it */
  readonly named: Span | null;
}

/** Share of a text's mentions of other states that its counterpart has where a treaty of the two is spoken of. */
const MOSTLY = 0.5;
/** A text that speaks of one other state this often, and this many times more than of any third, has it as counterpart. */
const COUNTERPART_AT_LEAST = 3;

/**
 * The side a clause is spoken for and the other side: named in the clause, in its sentence, as party of a treaty or track
 * named there, nearest before in the same exchange where only one is named, else the text's one counterpart. A third state
 * through whose hands a paper goes ("through our friends in C") is no side.
 */
export function sidesOf(view: LedgerView, clause: TalkClause): Sides {
  const own = view.partyOf(clause.turn);
  const states = statesOf(view);
  const isSide = (m: Mention) =>
    m.entity !== null &&
    m.entity !== own &&
    states.has(m.entity) &&
    !isThrough(view, m) &&
    !isWhere(view, m) &&
    !isPress(view, m);
  const of = (m: Mention | undefined) => (m ? { own, other: m.entity, named: { start: m.start, end: m.end } } : null);
  const byThing = partyOfThings(view, clause, own);
  const near = of(clause.mentions.find(isSide)) ?? of(clause.sentenceMentions.find(isSide)) ?? byThing;
  if (near) return near;
  for (const earlier of view.before(clause)) {
    const found = new Map(earlier.sentenceMentions.filter(isSide).map((m) => [m.entity, m]));
    if (found.size === 1) return of([...found.values()][0])!;
    if (found.size > 1) break;
  }
  const other = counterpart(view, own);
  return { own, other, named: other === null ? null : namedNearest(view, clause, other) };
}

/**
 * Who does what a ministry's own text tells: the side named first in the sentence ("The other side demanded …"), else in
 * the sentences before it, else the ministry's. In talk it is the speaker's side.
 */
/** Where the text's counterpart is named last before a clause, else first after it: the anchor of what is inferred (law L1). */
function namedNearest(view: LedgerView, clause: TalkClause, party: string): Span | null {
  const all = view.record.mentions.filter((m) => m.entity === party);
  const m = all.findLast((x) => x.start < clause.start) ?? all[0];
  return m ? { start: m.start, end: m.end } : null;
}

/** A subject stands at the head of its sentence, an article before it at most, UTF-16 units. */
const SUBJECT_WITHIN = 5;
export function doerOf(view: LedgerView, clause: TalkClause): string | null {
  const own = view.partyOf(clause.turn);
  if (clause.turn.kind !== 'commentary') return own;
  const states = statesOf(view);
  for (const c of [clause, ...view.before(clause, 2)]) {
    const first = c.sentenceMentions.find((m) => m.entity !== null && states.has(m.entity));
    if (first && first.start - c.sentence.start < SUBJECT_WITHIN) return first.entity;
  }
  return own;
}

/** Both sides of a matter, as far as known, the speaker's own first. */
export const pairOf = (sides: Sides): string[] => [sides.own, sides.other].filter((p): p is string => p !== null);

/** A pair as part of a handle: the same from either side. */
export const pairKey = (parties: readonly string[]): string => [...new Set(parties)].sort().join('+');

const stateSets = new WeakMap<object, ReadonlySet<string>>();
export function statesOf(view: LedgerView): ReadonlySet<string> {
  const known = stateSets.get(view.rules.parties);
  if (known) return known;
  const made = new Set(
    view.rules.parties
      .filter((p) => (p.kind === 'state' || p.kind === 'alliance') && p.until === null)
      .map((p) => p.id),
  );
  stateSets.set(view.rules.parties, made);
  return made;
}

/** "through our friends in C", "via the embassy of C": how it went, not whom it concerns. */
function isThrough(view: LedgerView, m: Mention): boolean {
  const before = view.record.text.slice(Math.max(0, m.start - 40), m.start);
  const words = view.rules.cues[view.language]?.ledger?.through ?? [];
  return words.some((w) => new RegExp(`(?<!\\p{L})${w}\\s+(?:[\\p{L}’']+\\s+){0,5}$`, 'iu').test(before));
}

/** "in the capital of Ledania": a place. */
export const isWhere = (view: LedgerView, m: Mention): boolean => {
  const before = view.record.text.slice(Math.max(0, m.start - 24), m.start).trimEnd();
  return view.findAllIn(before, 'capital-of').at(-1)?.end === before.length;
};

/** "the Ledanian press", "a Kestorian newspaper": who writes, not who acts. */
const isPress = (view: LedgerView, m: Mention): boolean =>
  view.findIn(view.record.text.slice(m.end, m.end + 20), 'press-words')?.start === 1;

/** A treaty, draft or track of two parties names the other one. */
function partyOfThings(view: LedgerView, clause: TalkClause, own: string | null): Sides | null {
  if (own === null) return null;
  for (const m of clause.sentenceMentions) {
    const parties = view.rules.things.find((t) => t.id === m.entity)?.parties ?? [];
    if (parties.length === 2 && parties.includes(own))
      return { own, other: parties.find((p) => p !== own)!, named: { start: m.start, end: m.end } };
  }
  return null;
}

/**
 * Whom a text speaks to where a clause does not say: the other party of every two-sided treaty and track it names, else
 * the one state it speaks of far more than of any third. Null when unsure.
 */
export function counterpart(view: LedgerView, own: string | null): string | null {
  if (own === null) return null;
  const known = counterparts.get(view)?.get(own);
  if (known !== undefined) return known;
  const made = otherOfThings(view, own) ?? mostNamed(view, own);
  const byOwn = counterparts.get(view) ?? new Map<string, string | null>();
  counterparts.set(view, byOwn.set(own, made));
  return made;
}

const counterparts = new WeakMap<LedgerView, Map<string, string | null>>();

function otherOfThings(view: LedgerView, own: string): string | null {
  const named = new Set(view.record.mentions.map((m) => m.entity));
  const others = new Set(
    view.rules.things
      .filter((t) => named.has(t.id) && t.parties.length === 2 && t.parties.includes(own))
      .map((t) => t.parties.find((p) => p !== own)!),
  );
  if (others.size !== 1) return null;
  const [other] = [...others] as [string];
  return shareOf(view, own, other) >= MOSTLY ? other : null;
}

/** Share of a text's mentions of states other than the speaker's that one of them has, 0..1. */
export function shareOf(view: LedgerView, own: string | null, other: string): number {
  const states = statesOf(view);
  const all = view.record.mentions.filter((m) => m.entity !== null && m.entity !== own && states.has(m.entity));
  return all.length === 0 ? 0 : all.filter((m) => m.entity === other).length / all.length;
}

function mostNamed(view: LedgerView, own: string): string | null {
  const counts = new Map<string, number>();
  const states = statesOf(view);
  for (const m of view.record.mentions)
    if (m.entity && m.entity !== own && states.has(m.entity)) counts.set(m.entity, (counts.get(m.entity) ?? 0) + 1);
  const ranked = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const [first, second] = ranked;
  if (!first || first[1] < COUNTERPART_AT_LEAST) return null;
  return first[1] >= COUNTERPART_AT_LEAST * (second?.[1] ?? 0) ? first[0] : null;
}
