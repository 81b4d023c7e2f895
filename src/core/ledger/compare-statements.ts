import { foldLetters } from '../text/fold.ts';
import type { Likeness } from './match-statements.ts';
import { type Pair, readPair } from './propositions/read-pair.ts';
import { RELATION_RULES } from './propositions/relation-rules.ts';
import type { Comparison } from './relation.ts';
import type { Statement } from './statement.ts';

/**
 * Compare two statements that speak to one point (`likeness` from `likenessOf`), the earlier first. The first rule that can
 * name what differs answers; what none can name is `unclear`, with the features that stand in the way (fails closed).
 */
export function compareStatements(earlier: Statement, later: Statement, likeness: Likeness): Comparison {
  if (foldLetters(earlier.text) === foldLetters(later.text))
    return { relation: 'unchanged', why: 'word for word the same', differs: [] };
  const pair = readPair(earlier, later, likeness);
  for (const rule of RELATION_RULES) {
    const found = rule(pair);
    if (found) return found;
  }
  return { relation: 'unclear', why: notNamed(pair), differs: [] };
}

/** What stands in the way of calling the two the same or changed. */
function notNamed(pair: Pair): string {
  const apart = [
    pair.differentActors ? 'another side acts' : '',
    pair.conditions.earlier !== pair.conditions.later ? 'one depends on a condition' : '',
    pair.earlier.claim.act !== pair.later.claim.act ? `${pair.earlier.claim.act} and ${pair.later.claim.act}` : '',
    pair.numbers ? `${pair.numbers.from} and ${pair.numbers.to}` : '',
  ].filter((w) => w !== '');
  return `both speak to this; ${apart.length > 0 ? apart.join(', ') : 'what differs cannot be named'}`;
}
