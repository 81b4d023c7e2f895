import { allCues, type ClaimCues, cueAt, firstCue } from './claim-cues.ts';

/** Letters that must stand before a subordinator; a clause that opens with one is read whole. */
const LEAST = 12;

/** What stands before the first subordinate clause ("which", "because", "if" ...). */
export function mainPart(clause: string, cues: ClaimCues): string {
  for (const m of allCues(cues, 'subordinators', clause)) if (m.index >= LEAST) return clause.slice(0, m.index);
  return clause;
}

/** The clause without the words that only announce it: "I want to stress that ...". */
export function withoutFrame(clause: string, cues: ClaimCues): string {
  let rest = clause;
  for (let times = 0; times < 3; times++) {
    const m = firstCue(cues, 'frames', rest);
    if (m?.index !== 0 || m[0].length >= rest.length - 8) break;
    rest = rest.slice(m[0].length).trimStart();
  }
  return rest;
}

/** Has these words a verb of their own before anything hangs on them ("that", "which")? Fragments make no claim. */
export function hasFiniteVerb(words: string, cues: ClaimCues): boolean {
  const head = mainPart(words.slice(0, FINITE_UNITS), cues)
    .split(/\sthat\s/)[0]!
    .split(' ')
    .slice(0, FINITE_WITHIN)
    .join(' ');
  cues.modals.lastIndex = 0;
  return cueAt(cues, 'present', head) >= 0 || cueAt(cues, 'past', head) >= 0 || cues.modals.test(head);
}
/** Words within which the verb of a new clause is looked for. */
const FINITE_WITHIN = 12;
/** The same in UTF-16 units, so that a hostile sentence is not read to its end at each of its commas. */
const FINITE_UNITS = 240;
