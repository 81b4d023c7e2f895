import type { Mention, Span } from '../../model/index.ts';
import type { Draft } from './draft-entry.ts';
import { boundBefore, readCount } from './read-count.ts';
import type { LedgerView, TalkClause } from './talk-clause.ts';

/**
 * Numbers a side asserts of something: "55 employees", "within a hundred citizens", "visas issued to three of our
 * employees"; the bound and what is left out as stated. A number taken back ("that was wrong") is a state of its row; the
 * number put in its place ("the correct number is thirteen") a row of its own.
 */
export function findCounts(view: LedgerView): Draft[] {
  const drafts: Draft[] = [];
  for (const clause of view.clauses) {
    if (!clause.isOfficial || clause.says('count-hypothetical')) continue;
    const withdrawn = takenBack(clause, drafts);
    if (withdrawn) drafts.push(withdrawn);
    for (const counted of numbersIn(view, clause)) drafts.push(draftFor(view, clause, counted));
    const corrected = correctedTo(view, clause, drafts);
    if (corrected) drafts.push(corrected);
  }
  return drafts;
}

interface Counted extends Span {
  readonly value: number;
  readonly unit: string;
  readonly rule: string;
}

function numbersIn(view: LedgerView, clause: TalkClause): Counted[] {
  const found = clause.mentions.map((m) => numberOf(view, clause, m)).filter((c) => c !== null);
  for (const part of partsOf(view, clause))
    if (!found.some((c) => c.start < part.end && part.start < c.end)) found.push(part);
  return found;
}

/** A count, or a term that limits ("to three years", "for four weeks"); "two sides", "both powers" count nothing. */
function numberOf(view: LedgerView, clause: TalkClause, m: Mention): Counted | null {
  const at = { start: m.start, end: m.end };
  const count = m.kind === 'count' ? /^[<>≤≥~=]*([\d.,]+)\s+(.+)$/u.exec(m.value ?? '') : null;
  if (count) {
    const [, value, unit] = count as unknown as [string, string, string];
    const before = view.record.text.slice(Math.max(clause.start, m.start - 12), m.start);
    const isKnownSet = Number(value) < 10 && view.saysIn(before.trimEnd().split(/\s+/u).at(-1) ?? '', 'the-known');
    if (isKnownSet || view.saysIn(before, 'ratio')) return null;
    if (Number(value) === 2 && view.saysIn(unit, 'of-the-two')) return null;
    return view.saysIn(unit, 'not-counted') ? null : { ...at, value: Number(value), unit, rule: 'count-mention' };
  }
  const term = /^P(\d+(?:\.\d+)?)([DWMY])$/u.exec(m.kind === 'date' ? (m.value ?? '') : '');
  if (!term) return null;
  const before = view.record.text.slice(Math.max(clause.start, m.start - 30), m.start);
  const limits = (view.rules.cues[view.language]?.ledger?.['term-limits'] ?? []).join('|');
  if (limits === '' || !new RegExp(`(?<!\\p{L})(?:${limits})\\s*$`, 'iu').test(before)) return null;
  // "children up to fourteen years": an age, where the language tells terms by their nouns
  if (view.oneOf('term-nouns') !== '$^' && !clause.says('term-nouns')) return null;
  const unit = view.record.text.slice(m.start, m.end).split(/\s+/u).at(-1)!;
  return { ...at, value: Number(term[1]), unit, rule: 'term-limit' };
}

/** "three of our employees": a number of a whole. */
function partsOf(view: LedgerView, clause: TalkClause): Counted[] {
  const whole = (view.rules.cues[view.language]?.ledger?.['part-of'] ?? []).join('|');
  if (whole === '') return [];
  const part = new RegExp(`(?<![\\p{L}\\p{N}])([\\p{L}-]+|\\d+)\\s+(?:${whole})\\s+([\\p{L}-]+)`, 'giu');
  return [...clause.text.matchAll(part)].flatMap((m) => {
    const value = readCount(view, m[1]!);
    if (value === null || value < 2 || view.saysIn(m[2]!, 'not-counted')) return [];
    const start = clause.start + m.index;
    return [{ start, end: start + m[0].length, value, unit: m[2]!, rule: 'part-of-a-whole' }];
  });
}

