import { type Mention, type Rules, TALK, type Turn } from '../../model/index.ts';
import { matchesOf, type Pattern, PatternSet } from '../../text/patterns/pattern-set.ts';
import { foldCase } from '../dates/date-lexicon.ts';

const cache = new WeakMap<Rules, { readonly set: PatternSet; readonly pattern: Pattern } | null>();

/** References to other statements: "in an earlier interview you said", "as the President has said repeatedly". */
export function detectReferences(text: string, turn: Turn, rules: Rules): Mention[] {
  if (!TALK.has(turn.kind)) return [];
  const known = patternOf(rules);
  if (!known) return [];
  const folded = foldCase(text.slice(turn.bodyStart, turn.end));
  return matchesOf(known.pattern, folded, known.set.placesIn(folded)).map((m) => {
    const start = turn.bodyStart + m.index;
    return {
      kind: 'reference',
      start,
      end: start + m[0].length,
      value: null,
      name: null,
      entity: null,
      turn: turn.id,
      rule: 'reference-to-statement',
    };
  });
}

function patternOf(rules: Rules) {
  const known = cache.get(rules);
  if (known !== undefined) return known;
  const sources = Object.values(rules.cues).flatMap((c) => c.names?.references ?? []);
  const set = new PatternSet();
  const body = sources.map((s) => s.replace(/ /g, '\\s{1,3}')).join('|');
  const made = sources.length
    ? { set, pattern: set.add(body, 'u', '(?<![\\p{L}\\p{N}])', '(?![\\p{L}\\p{N}])') }
    : null;
  cache.set(rules, made);
  return made;
}
