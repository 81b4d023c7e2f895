import type { Rules, Topic } from '../../model/index.ts';
import { matchesOf, type Pattern, PatternSet } from '../../text/patterns/pattern-set.ts';
import { foldCase } from '../dates/date-lexicon.ts';

/** The topics of one script. */
interface TopicRules {
  readonly set: PatternSet;
  readonly rules: readonly TopicRule[];
}
interface TopicRule {
  readonly id: string;
  readonly pattern: Pattern;
}
/** A topic met in a passage; `times` is how often it is met, `weight` how many letters of the passage speak of it. */
export interface TopicHit {
  readonly topic: string;
  readonly times: number;
  readonly weight: number;
  readonly first: number;
}
const cache = new WeakMap<Rules, Record<'latin' | 'cyrillic', TopicRules>>();

/** Topics a folded passage speaks to, the one spoken of most often first; earlier words break ties. */
export function findTopics(folded: string, rules: Rules): TopicHit[] {
  const hits: TopicHit[] = [];
  const script = /[а-я]/.test(folded) ? 'cyrillic' : 'latin';
  const { set, rules: topics } = rulesOf(rules)[script];
  const places = set.placesIn(folded);
  for (const rule of topics) {
    let times = 0;
    let weight = 0;
    let first = -1;
    for (const m of matchesOf(rule.pattern, folded, places)) {
      if (first < 0) first = m.index;
      times++;
      weight += m[0].length;
    }
    if (first >= 0) hits.push({ topic: rule.id, times, weight, first });
  }
  return hits.sort((a, b) => b.times - a.times || a.first - b.first || (a.topic < b.topic ? -1 : 1));
}

function rulesOf(rules: Rules): Record<'latin' | 'cyrillic', TopicRules> {
  const known = cache.get(rules);
  if (known) return known;
  const made = { latin: compile(rules.topics, false), cyrillic: compile(rules.topics, true) };
  cache.set(rules, made);
  return made;
}

function compile(topics: readonly Topic[], cyrillic: boolean): TopicRules {
  const set = new PatternSet();
  const rules = topics.flatMap((topic) => {
    const body = bodyOf(topic, cyrillic);
    // folded text has the letters of two scripts; Unicode classes would be several times slower
    return body === null ? [] : [{ id: topic.id, pattern: set.add(body, '', '(?<![a-zа-я0-9])', '(?![a-zа-я0-9])') }];
  });
  return { set, rules };
}

/** Patterns as they are, name and aliases as words; Cyrillic passages are read by all of them, Latin ones by the Latin alone. */
function bodyOf(topic: Topic, cyrillic: boolean): string | null {
  const words = [topic.name, ...topic.aliases].map((w) => foldCase(w).replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  const sources = [...topic.patterns.map(foldPattern), ...words].filter((s) => cyrillic || !/[а-я]/.test(s));
  if (!sources.length) return null;
  return sources.map((s) => s.replace(/\\p\{L\}/g, '[a-zа-я]').replace(/ /g, '\\s{1,3}')).join('|');
}
/** Lower case the letters of a pattern and leave its classes (`\p{L}`, `\S`) alone. */
const foldPattern = (pattern: string): string =>
  pattern.replace(/\\[pP]\{[^}]*\}|\\.|[^\\]+/g, (part) => (part.startsWith('\\') ? part : foldCase(part)));
