import type { Likeness } from '../match-statements.ts';
import type { Statement } from '../statement.ts';
import type { Proposition } from './proposition.ts';
import { NTH } from './read-numbers.ts';
import { THIRD_PERSON } from './read-roles.ts';

/** Two statements on one point with what the rules of relation look at. */
export interface Pair {
  readonly earlier: Statement;
  readonly later: Statement;
  readonly likeness: Likeness;
  /** acts and tracks that both name with the same sign, and those that one affirms and the other denies */
  readonly agreed: readonly string[];
  /** those of the first that are done to, or said of, one thing */
  readonly agreedOnOneThing: readonly string[];
  readonly flipped: readonly string[];
  /** what is denied and affirmed is done to, or said of, one thing: a key stands with it in both clauses */
  readonly isOfOneThing: boolean;
  /** what they are about: names, concepts, values and other acts that both name, or one names and the other leans on */
  readonly objects: number;
  /** a thing that one names and the other leans on: its question was about it */
  readonly isOfOneName: boolean;
  /** all that one says in keys, two at least, the other says too */
  readonly isContained: boolean;
  /** another side acts, or the same word is of things of two sides: our embassy and theirs */
  readonly differentActors: boolean;
  /** both name one deed that can be taken back: a notice, an offer, a decision */
  readonly deeds: boolean;
  readonly conditions: { readonly earlier: boolean; readonly later: boolean };
  /** the one number or day of a kind that is another in the later statement */
  readonly numbers: Change | null;
  /** shades of wording can be told apart: both originals, or renderings of one house */
  readonly sameRendering: boolean;
}

export interface Change {
  readonly kind: 'count' | 'date';
  readonly from: string;
  readonly to: string;
  /** what is counted, where both count the same */
  readonly unit: string | null;
}

/** Set two statements side by side; `likeness` names the keys that both have. */
export function readPair(earlier: Statement, later: Statement, likeness: Likeness): Pair {
  const [a, b] = [earlier.proposition, later.proposition];
  const acts = likeness.shared.filter((key) => key.startsWith('~'));
  const signs = (key: string) => (a.keys.get(key) ?? 0) * (b.keys.get(key) ?? 0);
  const flipped = acts.filter((key) => signs(key) < 0 && (a.denied.has(key) || b.denied.has(key)));
  const agreed = acts.filter((key) => signs(key) > 0);
  const objects = objectsOf(a, b, likeness.shared, flipped);
  // what one sends the other receives
  const deeds = likeness.shared.some((key) => a.deeds.has(key) && b.deeds.has(key));
  const isConverse = acts.includes('~transfer') && (objects > 0 || deeds);
  return {
    earlier,
    later,
    likeness,
    agreed,
    agreedOnOneThing: agreed.filter((key) => sharesMates(a, b, key)),
    flipped,
    isOfOneThing: flipped.some((key) => sharesMates(a, b, key) && deniesThat(a, b, key, agreed)),
    objects,
    isOfOneName: leantOn(a, b) + leantOn(b, a) > 0,
    isContained: Math.min(a.keys.size, b.keys.size) > 1 && likeness.shared.length >= Math.min(a.keys.size, b.keys.size),
    differentActors: (isOtherActor(a.actor, b.actor) && !isConverse) || ownedByOthers(a, b, likeness.shared),
    deeds,
    conditions: { earlier: isConditional(earlier), later: isConditional(later) },
    numbers: changedNumber(earlier, later) ?? changedOrdinal(earlier, later),
    sameRendering: inOneRendering(earlier, later),
  };
}

/** A key that stands with the act in both, or with it in one where the other leans on it. */
function sharesMates(a: Proposition, b: Proposition, act: string): boolean {
  const [left, right] = [matesOf(a.withActs, act), matesOf(b.withActs, act)];
  return [...left].some((key) => right.has(key) || b.context.has(key)) || [...right].some((key) => a.context.has(key));
}
const matesOf = (mates: Proposition['withActs'], act: string): ReadonlySet<string> =>
  mates.get(act) ?? new Set<string>();

