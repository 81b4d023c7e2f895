import type { Span } from '../../model/index.ts';
import { foldCase } from '../dates/date-lexicon.ts';
import type { ClaimCues } from './claim-cues.ts';

/** A clause shorter than this many words goes with its neighbour. */
const LEAST_WORDS = 5;

/**
 * Places where a sentence may hold two statements: semicolons, colons, spaced dashes, and "and", "but" before a new
 * subject. They are only offered: whether the parts are two claims is settled by their acts.
 */
export function splitClauses(text: string, sentence: Span, cues: ClaimCues): Span[] {
  const folded = foldCase(text.slice(sentence.start, sentence.end));
  const conjunctions = [...cues.words('conjunctions')].join('|');
  const subjects = cues.words('clause-subjects');
  const cuts: { at: number; next: number }[] = [];
  for (const m of folded.matchAll(/[;:]\s+|\s[-–—]{1,2}\s+/gu)) cuts.push({ at: m.index, next: m.index + m[0].length });
  if (conjunctions)
    for (const m of folded.matchAll(new RegExp(`,?\\s(?:${conjunctions})\\s(?=(\\p{L}+))`, 'gu')))
      if (subjects.has(m[1]!)) cuts.push({ at: m.index, next: m.index + m[0].length });
  cuts.sort((a, b) => a.at - b.at);
  const clauses: Span[] = [];
  let start = 0;
  for (const cut of cuts) {
    if (!hasWords(folded, start, cut.at) || !hasWords(folded, cut.next, folded.length)) continue;
    clauses.push({ start: sentence.start + start, end: sentence.start + cut.at });
    start = cut.next;
  }
  clauses.push({ start: sentence.start + start, end: sentence.end });
  return clauses;
}

/** Are there LEAST_WORDS words between? Counts no further: a sentence can be a whole file. */
function hasWords(folded: string, from: number, to: number): boolean {
  const word = /\p{L}+/gu;
  word.lastIndex = from;
  for (let n = 0; n < LEAST_WORDS; n++) {
    const m = word.exec(folded);
    if (!m || m.index + m[0].length > to) return false;
  }
  return true;
}
