import type { Claim, Span } from '../../model/index.ts';
import { foldCase } from '../dates/date-lexicon.ts';
import { allCues, type ClaimCues, firstCue } from './claim-cues.ts';
import { hasFiniteVerb, mannerPart } from './main-part.ts';

/** The modal of the main verb: the first one before a subordinate clause, else `indicative`. */
export function readModality(clause: string, cues: ClaimCues): string {
  const main = mannerPart(clause, cues);
  cues.modals.lastIndex = 0;
  const m = cues.modals.exec(main);
  return m ? cues.modalOf(m[0]) : 'indicative';
}

/**
 * Whether the clause affirms or denies: the parity of its negations before a subordinate clause, so that a double
 * negation affirms ("cannot fail to", "not unlikely"). Words that only look like one ("not only", "no doubt") do not count. Two halves that differ around "but" are mixed.
 */
export function readPolarity(clause: string, cues: ClaimCues): Claim['polarity'] {
  const said = clause.replace(ANSWER, '');
  if (said !== clause && negations(mannerPart(said, cues), cues) === 0) return 'negative';
  const halves = splitAtContrast(said, cues).map((half) => negations(mannerPart(half, cues), cues) % 2);
  if (halves.length > 1 && halves[0] !== halves[1]) return 'mixed';
  return halves[0] === 1 ? 'negative' : 'affirmative';
}

/** "No, and it is not expected": the no answers, what follows says the same once more. */
const ANSWER = /^(?:no|нет)[,.]? /u;

function negations(clause: string, cues: ClaimCues): number {
  const apparent = allCues(cues, 'negation-not', clause);
  return allCues(cues, 'negation', clause).filter(
    (m) => !apparent.some((a) => m.index >= a.index && m.index < a.index + a[0].length),
  ).length;
}

/** Units that must stand on either side of a "but" for two halves. */
const LEAST_BEFORE = 10;
const LEAST_AFTER = 14;

function splitAtContrast(clause: string, cues: ClaimCues): string[] {
  const contrast = cues.words('contrast');
  // "Not only do I not expect it, I expect ...": two halves without a "but"
  const comma = firstCue(cues, 'not-only', clause)?.index === 0 ? clause.indexOf(', ') : -1;
  if (comma > 0 && hasFiniteVerb(clause.slice(comma + 2), cues))
    return [clause.slice(0, comma), clause.slice(comma + 2)];
  for (const m of clause.matchAll(/,? (\p{L}+) /gu))
    if (contrast.has(m[1]!) && m.index >= LEAST_BEFORE && clause.length - m.index > LEAST_AFTER) {
      const rest = clause.slice(m.index + m[0].length);
      if (hasFiniteVerb(rest, cues)) return [clause.slice(0, m.index), rest];
    }
  return [clause];
}

/** Softening and strengthening words as they stand. */
export function findHedges(clause: string, cues: ClaimCues): string[] {
  return [...cues.words('hedges')].filter((hedge) => {
    const at = clause.indexOf(hedge);
    return at >= 0 && !/\p{L}/u.test(clause[at - 1] ?? ' ') && !/\p{L}/u.test(clause[at + hedge.length] ?? ' ');
  });
}

/** The words of a condition: from its opener to the comma or the end of the clause. */
export function findCondition(text: string, span: Span, cues: ClaimCues): Span | null {
  const folded = foldCase(text.slice(span.start, span.end));
  const openers = [...cues.words('condition-openers')];
  const limited = (body: string) => new RegExp(`(?<![\\p{L}])(?:${body.replace(/ /g, '\\s{1,3}')})(?![\\p{L}])`, 'u');
  // most clauses hold none, and one look tells
  if (!openers.length || !cues.compiled('conditions', () => limited(openers.join('|'))).test(folded)) return null;
  for (const opener of openers) {
    const m = cues.compiled(`condition ${opener}`, () => limited(opener)).exec(folded);
    // "without getting involved" says how, not on what condition
    if (!m || firstCue(cues, 'condition-not', folded.slice(m.index))?.index === 0) continue;
    const rest = folded.slice(m.index);
    const comma = rest.search(/,|;|\s[-–—]\s|[.!?]\s*$/);
    const length = (comma < 0 ? rest.length : comma) - (/\s+$/.exec(comma < 0 ? rest : '')?.[0].length ?? 0);
    if (length > opener.length + 4) return { start: span.start + m.index, end: span.start + m.index + length };
  }
  return null;
}
export const isYesOrNo = (clause: string, cues: ClaimCues): boolean => {
  const first = /^[\p{L} ]+/u.exec(clause)?.[0].trim() ?? '';
  return cues.words('yes-no').has(first);
};
