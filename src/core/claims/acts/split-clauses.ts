import type { Span } from '../../model/index.ts';
import { foldCase } from '../dates/date-lexicon.ts';
import type { ClaimCues } from './claim-cues.ts';
import { hasFiniteVerb } from './main-part.ts';

/** A clause shorter than this many words goes with its neighbour. */
const LEAST_WORDS = 5;

/** A stretch of a sentence; `apart` when it is set against what stands before it and is a claim of its own. */
export interface Clause extends Span {
  readonly apart: boolean;
}

/**
 * Places where a sentence may hold two statements: semicolons, colons, spaced dashes, "and", "but" before a new subject,
 * and the comma after "Despite ...". They are only offered: whether the parts are two claims is settled by their acts.
 */
export function splitClauses(text: string, sentence: Span, cues: ClaimCues): Clause[] {
  const folded = foldCase(text.slice(sentence.start, sentence.end));
  const clauses: Clause[] = [];
  let start = 0;
  let apart = false;
  for (const cut of cutsOf(folded, cues)) {
    if (cut.at < start || !hasWords(folded, start, cut.at) || !hasWords(folded, cut.next, folded.length)) continue;
    clauses.push({ start: sentence.start + start, end: sentence.start + cut.at, apart });
    start = cut.next;
    apart = cut.apart;
  }
  clauses.push({ start: sentence.start + start, end: sentence.end, apart });
  return clauses;
}

interface Cut {
  readonly at: number;
  readonly next: number;
  readonly apart: boolean;
}

function cutsOf(folded: string, cues: ClaimCues): Cut[] {
  const subjects = cues.words('clause-subjects');
  const concession = [...cues.words('concessive')].some((w) => folded.startsWith(`${w} `));
  if (concession) {
    const commas = [...folded.matchAll(/,\s(?=(\p{L}+)\s)/gu)].filter((m) => subjects.has(m[1]!));
    const last = commas.at(-1);
    if (last) return [{ at: last.index, next: last.index + last[0].length, apart: true }];
  }
  const cuts: Cut[] = [];
  for (const m of folded.matchAll(/[;:]\s+|\s[-–—]{1,2}\s+/gu))
    if (hasFiniteVerb(folded.slice(m.index + m[0].length), cues))
      cuts.push({ at: m.index, next: m.index + m[0].length, apart: false });
  const conjunctions = cues.words('conjunctions');
  const joined = () => new RegExp(`,?\\s(${[...conjunctions].join('|')})\\s(?=(\\p{L}+))`, 'gu');
  if (conjunctions.size)
    for (const m of folded.matchAll(cues.compiled('conjunctions', joined)))
      if (subjects.has(m[2]!) && hasFiniteVerb(folded.slice(m.index + m[0].length), cues))
        cuts.push({ at: m.index, next: m.index + m[0].length, apart: cues.words('contrast').has(m[1]!) });
  const continues = [...cues.words('clause-continues')];
  return cuts.filter((c) => !continues.some((w) => folded.startsWith(w, c.next))).sort((a, b) => a.at - b.at);
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
