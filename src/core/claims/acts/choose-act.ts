import type { Act } from '../../model/index.ts';
import { type ClaimCues, cueAt, hasCue } from './claim-cues.ts';
import { mainPart } from './main-part.ts';

/** The act of a clause and the rule that gave it; `null` where nothing is put forward (thanks, order of business). */
export interface ChosenAct {
  readonly act: Act;
  readonly rule: string;
}

/**
 * In which order acts are asked for; the first with a cue is given. Declining to speak and denying come first: their
 * words ("cannot", "not true") would be read as refusals; what one has done or heard is told, whatever it holds. A condition comes before the refusal or promise it holds.
 * What binds the other side (demand, request) comes before blame, for blame is often its reason; what binds the speaker
 * (offer, commitment) after it. Guesses come last: "will" is in every promise and most warnings.
 */
const ORDER: readonly Act[] = [
  'no-comment',
  'denial',
  'report',
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

/** Room for a word or two before the subject, UTF-16 units. */
const OPENING = 16;

/** Acts whose cues count inside a subordinate clause too; a promise or demand there is only spoken of. */
const ALSO_SUBORDINATE: ReadonlySet<Act> = new Set<Act>(['denial', 'condition', 'warning', 'accusation']);

export function chooseAct(clause: string, cues: ClaimCues): ChosenAct | null {
  const main = mainPart(clause, cues);
  // a condition often is the subordinate clause itself ("not ... unless")
  const act =
    ORDER.find((a) => hasCue(cues, a, a === 'condition' ? clause : main)) ??
    ORDER.find((a) => ALSO_SUBORDINATE.has(a) && hasCue(cues, a, clause));
  if (hasCue(cues, 'nothing', clause) && (!act || act === 'commitment' || act === 'prediction' || act === 'hedge'))
    return null;
  if (act === 'accusation' && hasCue(cues, 'own-deed', main)) return { act: 'commitment', rule: 'own-deed' };
  const need = act === 'accusation' || act === 'warning' ? cueAt(cues, 'own-need', main) : -1;
  // behind at most a word or two ("Therefore, we have to ...")
  if (need >= 0 && need <= OPENING) return { act: 'assertion', rule: 'own-need' };
  if (act) return { act, rule: `cue-${act}` };
  const past = tellsOfPast(main, cues);
  if (past && !hasCue(cues, 'opinion', main)) return { act: 'report', rule: 'past-without-opinion' };
  return { act: 'assertion', rule: past ? 'opinion' : 'present' };
}

/** A past form that no present one stands before: "is based on" tells of now. */
function tellsOfPast(main: string, cues: ClaimCues): boolean {
  const past = cueAt(cues, 'past', main);
  if (past < 0) return false;
  const present = cueAt(cues, 'present', main);
  return present < 0 || present > past;
}
