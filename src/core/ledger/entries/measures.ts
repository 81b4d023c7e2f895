import type { Mention } from '../../model/index.ts';
import { dateInClause } from './date-in.ts';
import type { Draft } from './draft-entry.ts';
import { subjectOf } from './proposal-focus.ts';
import { readCount } from './read-count.ts';
import { type Sides, sidesOf } from './sides.ts';
import type { LedgerView, TalkClause } from './talk-clause.ts';

/** The kinds of measure, by their cue lists; the name is what a title shows. */
const KINDS: readonly (readonly [cue: string, name: string])[] = [
  ['measure-departure', 'departure of staff'],
  ['measure-staff-limit', 'staff limit'],
  ['measure-visa', 'visa denial'],
  ['measure-property', 'property withheld'],
  ['measure-export', 'export limit'],
  ['measure-sanction', 'sanctions'],
];

/**
 * Sanctions, visa denials, staff limits, departures, property withheld, export limits: by whom, against whom, how far it
 * has gone, from when, the number and the reason as stated. "It is in force" goes on with the measure asked about.
 */
export function findMeasures(view: LedgerView): Draft[] {
  let last: Draft | null = null;
  return view.clauses.flatMap((clause) => {
    const kind = KINDS.find(([cue]) => clause.says(cue));
    if (!clause.isOfficial || !(kind || clause.says('measure-follow-up'))) return [];
    if (clause.says('not-a-measure') || clause.says('measure-hypothetical', true)) return [];
    if (kind && !clause.says('measure-denied') && isNegated(view, clause, kind[0])) return [];
    const asked = kind ? null : (askedAbout(view, clause) ?? near(last, clause));
    const name = kind?.[1] ?? asked?.what ?? null;
    const status = statusOf(clause, kind?.[0] ?? null);
    if (name === null || status === null) return [];
    const draft = draftFor(view, clause, name, status, asked);
    // money seized from nobody known is no matter between states
    if ((draft.parties ?? []).length === 0 && name !== 'sanctions') return [];
    last = draft;
    return [draft];
  });
}

/** "no embargo": there is none. */
function isNegated(view: LedgerView, clause: TalkClause, cue: string): boolean {
  const noun = clause.find(cue)!;
  const before = view.record.text.slice(Math.max(clause.start, noun.start - 14), noun.start).trim();
  return view.saysIn(before.split(/\s+/u).slice(-2).join(' '), 'not');
}

const near = (last: Draft | null, clause: TalkClause) =>
  last && last.clause.exchange === clause.exchange && clause.sentenceIndex - last.clause.sentenceIndex <= 2
    ? last
    : null;

/** A measure the question names: "And the Varnian ceiling for your embassy?" */
function askedAbout(view: LedgerView, clause: TalkClause): Draft | null {
  for (const c of view.before(clause)) {
    const kind = c.turn.kind === 'question' ? KINDS.find(([cue]) => c.says(cue)) : undefined;
    if (!kind) continue;
    const own = view.partyOf(clause.turn);
    const owner =
      c.mentions.find((m) => view.partyKind(m.entity ?? '') === 'state' && m.entity !== own)?.entity ?? null;
    return { section: 'measures', clause: c, what: kind[1], status: 'announced', by: owner, to: own, rule: 'asked' };
  }
  return null;
}

function draftFor(view: LedgerView, clause: TalkClause, name: string, status: string, asked: Draft | null): Draft {
  const sides = sidesOf(view, clause);
  const [by, to] = asked?.by ? [asked.by, asked.to ?? null] : directionOf(view, clause, sides, name);
  const date = status === 'considered' ? null : dateInClause(view, clause);
  const open = clause.mentions.find((m) => m.kind === 'date' && /^\d{4}[\d-]*\/\.\.$/u.test(m.value ?? ''));
  const value = numberIn(view, clause);
  const reason = clause.find('because');
  return {
    section: 'measures',
    clause,
    what: name,
    parties: [by, to].filter((p): p is string => p !== null),
    status,
    by,
    to,
    date: date?.value ?? null,
    value: value?.value ?? null,
    valid: { from: open ? open.value!.split('/')[0]! : (date?.value ?? null), to: null },
    handles: [`${name}|${by ?? ''}|${to ?? ''}`],
    proofs: [
      ...(date ? [{ field: 'date', start: date.start, end: date.end }] : []),
      ...(open ? [{ field: 'valid', start: open.start, end: open.end }] : []),
      ...(value ? [{ field: 'value', start: value.start, end: value.end }] : []),
      ...(sides.named ? [{ field: 'parties', ...sides.named }] : []),
      ...(reason ? [{ field: 'reason', start: reason.start, end: clause.end }] : []),
    ],
    attributes: { kind: name, reason: reason ? view.record.text.slice(reason.start, clause.end) : null },
    rule: asked ? 'measure-asked' : 'measure-noun',
  };
}

