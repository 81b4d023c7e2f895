import { STANCE } from './propositions/rule.ts';
import type { Statement } from './statement.ts';

/** A stance that has no counterpart is worth a row of its own. */
export const isStance = ({ claim }: Statement): boolean => STANCE.has(claim.act);

/** Small talk shares words; a proposition shares an act, a thing, a name or a number. */
export const isTelling = (key: string): boolean => /^[~&@#]/.test(key);

/** "I am ready." has no subject of its own. */
export const saysSomething = ({ proposition: { keys } }: Statement): boolean =>
  keys.size > 1 && [...keys.keys()].some(isTelling);
