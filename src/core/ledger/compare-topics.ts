import type { Act, Turn } from '../model/index.ts';
import { compareStatements } from './compare-statements.ts';
import { compareStates, type Told } from './compare-states.ts';
import {
  likenessOf,
  pairStatements,
  SAME_PROPOSITION,
  type StatementPair,
  type Weigh,
  weighKeys,
} from './match-statements.ts';
import { isOneSide } from './one-side.ts';
import { pairAnswers } from './pair-answers.ts';
import type { Comparison, Relation } from './relation.ts';
import type { Statement } from './statement.ts';

/** One row of a comparison: the two passages, how the later stands to the earlier, and why we say so. */
export interface TopicRow {
  readonly topic: string | null;
  readonly relation: Relation;
  readonly a: readonly Statement[];
  readonly b: readonly Statement[];
  readonly why: string;
}

/** A text to compare: its statements and its questions, for "asked, not answered" and "not asked" are told apart. */
export interface ComparedText extends Told {
  /** topic ids of each question turn */
  readonly questionTopics: readonly { readonly turn: Turn; readonly topics: readonly string[] }[];
}

/** Acts that are a stance: when one of them has no counterpart it is worth a row of its own. */
const STANCE: ReadonlySet<Act> = new Set<Act>([
  'demand',
  'request',
  'condition',
  'refusal',
  'commitment',
  'offer',
  'warning',
  'prediction',
  'denial',
]);

/**
 * Two texts topic by topic; `earlier` and `later` in the order of their days. Statements that speak to one point are
 * paired one to one, then the answers to one question; each statement stands in one row at most. A stance without a
 * partner is `new` or `dropped`, which never means adopted or given up: the interviewer chooses the subjects, and `why` says
 * whether it was asked. Of a topic that only one text touches the foremost passages stand in one row.
 */
export function compareTopics(earlier: ComparedText, later: ComparedText): TopicRow[] {
  const weigh = weighKeys([...earlier.statements, ...later.statements]);
  const rows = pairRows(earlier, later, weigh);
  const used = new Set(rows.flatMap((r) => [...r.a, ...r.b]));
  for (const { a, b, why } of compareStates(earlier, later)) {
    if (used.has(a) || used.has(b)) continue;
    rows.push(rowOf({ a, b }, { relation: 'overtaken', why, differs: ['status'] }));
    used.add(a).add(b);
  }
  rows.push(...singleRows(earlier, later, 'dropped', used), ...singleRows(later, earlier, 'new', used));
  const first = new Map<string | null, number>();
  for (const row of [...rows].sort((x, y) => place(x) - place(y)))
    if (!first.has(row.topic)) first.set(row.topic, place(row));
  return rows.sort((x, y) => first.get(x.topic)! - first.get(y.topic)! || place(x) - place(y));
}

function pairRows(earlier: ComparedText, later: ComparedText, weigh: Weigh): TopicRow[] {
  const pairs = pairStatements(earlier.statements, later.statements, weigh, rankPair);
  const used = new Set(pairs.flatMap((p) => [p.a, p.b]));
  const isFree = (s: Statement) => !used.has(s);
  const answers = pairAnswers(earlier.statements, later.statements, weigh, isOneSide, isFree);
  return [
    ...pairs.map((p) => rowOf(p, p.comparison)),
    ...answers.map(([a, b]) => rowOf({ a, b }, comparedAnswers(a, b, weigh))).filter(isToldApart),
  ];
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
  const isNamed = comparison.relation !== 'unclear';
  // who recalls what he said will say something of it next: that comes first
  const first = b.proposition.turns.has('recalls') ? 0 : 1;
  // what is taken back is the deed itself before what else was said of it
  const deeds = comparison.differs.includes('act') ? pair.shared.filter((k) => a.proposition.deeds.has(k)).length : 0;
  if (isNamed)
    return pair.shared.some(isTelling) || own === 0 || isPart(pair)
      ? { ...pair, comparison, rank: first + value + deeds }
      : null;
  const isStance = [a, b].every((s) => STANCE.has(s.claim.act) || s.claim.act === 'no-comment');
  const isOpposed = comparison.differs.includes('negation');
  return (isStance || (isOpposed && shareTopic(a, b))) && own >= UNCLEAR_FROM && [a, b].every(doesSomething)
    ? { ...pair, comparison, rank: value }
    : null;
}

