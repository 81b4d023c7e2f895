import { type Mention, type Rules, TALK, type Turn } from '../../model/index.ts';
import { foldCase } from '../dates/date-lexicon.ts';

const cache = new WeakMap<Rules, RegExp | null>();

/** References to other statements: "in an earlier interview you said", "as the President has said repeatedly". */
export function detectReferences(text: string, turn: Turn, rules: Rules): Mention[] {
  if (!TALK.has(turn.kind)) return [];
  const pattern = patternOf(rules);
  if (!pattern) return [];
  return [...foldCase(text.slice(turn.bodyStart, turn.end)).matchAll(pattern)].map((m) => {
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

function patternOf(rules: Rules): RegExp | null {
  const known = cache.get(rules);
  if (known !== undefined) return known;
  const sources = Object.values(rules.cues).flatMap((c) => c.names?.references ?? []);
  const made = sources.length
    ? new RegExp(
        `(?<![\\p{L}\\p{N}])(?:${sources.map((s) => s.replace(/ /g, '\\s{1,3}')).join('|')})(?![\\p{L}\\p{N}])`,
        'gu',
      )
    : null;
  cache.set(rules, made);
  return made;
}
