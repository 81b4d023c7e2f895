import type { Act } from '../model/index.ts';
import type { Statement } from './statement.ts';

/** Acts that are a stance: when one of them has no counterpart it is worth a row of its own. */
const STANCE: ReadonlySet<Act> = new Set<Act>([
  'demand',
  'request',
  'condition',
  'refusal',
  'commitment',
  'offer',
  'warning',
  'prediction',
  'denial',
]);

export const isStance = ({ claim }: Statement): boolean => STANCE.has(claim.act);

/** Small talk shares words; a proposition shares an act, a thing, a name or a number. */
export const isTelling = (key: string): boolean => /^[~&@#]/.test(key);

/** "I am ready." has no subject of its own. */
export const saysSomething = ({ proposition: { keys } }: Statement): boolean =>
  keys.size > 1 && [...keys.keys()].some(isTelling);
