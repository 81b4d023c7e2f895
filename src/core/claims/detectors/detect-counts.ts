import { type Mention, type Rules, type Span, TALK, type Turn } from '../../model/index.ts';
import { matchesOf, type Pattern, PatternSet } from '../../text/patterns/pattern-set.ts';
import { type DateLexicon, dateLexicons, foldCase } from '../dates/date-lexicon.ts';
import { readNumber } from '../dates/read-number.ts';

interface CountRule {
  readonly set: PatternSet;
  readonly pattern: Pattern;
  readonly lexicon: DateLexicon;
  readonly least: ReadonlySet<string>;
  readonly most: ReadonlySet<string>;
  readonly plural: ReadonlySet<string>;
  readonly not: ReadonlySet<string>;
}
const cache = new WeakMap<Rules, CountRule[]>();

/** Numbers with what they count and their bound: "more than 55 employees" is `>55 employees`, "within a hundred" `<=100`. */
export function detectCounts(text: string, turn: Turn, rules: Rules, dates: readonly Span[]): Mention[] {
  if (!TALK.has(turn.kind) && turn.kind !== 'commentary') return [];
  const folded = foldCase(text.slice(turn.bodyStart, turn.end));
  const items: Mention[] = [];
  for (const rule of rulesOf(rules)) {
    if (/[\u0400-\u04ff]{2}/.test(folded) !== (rule.lexicon.language === 'ru')) continue;
    let next = 0;
    for (const m of matchesOf(rule.pattern, folded, rule.set.placesIn(folded))) {
      const {
        bound,
        num,
        between = '',
        noun,
      } = m.groups as { bound?: string; num: string; between?: string; noun: string };
      if (!isCounted(noun, rule)) continue;
      const value = readNumber(num, rule.lexicon);
      if (value === null || (value < 2 && !/^\d/.test(num)) || /^(?:19|20)\d\d$/.test(num)) continue;
      const start = turn.bodyStart + m.index;
      const end = start + m[0].length;
      while (next < dates.length && dates[next]!.end <= start) next++;
      if (next < dates.length && dates[next]!.start < end) continue;
      const sign = bound === undefined ? '' : rule.least.has(bound) ? '>=' : rule.most.has(bound) ? '<=' : '~';
      const counted = `${between}${noun}`.replace(/\s+/g, ' ').trim();
      items.push({
        kind: 'count',
        start,
        end,
        value: `${sign}${value} ${counted}`,
        name: counted,
        entity: null,
        turn: turn.id,
        rule: 'number-and-noun',
      });
    }
  }
  return items;
}

function isCounted(noun: string, rule: CountRule): boolean {
  if (rule.not.has(noun)) return false;
  if (rule.plural.has(noun)) return true;
  return rule.lexicon.language === 'en' && noun.length > 3 && noun.endsWith('s') && !noun.endsWith('ss');
}

function rulesOf(rules: Rules): CountRule[] {
  const known = cache.get(rules);
  if (known) return known;
  const made: CountRule[] = [];
  for (const lexicon of dateLexicons(rules).values()) {
    const cues = rules.cues[lexicon.language]?.names ?? {};
    const [most, least, about] = ['count-most', 'count-least', 'count-about'].map((k) => cues[k] ?? []) as [
      string[],
      string[],
      string[],
    ];
    if (!most.length) continue;
    const words = (list: readonly string[]) => [...list].sort((a, b) => b.length - a.length).join('|');
    const numbers = words(lexicon.words('number').filter((w) => !/^(?:a|an|zero)$/.test(w)));
    // Russian print parts thousands by a space
    const gap = lexicon.language === 'en' ? ',' : '[, \\u00a0\\u202f]';
    const number = `(?:\\d{1,3}(?:${gap}\\d{3})+|\\d{1,7}(?:\\.\\d+)?|(?:${numbers})(?:[ -](?:${numbers}))?)`;
    const body = `(?:(?<bound>${words([...most, ...least, ...about])})\\s)?(?<num>${number})\\s(?<between>(?:\\p{L}[\\p{L}-]*\\s){0,2}?)(?<noun>\\p{L}+)`;
    const set = new PatternSet();
    made.push({
      set,
      pattern: set.add(body, 'u', '(?<![\\p{L}\\p{N}.,$€-])', '(?![\\p{L}\\p{N}])'),
      lexicon,
      least: new Set(least),
      most: new Set(most),
      plural: new Set(cues['count-plural'] ?? []),
      not: new Set(cues['count-not'] ?? []),
    });
  }
  cache.set(rules, made);
  return made;
}