function draftFor(view: LedgerView, clause: TalkClause, counted: Counted): Draft {
  const own = view.partyOf(clause.turn);
  const owner = ownerOf(view, clause, counted);
  const left = excluding(view, clause);
  const bound = boundBefore(view, counted.start, counted.end);
  return {
    section: 'counts',
    clause,
    parties: [owner ?? own].filter((p) => p !== null),
    status: 'stated',
    value: String(counted.value),
    by: own,
    handles: [handleOf(view, counted.unit, counted.value)],
    proofs: [
      { field: 'value', start: counted.start, end: counted.end },
      ...(left ? [{ field: 'excludes', ...left }] : []),
    ],
    attributes: {
      unit: counted.unit,
      bound,
      excludes: left ? view.record.text.slice(left.start, left.end) : null,
    },
    rule: counted.rule,
  };
}

/** "not counting …", in the clause or opening the next sentence. */
function excluding(view: LedgerView, clause: TalkClause): Span | null {
  const here = clause.find('excluding');
  if (here) return { start: here.start, end: clause.end };
  const next = view.clauses[clause.index + 1];
  const there = next && next.turn.id === clause.turn.id ? next.find('excluding') : null;
  return there && there.start === next!.start ? { start: there.start, end: next!.end } : null;
}

const handleOf = (view: LedgerView, unit: string, value: number) => `${view.stemsOf(unit).join(' ')}|${value}`;

/** Whose things are counted: "Kestorian launchers", "our embassy", "Kestoria has forty launchers". */
function ownerOf(view: LedgerView, clause: TalkClause, counted: Counted): string | null {
  const near = clause.mentions.filter((m) => view.partyKind(m.entity ?? '') === 'state');
  const after = near.find((m) => m.start >= counted.end && m.start - counted.end < 20);
  if (after) return after.entity;
  const before = near.findLast((m) => m.end <= counted.start);
  if (before && view.saysIn(view.record.text.slice(before.end, counted.start), 'having')) return before.entity;
  return null;
}

/** "That was wrong", "I withdraw what I said": the number given just before is taken back. */
function takenBack(clause: TalkClause, drafts: readonly Draft[]): Draft | null {
  if (!clause.says('number-withdrawn')) return null;
  const last = drafts.at(-1);
  const isNear = last?.clause.turn.id === clause.turn.id && clause.sentenceIndex - last.clause.sentenceIndex <= 1;
  if (!last || !isNear || last.status === 'withdrawn') return null;
  const earlier = { field: 'statement', start: last.clause.start, end: last.clause.end };
  return { ...last, clause, status: 'withdrawn', proofs: [...(last.proofs ?? []), earlier], rule: 'number-withdrawn' };
}

/** "The correct number is thirteen": of what the number just withdrawn counted. */
function correctedTo(view: LedgerView, clause: TalkClause, drafts: readonly Draft[]): Draft | null {
  const cue = clause.find('number-corrected');
  const last = drafts.at(-1);
  if (!cue || !last || clause.sentenceIndex - last.clause.sentenceIndex > 2) return null;
  const rest = view.record.text.slice(cue.end, clause.end);
  const said = /^\W*(?:\p{L}{1,4}\s+)?([\p{L}-]+|\d[\d,]*)\W*$/u.exec(rest)?.[1];
  const value = said ? readCount(view, said) : null;
  const unit = last.attributes?.unit;
  if (value === null || typeof unit !== 'string') return null;
  const start = cue.end + rest.lastIndexOf(said!);
  return {
    ...last,
    clause,
    status: 'stated',
    value: String(value),
    handles: [handleOf(view, unit, value)],
    proofs: [
      { field: 'value', start, end: start + said!.length },
      { field: 'unit', start: last.clause.start, end: last.clause.end },
    ],
    attributes: { unit, bound: null, excludes: null },
    rule: 'number-corrected',
  };
}