/** By whom and against whom: who is hit tells who hits, where both sides are known. */
function directionOf(view: LedgerView, clause: TalkClause, sides: Sides, name: string): [string | null, string | null] {
  const { own, other } = sides;
  // "our export controls": one's own doing, against whom the clause names
  if (isOurs(view, clause, name)) return [own, sides.named && sides.named.start >= clause.start ? other : null];
  const hit = hitBy(view, clause, sides);
  if (hit !== null) return [hit === own ? other : own, hit];
  const verb = clause.find('measure-verb');
  const doer = verb ? subjectOf(view, clause, verb) : null;
  if (doer !== null) return [doer, doer === own ? other : own];
  // what is complained of is done to one's own side
  return name === 'sanctions' || name === 'export limit' ? [null, null] : [other, own];
}

/** Does "our" stand right before the noun of the measure, a word or two between? */
function isOurs(view: LedgerView, clause: TalkClause, name: string): boolean {
  const noun = clause.find(KINDS.find(([, kind]) => kind === name)![0]);
  // "our ceiling" is as well the one set for us
  if (!noun || !(name === 'sanctions' || name === 'export limit')) return false;
  const before = view.record.text.slice(Math.max(clause.start, noun.start - 30), noun.start);
  return new RegExp(`(?<!\\p{L})(?:${view.oneOf('our')})(?:\\s+\\p{L}+){0,1}\\s+$`, 'iu').test(before);
}

/** "the Kestorian embassy", "the Embassy of Varnia", "our employees", "against Russia": the side that is hit. */
function hitBy(view: LedgerView, clause: TalkClause, { own, other }: Sides): string | null {
  if (clause.says('measure-against-us')) return own;
  const { text } = view.record;
  const isHit = (m: Mention) => {
    if (view.partyKind(m.entity ?? '') === null) return false;
    const after = text.slice(m.end, m.end + 24);
    const before = text.slice(Math.max(clause.start, m.start - 24), m.start);
    return (
      view.saysIn(after.split(/\s+/u).slice(0, 3).join(' '), 'measure-target') ||
      new RegExp(`(?:^|\\s)(?:${view.oneOf('against')})\\s+$`, 'iu').test(before)
    );
  };
  const hit = clause.mentions.find(isHit);
  if (hit) return hit.entity;
  // "the Embassy of Varnia in Belmora": the body's name holds the state's
  const body = clause.mentions.find(
    (m) =>
      m.kind === 'organization' &&
      view.partyKind(m.entity ?? '') === null &&
      view.saysIn(text.slice(m.start, m.end), 'measure-target'),
  );
  if (body) {
    const words = text.slice(body.start, body.end);
    for (const p of [own, other]) if (p !== null && words.includes(view.nameOf(p))) return p;
  }
  return targetBefore(view, clause, isHit);
}

/** "the embassy will have a ceiling": whose it is stands before, in the question or the sentence before. */
function targetBefore(view: LedgerView, clause: TalkClause, isHit: (m: Mention) => boolean): string | null {
  if (!clause.says('nominal-target')) return null;
  for (const c of view.before(clause)) {
    const hit = c.mentions.find(isHit);
    if (hit) return hit.entity;
  }
  return null;
}

function numberIn(view: LedgerView, clause: TalkClause): { value: string; start: number; end: number } | null {
  const m = clause.mentions.find((x) => x.kind === 'count');
  if (m) return { value: /\d[\d.,]*/u.exec(m.value ?? '')?.[0] ?? '', start: m.start, end: m.end };
  const last = [...clause.text.matchAll(/[\p{L}-]+|\d+/gu)].findLast((w) => (readCount(view, w[0]) ?? 0) > 1);
  if (!last || !clause.says('measure-number')) return null;
  const start = clause.start + last.index;
  return { value: String(readCount(view, last[0])), start, end: start + last[0].length };
}

function statusOf(clause: TalkClause, cue: string | null): string | null {
  if (clause.says('measure-lifted')) return 'lifted';
  if (clause.says('measure-denied')) return 'denied';
  if (clause.says('measure-considered')) return 'considered';
  if (clause.says('measure-threatened')) return 'threatened';
  if (clause.says('measure-in-force')) return 'in-force';
  if (clause.says('measure-announced')) return 'announced';
  return cue === 'measure-sanction' || cue === 'measure-export' || cue === null ? null : 'in-force';
}
