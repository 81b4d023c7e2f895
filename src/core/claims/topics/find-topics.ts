import type { Rules, Topic } from '../../model/index.ts';
import { foldCase } from '../dates/date-lexicon.ts';

interface TopicRule {
  readonly id: string;
  readonly pattern: RegExp;
}
/** A topic met in a passage; `weight` is how many letters of it speak of the topic. */
export interface TopicHit {
  readonly topic: string;
  readonly weight: number;
  readonly first: number;
}
const cache = new WeakMap<Rules, TopicRule[]>();

/** Topics a folded passage speaks to, the one that most of its words speak of first; earlier words break ties. */
export function findTopics(folded: string, rules: Rules): TopicHit[] {
  const hits: TopicHit[] = [];
  for (const rule of rulesOf(rules)) {
    let weight = 0;
    let first = -1;
    for (const m of folded.matchAll(rule.pattern)) {
      if (first < 0) first = m.index;
      weight += m[0].length;
    }
    if (first >= 0) hits.push({ topic: rule.id, weight, first });
  }
  return hits.sort((a, b) => b.weight - a.weight || a.first - b.first || (a.topic < b.topic ? -1 : 1));
}

function rulesOf(rules: Rules): TopicRule[] {
  const known = cache.get(rules);
  if (known) return known;
  const made = rules.topics.map((topic) => ({ id: topic.id, pattern: patternOf(topic) }));
  cache.set(rules, made);
  return made;
}

/** Patterns as they are, name and aliases as words. */
function patternOf(topic: Topic): RegExp {
  const words = [topic.name, ...topic.aliases].map((w) => foldCase(w).replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  const sources = [...topic.patterns.map(foldPattern), ...words].map((s) => s.replace(/ /g, '\\s{1,3}'));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${sources.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
}
/** Lower case the letters of a pattern and leave its classes (`\p{L}`, `\S`) alone. */
const foldPattern = (pattern: string): string =>
  pattern.replace(/\\[pP]\{[^}]*\}|\\.|[^\\]+/g, (part) => (part.startsWith('\\') ? part : foldCase(part)));
