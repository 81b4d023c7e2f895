import type { Claim, Span } from '../../model/index.ts';
import { foldCase } from '../dates/date-lexicon.ts';
import { allCues, type ClaimCues, firstCue } from './claim-cues.ts';
import { hasFiniteVerb, isVerbForm, mannerPart } from './main-part.ts';

/**
 * The modal of the main verb: the first one before a subordinate clause, else `indicative`. The noun ("the need to") is none,
 * and one that hangs on the subject ("the man who had to leave did not come") is not the main verb's.
 */
export function readModality(clause: string, cues: ClaimCues): string {
  const main = mannerPart(clause, cues);
  const relatives = cues.words('relative-pronouns');
  cues.modals.lastIndex = 0;
  for (const m of main.matchAll(cues.modals)) {
    const value = cues.modalOf(m[0]);
    const before = /(\p{L}+) (?:\p{L}+ly )?$/u.exec(main.slice(Math.max(0, m.index - 40), m.index))?.[1];
    if (value !== 'indicative' && !(before && relatives.has(before))) return value;
  }
  return 'indicative';
}

/**
 * Whether the clause affirms or denies: the parity of its negations before a subordinate clause, so that a double
 * negation affirms ("cannot fail to", "not unlikely"). Words that only look like one ("not only", "no doubt") do not count. Two halves that differ around "but" are mixed.
 */
export function readPolarity(clause: string, cues: ClaimCues): Claim['polarity'] {
  const said = clause.replace(ANSWER, '');
  if (said !== clause && negations(mannerPart(said, cues), cues) === 0) return 'negative';
  // two denials that are set side by side ("it is not so, and they are not here") do not undo each other
  const sides = splitAtContrast(said, cues)
    .flatMap((half) => splitAtAnd(mannerPart(half, cues), cues))
    .map((side) => negations(side, cues) % 2 === 1);
  if (sides.some((denied) => denied !== sides[0])) return 'mixed';
  return sides[0] ? 'negative' : 'affirmative';
}

/** "No, and it is not expected": the no answers, what follows says the same once more. */
const ANSWER = /^(?:no|нет)[,.]? /u;

/** Statements joined by "and": each with a subject or at least a verb form of its own. */
function splitAtAnd(part: string, cues: ClaimCues): string[] {
  const [and, subjects] = [cues.words('and'), cues.words('clause-subjects')];
  for (const m of part.matchAll(/,? (\p{L}+)(?= (\p{L}+|@us|@p) )/gu))
    if (and.has(m[1]!) && m.index >= LEAST_BEFORE) {
      const rest = part.slice(m.index + m[0].length + 1);
      // "between Varnia and Kestoria" joins two names
      const opens = (m[2]!.startsWith('@') && m[0].startsWith(',')) || subjects.has(m[2]!) || isVerbForm(m[2]!, cues);
      if (opens && hasFiniteVerb(rest, cues)) return [part.slice(0, m.index), ...splitAtAnd(rest, cues)];
    }
  return [part];
}

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
  for (const m of clause.matchAll(/,? (\p{L}+)(?= )/gu))
    if (contrast.has(m[1]!) && m.index >= LEAST_BEFORE && clause.length - m.index > LEAST_AFTER) {
      const rest = clause.slice(m.index + m[0].length + 1);
      if (hasFiniteVerb(rest, cues)) return [clause.slice(0, m.index), rest];
    }
  return [clause];
}

/** Softening and strengthening words as they stand; "rather than" softens nothing. */
export function findHedges(clause: string, cues: ClaimCues): string[] {
  const apparent = [...cues.words('hedges-not')];
  return [...cues.words('hedges')].filter((hedge) => {
    for (let at = clause.indexOf(hedge); at >= 0; at = clause.indexOf(hedge, at + 1)) {
      const whole = !/\p{L}/u.test(clause[at - 1] ?? ' ') && !/\p{L}/u.test(clause[at + hedge.length] ?? ' ');
      const stands = (words: string, off: number) => off >= 0 && off <= at && clause.startsWith(words, at - off);
      if (whole && !apparent.some((words) => stands(words, words.indexOf(hedge)))) return true;
    }
    return false;
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
