import { foldLetters } from '../text/fold.ts';
import type { Statement } from './statement.ts';

/** A person known only from one document has an id of that document. */
const LOCAL = 'ver:';
const SPEAKS: ReadonlySet<string> = new Set(['official', 'guest']);

/**
 * Whether two statements are of one side, so that the later can change what the earlier said: one person, or two of one
 * state or body. Two sides' words are never one position (law L3); a role without a name ("senior official") is no person,
 * and who leads the sitting speaks for nobody.
 */
export function isOneSide(a: Statement, b: Statement): boolean {
  if (!SPEAKS.has(a.claim.voice) || !SPEAKS.has(b.claim.voice)) return false;
  if (a.party !== null && b.party !== null) return a.party === b.party;
  const [one, other] = [a.claim.person, b.claim.person];
  if (one === null || other === null) return false;
  if (one === other) return true;
  if (!one.startsWith(LOCAL) || !other.startsWith(LOCAL)) return false;
  return foldLetters(a.claim.speaker ?? '') === foldLetters(b.claim.speaker ?? '');
}
