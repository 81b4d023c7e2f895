import type { Weigh } from './match-statements.ts';
import type { Statement } from './statement.ts';

/** From this likeness two questions are taken to ask for one thing; less is enough where the answers have one main topic. */
const SAME_QUESTION = 0.5;
const SAME_QUESTION_ON_TOPIC = 0.3;

/**
 * The first words of the answers to one question, paired: what a question asks tells what "I will leave that without
 * comment" is about. Each answer once, likest questions first; ties by position.
 */
export function pairAnswers(
  as: readonly Statement[],
  bs: readonly Statement[],
  weigh: Weigh,
  mayPair: (a: Statement, b: Statement) => boolean,
  isFree: (s: Statement) => boolean,
): [Statement, Statement][] {
  const all: { a: Statement; b: Statement; value: number }[] = [];
  const answers = directAnswers(bs).filter(isFree);
  for (const a of directAnswers(as).filter(isFree))
    for (const b of answers) {
      const value = questionLikeness(a.asked, b.asked, weigh);
      const isOnTopic = a.claim.topic !== null && a.claim.topic === b.claim.topic;
      if (value >= (isOnTopic ? SAME_QUESTION_ON_TOPIC : SAME_QUESTION) && mayPair(a, b)) all.push({ a, b, value });
    }
  all.sort((x, y) => y.value - x.value || x.a.start - y.a.start || x.b.start - y.b.start);
  const used = new Set<Statement>();
  return all.flatMap(({ a, b }) => {
    if (used.has(a) || used.has(b)) return [];
    used.add(a).add(b);
    return [[a, b] as [Statement, Statement]];
  });
}

/** The first statement of each answering turn. */
function directAnswers(statements: readonly Statement[]): Statement[] {
  const seen = new Set<string>();
  return statements.filter((s) => {
    if (s.asked.size === 0 || seen.has(s.claim.turn)) return false;
    seen.add(s.claim.turn);
    return true;
  });
}

/** Questions are long and short: what the shorter asks must be in the other, an act or a name with other words among it. */
function questionLikeness(a: ReadonlySet<string>, b: ReadonlySet<string>, weigh: Weigh): number {
  const mass = (keys: Iterable<string>) => [...keys].reduce((sum, key) => sum + weigh(key), 0);
  const shared = [...a].filter((key) => b.has(key));
  const isNamed = shared.some((key) => key.startsWith('@')) && shared.some((key) => /^[\p{L}&#]/u.test(key));
  if (!isNamed && !shared.some((key) => key.startsWith('~'))) return 0;
  const sizes = [mass(a), mass(b)];
  return mass(shared) / Math.max(0.75 * Math.min(...sizes) + 0.25 * Math.max(...sizes), 0.7 * weigh.ordinary);
}