/**
 * Whether the one that denies an act denies what the other affirms: at least half of what stands behind the act is said by
 * the other too ("not sending their best" does not deny sending), and no act behind it that both agree on ("his intention was
 * not to send" is "he did not intend to send").
 */
function deniesThat(a: Proposition, b: Proposition, act: string, agreed: readonly string[]): boolean {
  const [denier, other] = b.denied.has(act) ? [b, a] : [a, b];
  const behind = [...matesOf(denier.behindActs, act)];
  if (behind.some((key) => agreed.includes(key))) return false;
  const known = behind.filter((key) => other.keys.has(key) || other.context.has(key));
  return known.length * 2 >= behind.length;
}

/** "He" may be any party, but is never the speaker's side. */
const isOtherActor = (x: string | null, y: string | null): boolean =>
  x === THIRD_PERSON || y === THIRD_PERSON ? x === 'own' || y === 'own' : isOther(x, y);
const isOther = (x: string | null | undefined, y: string | null | undefined): boolean => !!x && !!y && x !== y;
const ownedByOthers = (a: Proposition, b: Proposition, shared: readonly string[]): boolean =>
  shared.some((key) => isOther(a.owners.get(key), b.owners.get(key)));

/** Names in one that the other only leans on. */
const leantOn = (x: Proposition, y: Proposition): number =>
  [...x.keys.keys()].filter((k) => k.startsWith('@') && !y.keys.has(k) && y.context.has(k)).length;

function objectsOf(a: Proposition, b: Proposition, shared: readonly string[], flipped: readonly string[]): number {
  const named = shared.filter((key) => /^[@&#~]/.test(key) && !flipped.includes(key)).length;
  return named + leantOn(a, b) + leantOn(b, a);
}

/** Whether it depends on something; "without preconditions" does not. */
function isConditional({ claim, proposition }: Statement): boolean {
  return (
    (claim.condition !== null || proposition.turns.has('conditional')) && proposition.keys.get('&precondition') !== -1
  );
}

/** A number or day given for the same kind of thing that is another one now; null when none or several are. */
function changedNumber(a: Statement, b: Statement): Change | null {
  const gone = [...a.values].filter((v) => !b.values.has(v));
  const come = [...b.values].filter((v) => !a.values.has(v));
  for (const kind of ['count', 'date'] as const) {
    const from = gone.filter((v) => v.startsWith(`${kind}:`)).map((v) => v.slice(kind.length + 1));
    const to = come.filter((v) => v.startsWith(`${kind}:`)).map((v) => v.slice(kind.length + 1));
    if (from.length !== 1 || to.length !== 1) continue;
    const units = [from[0]!, to[0]!].map((v) => (kind === 'count' ? v.replace(/^\S+\s*/u, '') : 'day'));
    return { kind, from: from[0]!, to: to[0]!, unit: units[0] === units[1] && units[0] !== '' ? units[0]! : null };
  }
  return null;
}

/** "The fifth consecutive year", then "the sixth consecutive year". */
function changedOrdinal(a: Statement, b: Statement): Change | null {
  const ordinals = ({ values }: Statement) => [...values].filter((key) => key.startsWith(NTH));
  const [from, to] = [ordinals(a), ordinals(b)];
  if (from.length !== 1 || to.length !== 1 || from[0] === to[0]) return null;
  const [was, unit] = from[0]!.slice(NTH.length).split(' ');
  const [is, same] = to[0]!.slice(NTH.length).split(' ');
  return unit === same ? { kind: 'count', from: `no. ${was}`, to: `no. ${is}`, unit: unit! } : null;
}

function inOneRendering(a: Statement, b: Statement): boolean {
  if (a.language !== b.language) return false;
  if (a.document === b.document) return true;
  if (a.rendering.kind === 'original' && b.rendering.kind === 'original') return true;
  return (
    a.rendering.kind !== 'unknown' &&
    a.rendering.kind === b.rendering.kind &&
    a.rendering.publisher !== null &&
    a.rendering.publisher === b.rendering.publisher
  );
}
