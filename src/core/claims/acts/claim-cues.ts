import type { Rules } from '../../model/index.ts';
import { foldCase } from '../dates/date-lexicon.ts';

/** The `claims:` cues of one language, compiled once per Rules. */
export interface ClaimCues {
  readonly language: string;
  /** the patterns of an act, or of another named list, as one expression over a clause with parties marked */
  readonly pattern: (name: string) => RegExp;
  readonly words: (name: string) => ReadonlySet<string>;
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
  const patterns = new Map<string, RegExp>();
  const sets = new Map<string, ReadonlySet<string>>();
  const modals = (section.modal ?? []).map((m) => m.split('=') as [string, string]);
  const values = new Map(modals.map(([word, value]) => [foldCase(word), value]));
  return {
    language,
    pattern: (name) => {
      const known = patterns.get(name);
      if (known) return known;
      const made = bounded(section[name] ?? []);
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
    modals: modals.length
      ? new RegExp(
          `(?<![\\p{L}\\p{N}])(?:${[...values.keys()].map((w) => w.replace(/ /g, '\\s{1,3}')).join('|')})(?![\\p{L}\\p{N}])`,
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
function bounded(sources: readonly string[]): RegExp {
  if (!sources.length) return NEVER;
  const body = sources.map((s) => s.replace(/\\w/g, '[a-zа-я]').replace(/ /g, '\\s{1,3}')).join('|');
  return new RegExp(`(?<![a-zа-я0-9@])(?:${body})(?![a-zа-я0-9])`, 'g');
}

export function hasCue(cues: ClaimCues, name: string, clause: string): boolean {
  const pattern = cues.pattern(name);
  pattern.lastIndex = 0;
  return pattern.test(clause);
}

/** Where the first cue of a list stands; -1 when there is none. */
export function cueAt(cues: ClaimCues, name: string, clause: string): number {
  const pattern = cues.pattern(name);
  pattern.lastIndex = 0;
  return pattern.exec(clause)?.index ?? -1;
}
