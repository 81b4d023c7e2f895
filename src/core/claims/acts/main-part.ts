import type { ClaimCues } from './claim-cues.ts';

/** Letters that must stand before a subordinator; a clause that opens with one is read whole. */
const LEAST = 12;

/** What stands before the first subordinate clause ("which", "because", "if" ...). */
export function mainPart(clause: string, cues: ClaimCues): string {
  for (const m of clause.matchAll(cues.pattern('subordinators'))) if (m.index >= LEAST) return clause.slice(0, m.index);
  return clause;
}

/** The clause without the words that only announce it: "I want to stress that ...". */
export function withoutFrame(clause: string, cues: ClaimCues): string {
  let rest = clause;
  for (let times = 0; times < 3; times++) {
    const pattern = cues.pattern('frames');
    pattern.lastIndex = 0;
    const m = pattern.exec(rest);
    if (!m || m.index !== 0 || m[0].length >= rest.length - 8) break;
    rest = rest.slice(m[0].length).trimStart();
  }
  return rest;
}
