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
  const [one, other] = [sideOf(a), sideOf(b)];
  if (one.party !== null && other.party !== null) return one.party === other.party;
  return one.person !== null && one.person === other.person;
}

/** For whom a statement stands: its party, and its speaker, who where he is known from one document only is told by his name. */
export function sideOf({ claim, party }: Statement): { readonly party: string | null; readonly person: string | null } {
  // a ministry's own text speaks for its state and for no person (house-statements.ts)
  if (!SPEAKS.has(claim.voice)) return { party: claim.speaker === null ? party : null, person: null };
  const isLocal = claim.person?.startsWith(LOCAL) ?? false;
  return { party, person: isLocal ? `${LOCAL}${foldLetters(claim.speaker ?? '')}` : claim.person };
}
