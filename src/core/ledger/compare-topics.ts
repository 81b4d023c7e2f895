import { compareStatements } from './compare-statements.ts';
import { compareStates } from './compare-states.ts';
import { isStance, isTelling } from './is-telling.ts';
import {
  likenessOf,
  pairStatements,
  SAME_POINT,
  SAME_PROPOSITION,
  type StatementPair,
  type Weigh,
  weighKeys,
} from './match-statements.ts';
import { isOneSide } from './one-side.ts';
import { pairAnswers } from './pair-answers.ts';
import { BOTH_DECLINE } from './propositions/relation-rules.ts';
import type { Comparison } from './relation.ts';
import { singleRows } from './single-rows.ts';
import type { Statement } from './statement.ts';
import type { ComparedText, TopicRow } from './topic-row.ts';

export type { ComparedText, TopicRow } from './topic-row.ts';

/**
 * Two texts topic by topic; `earlier` and `later` in the order of their days. Statements that speak to one point are
 * paired one to one, then the answers to one question; each statement stands in one row at most. A stance without a
 * partner is `new` or `dropped` (`singleRows`).
 */
export function compareTopics(earlier: ComparedText, later: ComparedText): TopicRow[] {
  const weigh = weighKeys([...earlier.statements, ...later.statements]);
  const rows = pairRows(earlier, later, weigh);
  const used = new Set(rows.flatMap((r) => [...r.a, ...r.b]));
  for (const { a, b, relation, why } of compareStates(earlier, later)) {
    if (used.has(a) || used.has(b)) continue;
    rows.push(rowOf({ a, b }, { relation, why, differs: ['status'] }));
    used.add(a).add(b);
  }
  rows.push(...singleRows(earlier, later, 'dropped', used), ...singleRows(later, earlier, 'new', used));
  const first = new Map<string | null, number>();
  for (const row of [...rows].sort((x, y) => place(x) - place(y)))
    if (!first.has(row.topic)) first.set(row.topic, place(row));
  return rows.sort((x, y) => first.get(x.topic)! - first.get(y.topic)! || sides(y) - sides(x) || place(x) - place(y));
}

function pairRows(earlier: ComparedText, later: ComparedText, weigh: Weigh): TopicRow[] {
  const pairs = pairStatements(earlier.statements, later.statements, weigh, rankPair);
  const used = new Set(pairs.flatMap((p) => [p.a, p.b]));
  const isFree = (s: Statement) => !used.has(s);
  const answers = pairAnswers(earlier.statements, later.statements, weigh, isOneSide, isFree);
  const rows = [
    ...pairs.map((p) => rowOf(p, p.comparison)),
    ...answers.map(([a, b]) => rowOf({ a, b }, comparedAnswers(a, b, weigh))).filter(isToldApart),
  ];
  const placed = new Set(rows.flatMap((r) => [...r.a, ...r.b]));
  return [...rows, ...pairSilences(earlier, later, (s) => !placed.has(s))];
}

/** On one topic neither text answers: side by side, without a word on why. */
function pairSilences(earlier: ComparedText, later: ComparedText, isFree: (s: Statement) => boolean): TopicRow[] {
  // on what a whole briefing is about one declines many things
  const isNarrow = (text: ComparedText, topic: string) =>
    text.statements.filter((s) => s.claim.topic === topic).length * 3 < text.statements.length;
  const silent = (text: ComparedText) =>
    text.statements
      .filter(({ claim }) => claim.act === 'no-comment' && claim.topic !== null && isNarrow(text, claim.topic))
      .filter(isFree);
  const left = silent(later);
  return silent(earlier).flatMap((a) => {
    const at = left.findIndex((b) => b.claim.topic === a.claim.topic && isOneSide(a, b));
    if (at < 0) return [];
    const [b] = left.splice(at, 1);
    return [rowOf({ a, b: b! }, { relation: 'unclear', why: BOTH_DECLINE, differs: [] })];
  });
}

interface RankedPair extends StatementPair {
  readonly comparison: Comparison;
  readonly rank: number;
}

/**
 * A pair whose relation can be named comes before one of which nothing can be said; that is worth a row only where both are
 * a stance on clearly one point, or one affirms what the other denies, or one will not answer.
 */
