import type { Claim, Span } from '../../model/index.ts';
import { foldCase } from '../dates/date-lexicon.ts';
import { allCues, type ClaimCues } from './claim-cues.ts';
import { hasFiniteVerb, mainPart } from './main-part.ts';

/** The modal of the main verb: the first one before a subordinate clause, else `indicative`. */
export function readModality(clause: string, cues: ClaimCues): string {
  const main = mainPart(clause, cues);
  cues.modals.lastIndex = 0;
  const m = cues.modals.exec(main);
  return m ? cues.modalOf(m[0]) : 'indicative';
}

/**
 * Whether the clause affirms or denies: the parity of its negations before a subordinate clause, so that a double
 * negation affirms. Two halves that differ around "but" are mixed.
 */
export function readPolarity(clause: string, cues: ClaimCues): Claim['polarity'] {
  const said = clause.replace(ANSWER, '');
  if (said !== clause && negations(mainPart(said, cues), cues) === 0) return 'negative';
  const halves = splitAtContrast(said, cues).map((half) => negations(mainPart(half, cues), cues) % 2);
  if (halves.length > 1 && halves[0] !== halves[1]) return 'mixed';
  return halves[0] === 1 ? 'negative' : 'affirmative';
}

/** "No, and it is not expected": the no answers, what follows says the same once more. */
const ANSWER = /^(?:no|нет)[,.]? /u;

const negations = (clause: string, cues: ClaimCues): number => allCues(cues, 'negation', clause).length;

function splitAtContrast(clause: string, cues: ClaimCues): string[] {
  const contrast = cues.words('contrast');
  for (const m of clause.matchAll(/,? (\p{L}+) /gu))
    if (contrast.has(m[1]!) && m.index > 12 && clause.length - m.index > 16) {
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
    if (!m) continue;
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
