import type { Rules } from '../../model/index.ts';
import { Heard } from '../../text/phrases.ts';
import { stemOf } from '../../text/stem-words.ts';
import { conceptLexicon } from './concept-lexicon.ts';

/** A word of a passage: lower case, with its stem and UTF-16 offsets, and whether a clause ends before it. */
export interface Word {
  readonly text: string;
  readonly stem: string;
  readonly start: number;
  readonly end: number;
  readonly opensClause: boolean;
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:'\p{L}+)?/gu;
/** Marks that end a clause; a hyphen inside a word and a point inside a number do not. */
const BREAK = /[,;:!?()"“”«»]|\.(?!\p{N})|\s[-–—]\s|—/u;

/** The words of a passage in their order. */
export function readWords(text: string, language: string): Word[] {
  const plain = text.toLowerCase().replaceAll('’', "'");
  const words: Word[] = [];
  let from = 0;
  for (const m of plain.matchAll(WORD)) {
    const word = m[0].replace(/'s$/u, '');
    words.push({
      text: m[0],
      stem: stemOf(word, language),
      start: m.index,
      end: m.index + m[0].length,
      opensClause: from === 0 || BREAK.test(plain.slice(from, m.index)),
    });
    from = m.index + m[0].length;
  }
  return words;
}

/**
 * For each word whether an odd number of negations holds it. A negation holds what follows it in its clause; a clause ends
 * at a mark, at a word that opens another, and after a verb of saying ("did not say that ..." denies the saying). Turns
 * that only look like negations ("not only", "no doubt", "do not rule out") hold nothing.
 */
export function scopeNegation(text: string, words: readonly Word[], language: string, rules: Rules): boolean[] {
  const lists = negationLists(language, rules);
  const heard = new Heard(text, rules, language, 'relations');
  const harmless = heard.all('not-negating');
  const held: boolean[] = [];
  let isNegated = false;
  for (const word of words) {
    if (word.opensClause || lists.breaks.has(word.text)) isNegated = false;
    const inPhrase = harmless.some(({ start, end }) => word.start >= start && word.end <= end);
    const negates = !inPhrase && (lists.negators.has(word.text) || word.text.endsWith("n't"));
    held.push(isNegated);
    if (negates) isNegated = !isNegated;
    else if (lists.saying.has(word.text)) isNegated = false;
  }
  return held;
}

interface NegationLists {
  readonly negators: ReadonlySet<string>;
  readonly breaks: ReadonlySet<string>;
  readonly saying: ReadonlySet<string>;
}
const lists = new WeakMap<object, Map<string, NegationLists>>();

function negationLists(language: string, rules: Rules): NegationLists {
  const byLanguage = lists.get(rules.cues) ?? new Map<string, NegationLists>();
  lists.set(rules.cues, byLanguage);
  const known = byLanguage.get(language);
  if (known) return known;
  const cues = rules.cues[language];
  const lexicon = conceptLexicon(language, rules);
  // a verb that is a concept carries its own sign there
  const verbs = (cues?.quotes?.['negative-verbs'] ?? []).filter(
    (v) => !lexicon.byFirst.get(stemOf(v, language))?.some((c) => c.length === 1),
  );
  const made = {
    negators: new Set([...(cues?.quotes?.negation ?? []), ...verbs]),
    breaks: new Set(cues?.relations?.breaks ?? []),
    saying: new Set(cues?.relations?.['say-verbs'] ?? []),
  };
  byLanguage.set(language, made);
  return made;
}