function rankPair(pair: StatementPair): RankedPair | null {
  const { a, b, value, own } = pair;
  if (!isOneSide(a, b) || !(shareTopic(a, b) || own >= SAME_PROPOSITION || names(pair).length > 1)) return null;
  const comparison = compareStatements(a, b, pair);
  if (value < SAME_POINT && !comparison.isNamed) return null;
  const isNamed = comparison.relation !== 'unclear';
  // who recalls what he said will say something of it next: that comes first
  const first = b.proposition.turns.has('recalls') ? 0 : 1;
  // what is taken back is the deed itself before what else was said of it
  const deeds = comparison.differs.includes('act') ? pair.shared.filter((k) => a.proposition.deeds.has(k)).length : 0;
  if (isNamed)
    return comparison.isNamed || pair.shared.some(isTelling) || own === 0 || isPart(pair)
      ? { ...pair, comparison, rank: first + value + deeds }
      : null;
  if (comparison.isNamed) return { ...pair, comparison, rank: value };
  const areStances = [a, b].every((s) => isStance(s) || s.claim.act === 'no-comment');
  const isOpposed = comparison.differs.includes('negation');
  const isClear = own >= UNCLEAR_FROM || (isOpposed && value >= OPPOSED_FROM && a.claim.topic === b.claim.topic);
  return (areStances || (isOpposed && shareTopic(a, b))) && isClear && [a, b].every(doesSomething)
    ? { ...pair, comparison, rank: value }
    : null;
}

/** With what they lean on, one affirming on one topic what the other denies: an answer says little by itself. */
const OPPOSED_FROM = 0.4;

/** Own words that two statements of which nothing can be said must have in common to stand side by side. */
const UNCLEAR_FROM = 0.35;

const names = ({ shared }: StatementPair): string[] =>
  shared.filter((key) => /^(?:[~@]|#date:\d{4}-\d\d-\d\d)/.test(key));
/** All that one says, two keys at least, the other says too. */
const isPart = ({ a, b, shared }: StatementPair): boolean =>
  shared.length > 1 && shared.length >= Math.min(a.proposition.keys.size, b.proposition.keys.size);
const rowOf = ({ a, b }: Pick<StatementPair, 'a' | 'b'>, { relation, why }: Comparison): TopicRow => ({
  topic: sharedTopic(a, b),
  relation,
  a: [a],
  b: [b],
  why,
});

/** Two answers of which nothing can be said stand side by side only where one declines, or one is a stance on the same matter. */
function isToldApart({ relation, a, b }: TopicRow): boolean {
  if (relation !== 'unclear') return true;
  const [one, other] = [a[0]!.claim, b[0]!.claim];
  if (one.act === 'no-comment' || other.act === 'no-comment') return one.act !== other.act;
  return one.topic === other.topic && (isStance(a[0]!) || isStance(b[0]!));
}

/** Two answers to one question whose words have too little in common: side by side, with what can be said. */
function comparedAnswers(a: Statement, b: Statement, weigh: Weigh): Comparison {
  const found = compareStatements(a, b, { ...likenessOf(a, b, weigh), isAnswer: true });
  return found.relation === 'unclear' ? { ...found, why: `answers to one question; ${found.why}` } : found;
}

const shareTopic = (a: Statement, b: Statement): boolean => a.claim.topics.some((t) => b.claim.topics.includes(t));
const sharedTopic = (a: Statement, b: Statement): string | null =>
  a.claim.topic !== null && a.claim.topic === b.claim.topic
    ? a.claim.topic
    : (a.claim.topics.find((t) => b.claim.topics.includes(t)) ?? a.claim.topic ?? b.claim.topic);

/** "This time, I hope, with visas" names no act; who declines to answer does. */
const doesSomething = ({ claim, proposition: { keys } }: Statement): boolean =>
  claim.act === 'no-comment' || [...keys.keys()].some((key) => key.startsWith('~'));

/** Of one topic, what stands side by side comes before what only one text says. */
const sides = (row: TopicRow): number => (row.a.length > 0 && row.b.length > 0 ? 2 : 1);

/** Topics, and the rows of each, stand in the order of the earlier text; what is only in the later text follows in its order. */
const place = (row: TopicRow): number => row.a[0]?.start ?? 1e9 + (row.b[0]?.start ?? 0);
