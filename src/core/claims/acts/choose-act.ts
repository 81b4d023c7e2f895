import type { Act } from '../../model/index.ts';
import { type ClaimCues, hasCue } from './claim-cues.ts';

/** The act of a clause and the rule that gave it; `null` where nothing is put forward (thanks, order of business). */
export interface ChosenAct {
  readonly act: Act;
  readonly rule: string;
}

/**
 * In which order acts are asked for; the first with a cue is given. Declining to speak and denying come first: their
 * words ("cannot", "not true") would be read as refusals. A condition comes before the refusal or promise it holds.
 * What binds the other side (demand, request) comes before blame, for blame is often its reason; what binds the speaker
 * (offer, commitment) after it. Guesses come last: "will" is in every promise and most warnings.
 */
const ORDER: readonly Act[] = [
  'no-comment',
  'denial',
  'condition',
  'refusal',
  'warning',
  'demand',
  'request',
  'accusation',
  'offer',
  'commitment',
  'hedge',
  'prediction',
];

export function chooseAct(clause: string, cues: ClaimCues): ChosenAct | null {
  const act = ORDER.find((a) => hasCue(cues, a, clause));
  if (hasCue(cues, 'nothing', clause) && (!act || act === 'commitment' || act === 'prediction' || act === 'hedge'))
    return null;
  if (act) return { act, rule: `cue-${act}` };
  const past = hasCue(cues, 'past', clause);
  if (past && !hasCue(cues, 'opinion', clause)) return { act: 'report', rule: 'past-without-opinion' };
  return { act: 'assertion', rule: past ? 'opinion' : 'present' };
}
