import type { Statement } from './statement.ts';
import { KEY_KINDS, keyNumber, weightedKeys } from './statement-keys.ts';

/**
 * From this likeness two statements are taken to speak to one point, and from this likeness of their own words to say the
 * same thing, so that what differs may be called a change (read on the sample record, on interviews and on briefings).
 */
export const SAME_POINT = 0.33;
export const SAME_PROPOSITION = 0.5;
/** From this likeness two statements are read together at all: a rule may find that they name one matter. */
export const RELATED = 0.2;

/** How telling a key is: rare ones more. Made from the statements at hand, so that no list of words is needed. */
export interface Weigh {
  (key: string): number;
  /** weight that a statement of ordinary length carries: shorter ones are measured against it */
  readonly ordinary: number;
}

/** Inverse document frequency over statements, smoothed; a key in every statement weighs next to nothing. */
export function weighKeys(statements: readonly Statement[]): Weigh {
  const seen = new Map<string, number>();
  for (const s of statements) for (const key of weightedKeys(s)) seen.set(key, (seen.get(key) ?? 0) + 1);
  const weigh = (key: string) => keyWeight(keyNumber(key) & (KEY_KINDS - 1), seen.get(key) ?? 0, statements.length);
  return Object.assign(weigh, { ordinary: ordinaryWeight(statements.length) });
}

/** By kind of key (`keyNumber`): a word that names a known act tells more of a proposition than a stray one. */
const KIND_WEIGHT = [0.8, 1, 1.4, 0.8];
const atLeast20 = (statements: number) => Math.max(statements, 20);

/** Weight of a key that so many of so many statements hold. */
export const keyWeight = (kind: number, seen: number, statements: number): number =>
  KIND_WEIGHT[kind]! * Math.max(0, Math.log((atLeast20(statements) + 1) / (seen + 0.5)));

export const ordinaryWeight = (statements: number): number => ORDINARY_KEYS * Math.log(atLeast20(statements) + 1);

/** Likeness 0..1 of two statements by their own words: from the weight they share, that of each, and the ordinary one. */
export const ownLikeness = (common: number, a: number, b: number, ordinary: number): number =>
  Math.min(1, common / Math.max(0.3 * Math.min(a, b) + 0.7 * Math.max(a, b), ordinary, 1e-9));

/** A statement with fewer telling keys than this says too little for its words alone to tell what it is about. */
const ORDINARY_KEYS = 1.6;
/** A key that one statement says and the other only leans on (its question, the words before it) counts half. */
const LEANING = 0.5;

/** How like two statements are, and through what. */
export interface Likeness {
  /** 0..1, with what they lean on; symmetric; 1 for the same words where they say enough */
  readonly value: number;
  /** 0..1, by their own words alone */
  readonly own: number;
  /** keys that both say */
  readonly shared: readonly string[];
  /** both answer one question directly */
  readonly isAnswer?: boolean;
}

/**
 * Likeness over weighted keys: what both say, and by half their topic and what one says and the other leans on, against the lighter of the
 * two more than the heavier, for one often says the same in a longer breath.
 */
export function likenessOf(a: Statement, b: Statement, weigh: Weigh): Likeness {
  const [left, right] = [a.proposition, b.proposition];
  const shared: string[] = [];
  let common = 0;
  let leaning = 0;
  const whole = [0, 0] as [number, number];
  for (const key of left.keys.keys()) {
    const w = weigh(key);
    whole[0] += w;
    if (right.keys.has(key)) {
      common += w;
      shared.push(key);
    } else if (right.context.has(key)) leaning += w;
  }
  for (const key of right.keys.keys()) {
    const w = weigh(key);
    whole[1] += w;
    if (!left.keys.has(key) && left.context.has(key)) leaning += w;
  }
  for (const topic of a.claim.topics) if (b.claim.topics.includes(topic)) leaning += weigh(`%${topic}`);
  const measure = Math.max(0.6 * Math.min(...whole) + 0.4 * Math.max(...whole), weigh.ordinary, 1e-9);
  return {
    value: Math.min(1, (common + LEANING * leaning) / measure),
    own: ownLikeness(common, ...whole, weigh.ordinary),
    shared,
  };
}

/** A pair of statements about one point. */
export interface StatementPair extends Likeness {
  readonly a: Statement;
  readonly b: Statement;
}

/**
 * Pair the statements of two texts one to one, best `rank` first (ties by position, so that the answer is the same on every
 * machine): no statement of a pair has a better partner that is still free. `rank` gives null for what is no pair.
 */
export function pairStatements<P extends StatementPair>(
  as: readonly Statement[],
  bs: readonly Statement[],
  weigh: Weigh,
  rank: (pair: StatementPair) => (P & { rank: number }) | null,
): P[] {
  const all: (P & { rank: number })[] = [];
  for (const a of as)
    for (const b of bs) {
      const likeness = likenessOf(a, b, weigh);
      const ranked = likeness.value >= RELATED ? rank({ a, b, ...likeness }) : null;
      if (ranked) all.push(ranked);
    }
  all.sort((x, y) => y.rank - x.rank || x.a.start - y.a.start || x.b.start - y.b.start);
  const used = new Set<Statement>();
  return all.filter(({ a, b }) => {
    if (used.has(a) || used.has(b)) return false;
    used.add(a).add(b);
    return true;
  });
}
