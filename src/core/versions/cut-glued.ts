import type { Rules, Span } from '../model/index.ts';

/** Words that a headline and the sentence glued to it must each have at the least. */
const WORDS_AT_LEAST = 3;

const openings = new WeakMap<object, Map<string, RegExp | null>>();

/**
 * Cut a sentence where a headline runs into it without a mark ("… for Hurricane Hanna The service has …"): before a word that
 * opens sentences (cues, `text: starters`), with a capital, after a word without a mark. Two versions seldom glue alike, and what is
 * cut needlessly comes together again in one group.
 */
export function cutGlued(text: string, span: Span, language: string, rules: Pick<Rules, 'cues'>): Span[] {
  const opening = openingOf(language, rules);
  const pieces: Span[] = [];
  let start = span.start;
  if (opening)
    for (const m of text.slice(span.start, span.end).matchAll(opening)) {
      const at = span.start + m.index + m[0].length;
      if (wordsIn(text.slice(start, at)) < WORDS_AT_LEAST || wordsIn(text.slice(at, span.end)) < WORDS_AT_LEAST)
        continue;
      pieces.push({ start, end: at });
      start = at;
    }
  return [...pieces, { start, end: span.end }];
}

const wordsIn = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;

/** The space between a word without a mark and an opening word. */
function openingOf(language: string, rules: Pick<Rules, 'cues'>): RegExp | null {
  const byLanguage = openings.get(rules.cues) ?? new Map<string, RegExp | null>();
  openings.set(rules.cues, byLanguage);
  const known = byLanguage.get(language);
  if (known !== undefined) return known;
  const words = (rules.cues[language]?.text?.starters ?? []).filter((w) => /^\p{Lu}\p{L}*$/u.test(w) && w !== 'I');
  const made =
    words.length > 0 ? new RegExp(`(?<=[\\p{Ll}\\p{N}]["”»]?)\\s+(?=(?:${words.join('|')})\\s+\\p{L})`, 'gu') : null;
  byLanguage.set(language, made);
  return made;
}