/** Own words that two statements of which nothing can be said must have in common to stand side by side. */
const UNCLEAR_FROM = 0.35;

const names = ({ shared }: StatementPair): string[] =>
  shared.filter((key) => /^(?:[~@]|#date:\d{4}-\d\d-\d\d)/.test(key));
/** All that one says, two keys at least, the other says too. */
const isPart = ({ a, b, shared }: StatementPair): boolean =>
  shared.length > 1 && shared.length >= Math.min(a.proposition.keys.size, b.proposition.keys.size);
/** Small talk shares words; a proposition shares an act, a thing, a name or a number. */
const isTelling = (key: string): boolean => /^[~&@#]/.test(key);

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
  return one.topic === other.topic && (STANCE.has(one.act) || STANCE.has(other.act));
}

/** Two answers to one question whose words have too little in common: side by side, with what can be said. */
function comparedAnswers(a: Statement, b: Statement, weigh: Weigh): Comparison {
  const found = compareStatements(a, b, { ...likenessOf(a, b, weigh), isAnswer: true });
  return found.relation === 'unclear' ? { ...found, why: `answers to one question; ${found.why}` } : found;
}

function singleRows(
  text: ComparedText,
  other: ComparedText,
  relation: 'new' | 'dropped',
  used: ReadonlySet<Statement>,
): TopicRow[] {
  const rows: TopicRow[] = [];
  const isTouched = (topic: string) => other.statements.some((s) => s.claim.topics.includes(topic));
  for (const topic of [...new Set(text.statements.flatMap((s) => s.claim.topic ?? []))].sort()) {
    const free = text.statements.filter((s) => s.claim.topic === topic && !used.has(s));
    const why = absence(other, topic, relation === 'new' ? 'earlier' : 'later');
    const shown = isTouched(topic)
      ? free.filter((s) => STANCE.has(s.claim.act) && saysSomething(s)).map((s) => [s])
      : [foremost(free)].filter((group) => group.length > 0);
    for (const group of shown)
      rows.push({ topic, relation, a: relation === 'new' ? [] : group, b: relation === 'new' ? group : [], why });
  }
  return rows;
}

const shareTopic = (a: Statement, b: Statement): boolean => a.claim.topics.some((t) => b.claim.topics.includes(t));
const sharedTopic = (a: Statement, b: Statement): string | null =>
  a.claim.topic !== null && a.claim.topic === b.claim.topic
    ? a.claim.topic
    : (a.claim.topics.find((t) => b.claim.topics.includes(t)) ?? a.claim.topic ?? b.claim.topic);

/** "This time, I hope, with visas" names no act; who declines to answer does. */
const doesSomething = ({ claim, proposition: { keys } }: Statement): boolean =>
  claim.act === 'no-comment' || [...keys.keys()].some((key) => key.startsWith('~'));

/** "I am ready." has no subject of its own. */
const saysSomething = ({ proposition: { keys } }: Statement): boolean =>
  keys.size > 1 && [...keys.keys()].some(isTelling);

/** The passages that stand for a topic: two stances, else the first thing said on it. */
function foremost(statements: readonly Statement[]): Statement[] {
  const stances = statements.filter((s) => STANCE.has(s.claim.act));
  return stances.length > 0 ? stances.slice(0, 2) : statements.slice(0, 1);
}

function absence(text: ComparedText, topic: string, which: 'earlier' | 'later'): string {
  const asked = text.questionTopics.some((q) => q.topics.includes(topic));
  const spoke = text.statements.some((s) => s.claim.topics.includes(topic));
  if (spoke) return `in the ${which} text the topic comes up, but not this point`;
  return asked ? `asked about in the ${which} text, not answered there` : `not asked about in the ${which} text`;
}

/** Topics, and the rows of each, stand in the order of the earlier text; what is only in the later text follows in its order. */
const place = (row: TopicRow): number => row.a[0]?.start ?? 1e9 + (row.b[0]?.start ?? 0);
