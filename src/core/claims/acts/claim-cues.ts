import type { Rules } from '../../model/index.ts';
import { firstMatch, matchesOf, type Pattern, PatternSet } from '../../text/patterns/pattern-set.ts';
import { foldCase } from '../dates/date-lexicon.ts';

/** The `claims:` cues of one language, compiled once per Rules. */
export interface ClaimCues {
  readonly language: string;
  /** the patterns of an act, or of another named list, as one expression over a clause with parties marked */
  readonly pattern: (name: string) => Pattern | null;
  readonly set: PatternSet;
  readonly words: (name: string) => ReadonlySet<string>;
  /** an expression made of a list once: `make` is called the first time */
  readonly compiled: (key: string, make: () => RegExp) => RegExp;
  /** modal words with their value, longest first, as one expression */
  readonly modals: RegExp;
  readonly modalOf: (word: string) => string;
}
const cache = new WeakMap<Rules, Map<string, ClaimCues>>();
const NEVER = /(?!)/g;

export function claimCues(rules: Rules): ReadonlyMap<string, ClaimCues> {
  const known = cache.get(rules);
  if (known) return known;
  const made = new Map<string, ClaimCues>();
  for (const [language, cues] of Object.entries(rules.cues))
    if (cues.claims) made.set(language, compile(language, cues.claims));
  cache.set(rules, made);
  return made;
}

function compile(language: string, section: Readonly<Record<string, readonly string[]>>): ClaimCues {
  const set = new PatternSet();
  const patterns = new Map<string, Pattern | null>();
  const sets = new Map<string, ReadonlySet<string>>();
  const expressions = new Map<string, RegExp>();
  const modals = (section.modal ?? []).map((m) => m.split('=') as [string, string]);
  const values = new Map(modals.map(([word, value]) => [foldCase(word), value]));
  return {
    language,
    set,
    pattern: (name) => {
      const known = patterns.get(name);
      if (known !== undefined) return known;
      const sources = section[name];
      const made = sources?.length ? bounded(set, sources) : null;
      patterns.set(name, made);
      return made;
    },
    words: (name) => {
      const known = sets.get(name);
      if (known) return known;
      const made = new Set((section[name] ?? []).map(foldCase));
      sets.set(name, made);
      return made;
    },
    compiled: (key, make) => {
      const known = expressions.get(key) ?? make();
      expressions.set(key, known);
      known.lastIndex = 0;
      return known;
    },
    modals: modals.length
      ? new RegExp(
          `(?:(?<![\\p{L}\\p{N}])|(?='))(?:${[...values.keys()].map((w) => w.replace(/ /g, '\\s{1,3}')).join('|')})(?![\\p{L}\\p{N}])`,
          'gu',
        )
      : NEVER,
    modalOf: (word) => values.get(word.replace(/\s+/g, ' ')) ?? 'indicative',
  };
}

/**
 * `\w` in a cue is any letter; a space any white space; a cue holds at word limits. Clauses are folded, so the letters of
 * the two scripts are enough and Unicode classes, which are several times slower, are not needed.
 */
function bounded(set: PatternSet, sources: readonly string[]): Pattern {
  const body = sources.map((s) => s.replace(/\\w/g, '[a-zа-я]').replace(/ /g, '\\s{1,3}')).join('|');
  return set.add(body, '', '(?<![a-zа-я0-9@])', '(?![a-zа-я0-9])');
}

export function hasCue(cues: ClaimCues, name: string, clause: string): boolean {
  return firstCue(cues, name, clause) !== null;
}

/** Where the first cue of a list stands; -1 when there is none. */
export function cueAt(cues: ClaimCues, name: string, clause: string): number {
  return firstCue(cues, name, clause)?.index ?? -1;
}

export function firstCue(cues: ClaimCues, name: string, clause: string): RegExpExecArray | null {
  const pattern = cues.pattern(name);
  return pattern && firstMatch(pattern, clause, cues.set.placesIn(clause));
}

export function allCues(cues: ClaimCues, name: string, clause: string): RegExpExecArray[] {
  const pattern = cues.pattern(name);
  return pattern ? matchesOf(pattern, clause, cues.set.placesIn(clause)) : [];
}
