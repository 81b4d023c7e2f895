import type { Section } from '../model/index.ts';
import { isStance, saysSomething } from './is-telling.ts';
import type { Statement } from './statement.ts';
import type { ComparedText, TopicRow } from './topic-row.ts';

/**
 * What only one of two texts says, topic by topic: `new` in the later, `dropped` in the earlier, which never means adopted or
 * given up: the interviewer chooses the subjects, and `why` says whether it was asked. Worth a row is a stance that tells what
 * it is on, what the ledger records (a treaty, a measure, a count, a case), and the first word on a name that the other text has
 * nowhere. What one text says on one topic is one row, or several that can be taken in.
 */
export function singleRows(
  text: ComparedText,
  other: ComparedText,
  relation: 'new' | 'dropped',
  used: ReadonlySet<Statement>,
): TopicRow[] {
  const isRecorded = recordedIn(text);
  const isUnheard = unheardIn(text, other);
  const rows: TopicRow[] = [];
  const topics = [...new Set(text.statements.flatMap((s) => s.claim.topic ?? []))].sort();
  for (const topic of [...topics, null]) {
    const free = text.statements.filter((s) => s.claim.topic === topic && !used.has(s));
    const why = absence(other, topic, relation === 'new' ? 'earlier' : 'later');
    const worthy = free.filter((s) => (isStance(s) && saysSomething(s)) || isRecorded(s) || isUnheard(s));
    const isTouched = topic === null || other.statements.some((s) => s.claim.topics.includes(topic));
    const shown = worthy.length > 0 || isTouched ? worthy : foremost(free);
    for (const group of inRows(shown))
      rows.push({ topic, relation, a: relation === 'new' ? [] : group, b: relation === 'new' ? group : [], why });
  }
  return rows;
}

/** Sections whose entries are worth a row of their own whatever the act that tells of them. */
const RECORDED: ReadonlySet<Section> = new Set<Section>([
  'meetings',
  'tracks',
  'instruments',
  'proposals',
  'demands',
  'counts',
  'cases',
  'measures',
  'relations',
]);

/** Whether the ledger takes an entry from these words; a bare mention of a treaty is none. */
function recordedIn({ ledger }: ComparedText): (s: Statement) => boolean {
  const proofs = ledger
    .filter((e) => RECORDED.has(e.section) && !(e.section === 'instruments' && e.status === 'stated'))
    .map((e) => e.evidence[0]!);
  return (s) => proofs.some((p) => p.turn === s.claim.turn && p.start < s.end && s.start < p.end);
}

/** Whether it is the first word on what was asked of a name that the other text has nowhere. */
function unheardIn(text: ComparedText, other: ComparedText): (s: Statement) => boolean {
  const known = new Set(
    other.statements.flatMap((s) => [...s.asked, ...s.proposition.keys.keys(), ...s.proposition.context]),
  );
  const first = new Map<string, Statement>();
  for (const s of text.statements) if (isMore(s) && !first.has(s.claim.turn)) first.set(s.claim.turn, s);
  return (s) => first.get(s.claim.turn) === s && [...s.asked].some((key) => key.startsWith('@') && !known.has(key));
}

/** Passages of one row at the most. */
const PASSAGES = 3;

/** What one text says, cut into rows a reader can take in. */
function inRows(statements: readonly Statement[]): Statement[][] {
  const rows: Statement[][] = [];
  for (const s of statements) {
    const row = rows.at(-1);
    if (row && row.length < PASSAGES) row.push(s);
    else rows.push([s]);
  }
  return rows;
}

/** Of a topic of which only one text speaks, and takes no stance there, what it says first. */
const foremost = (statements: readonly Statement[]): readonly Statement[] => {
  const stances = statements.filter(isStance);
  return stances.length > 0 ? stances.slice(0, 2) : statements.filter(isMore).slice(0, 1);
};

/** "Of course." says nothing by itself. */
const isMore = ({ proposition }: Statement): boolean => proposition.keys.size > 1;

function absence(text: ComparedText, topic: string | null, which: 'earlier' | 'later'): string {
  if (topic === null) return `not found in the ${which} text`;
  const asked = text.questionTopics.filter((q) => q.topics.includes(topic));
  const spoke = text.statements.some((s) => s.claim.topics.includes(topic));
  if (spoke) return `in the ${which} text the topic comes up, but not this point`;
  if (asked.length === 0) return `not asked about in the ${which} text`;
  return asked.some((q) => q.isDeclined)
    ? `asked about in the ${which} text, not answered there`
    : `asked about in the ${which} text; the answer holds no statement on it`;
}
