import type { Rules, Topic } from '../../model/index.ts';
import { foldCase } from '../dates/date-lexicon.ts';

interface TopicRule {
  readonly id: string;
  readonly latin: RegExp | null;
  readonly cyrillic: RegExp | null;
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
  const script = /[а-я]/.test(folded) ? 'cyrillic' : 'latin';
  for (const rule of rulesOf(rules)) {
    const pattern = rule[script];
    if (!pattern) continue;
    let weight = 0;
    let first = -1;
    for (const m of folded.matchAll(pattern)) {
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
  const made = rules.topics.map((topic) => ({
    id: topic.id,
    latin: patternOf(topic, false),
    cyrillic: patternOf(topic, true),
  }));
  cache.set(rules, made);
  return made;
}

/** Patterns as they are, name and aliases as words; Cyrillic passages are read by all of them, Latin ones by the Latin alone. */
function patternOf(topic: Topic, cyrillic: boolean): RegExp | null {
  const words = [topic.name, ...topic.aliases].map((w) => foldCase(w).replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  const sources = [...topic.patterns.map(foldPattern), ...words].filter((s) => cyrillic || !/[а-я]/.test(s));
  if (!sources.length) return null;
  // folded text has the letters of two scripts; Unicode classes would be several times slower
  const body = sources.map((s) => s.replace(/\\p\{L\}/g, '[a-zа-я]').replace(/ /g, '\\s{1,3}')).join('|');
  return new RegExp(`(?<![a-zа-я0-9])(?:${body})(?![a-zа-я0-9])`, 'g');
}
/** Lower case the letters of a pattern and leave its classes (`\p{L}`, `\S`) alone. */
const foldPattern = (pattern: string): string =>
  pattern.replace(/\\[pP]\{[^}]*\}|\\.|[^\\]+/g, (part) => (part.startsWith('\\') ? part : foldCase(part)));
