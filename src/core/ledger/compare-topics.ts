import type { Act, Turn } from '../model/index.ts';
import { compareStatements, type Relation } from './compare-statements.ts';
import { pairStatements, weighTokens } from './match-statements.ts';
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
export interface ComparedText {
  readonly statements: readonly Statement[];
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
 * Two interviews topic by topic; `earlier` and `later` in the order of their days. A topic in one text only gives `new`
 * or `dropped`, which never means adopted or given up: the interviewer chooses the subjects, and `why` says whether
 * it was asked. Within a shared topic statements are paired by what they are about; a pair that cannot be told is `unclear`.
 */
export function compareTopics(earlier: ComparedText, later: ComparedText): TopicRow[] {
  const weigh = weighTokens([...earlier.statements, ...later.statements]);
  const rows: TopicRow[] = [];
  const paired = new Set<Statement>();
  const topics = new Set([...topicsOf(earlier.statements), ...topicsOf(later.statements)]);

  for (const { a, b, likeness } of pairStatements(earlier.statements, later.statements, weigh)) {
    if (!shareTopic(a, b)) continue;
    const { relation, why } = compareStatements(a, b, likeness);
    rows.push({ topic: sharedTopic(a, b), relation, a: [a], b: [b], why });
    paired.add(a).add(b);
  }
  for (const topic of [...topics].sort()) {
    const as = about(earlier.statements, topic);
    const bs = about(later.statements, topic);
    if (as.length > 0 && bs.length > 0) {
      if (
        !rows.some((r) => r.topic === topic) &&
        !rows.some((r) => r.a.some((s) => as.includes(s)) && r.b.some((s) => bs.includes(s)))
      )
        rows.push({
          topic,
          relation: 'unclear',
          a: foremost(as),
          b: foremost(bs),
          why: 'both speak to the topic, but not to the same point',
        });
      for (const s of as)
        if (isSingle(s, topic, paired))
          rows.push({ topic, relation: 'dropped', a: [s], b: [], why: absence(later, topic, 'later') });
      for (const s of bs)
        if (isSingle(s, topic, paired))
          rows.push({ topic, relation: 'new', a: [], b: [s], why: absence(earlier, topic, 'earlier') });
    } else if (as.length > 0)
      rows.push({ topic, relation: 'dropped', a: foremost(as), b: [], why: absence(later, topic, 'later') });
    else rows.push({ topic, relation: 'new', a: [], b: foremost(bs), why: absence(earlier, topic, 'earlier') });
  }
  return rows.sort((x, y) => place(x) - place(y));
}

const topicsOf = (statements: readonly Statement[]): string[] =>
  statements.flatMap((s) => (s.claim.topic ? [s.claim.topic] : []));
const about = (statements: readonly Statement[], topic: string): Statement[] =>
  statements.filter((s) => s.claim.topic === topic);
const shareTopic = (a: Statement, b: Statement): boolean =>
  (a.claim.topics.length === 0 && b.claim.topics.length === 0) ||
  a.claim.topics.some((t) => b.claim.topics.includes(t));
const sharedTopic = (a: Statement, b: Statement): string | null =>
  a.claim.topic !== null && a.claim.topic === b.claim.topic
    ? a.claim.topic
    : (a.claim.topics.find((t) => b.claim.topics.includes(t)) ?? null);
const isSingle = (s: Statement, topic: string, paired: ReadonlySet<Statement>): boolean =>
  !paired.has(s) && s.claim.topic === topic && STANCE.has(s.claim.act);

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

/** Rows stand in the order of the earlier text; what is only in the later text follows in its order. */
const place = (row: TopicRow): number => row.a[0]?.start ?? 1e9 + (row.b[0]?.start ?? 0);
