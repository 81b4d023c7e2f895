import type { Act } from '../../model/index.ts';
import { SAME_PROPOSITION } from '../match-statements.ts';
import type { Comparison, Relation } from '../relation.ts';
import type { Pair } from './read-pair.ts';

export type Rule = (pair: Pair) => Comparison | null;

export const say = (relation: Relation, why: string, ...differs: string[]): Comparison => ({ relation, why, differs });
/** What differs is said of one named matter. */
export const sayOfOne = (...said: Parameters<typeof say>): Comparison => ({ ...say(...said), isNamed: true });

/** Acts by which a side binds itself or another; only a stance can be hardened or softened. */
export const STANCE: ReadonlySet<Act> = new Set<Act>([
  'demand',
  'request',
  'condition',
  'refusal',
  'commitment',
  'offer',
  'warning',
  'denial',
  'prediction',
]);
export const REQUIRING: ReadonlySet<Act> = new Set<Act>(['demand', 'request', 'condition', 'warning', 'refusal']);
/** Strength of what is required, by modal. */
export const STRENGTH: Readonly<Record<string, number>> = {
  must: 4,
  'must-not': 4,
  'have-to': 4,
  shall: 4,
  cannot: 4,
  need: 3,
  should: 3,
  will: 3,
  'will-not': 3,
  expect: 2,
  would: 2,
  intend: 2,
  may: 1,
  can: 1,
  could: 1,
  might: 1,
};

/** Stances that a condition can be put on. */
export const BINDING: ReadonlySet<Act> = new Set<Act>([
  'demand',
  'request',
  'condition',
  'refusal',
  'commitment',
  'offer',
]);

export const isBound = (s: Pair['later']): boolean => BINDING.has(s.claim.act);
export const isBinding = (pair: Pair): boolean => isBound(pair.earlier) && isBound(pair.later);
export const isStance = (pair: Pair): boolean =>
  [pair.earlier, pair.later].every((s) => STANCE.has(s.claim.act) || s.claim.modality !== 'indicative');
export const isSame = (pair: Pair): boolean => pair.likeness.own >= SAME_PROPOSITION && pair.likeness.shared.length > 1;
/** With what they lean on they are clearly of one point, and two acts, names or days tell of it. */
export const isOnePoint = ({ likeness }: Pair): boolean =>
  likeness.value >= SAME_PROPOSITION && likeness.shared.filter((key) => /^(?:[~@]|#date:)/.test(key)).length > 1;
/** One act on one thing that both name. */
export const isOfOneTreaty = ({ agreedOnOneThing, likeness }: Pair): boolean =>
  agreedOnOneThing.length > 0 && likeness.shared.some((key) => key.startsWith('@'));
export const isOnTopic = ({ earlier, later }: Pair): boolean =>
  earlier.claim.topics.some((topic) => later.claim.topics.includes(topic));
export const turnsOf = (pair: Pair) => [pair.earlier.proposition.turns, pair.later.proposition.turns] as const;
export const words = (keys: readonly string[]): string => keys.map((k) => `"${k.slice(1)}"`).join(', ');
