import { z } from 'zod';

/** How a later statement stands to an earlier one; the words are defined in docs/vocabulary.md. */
export const Relation = z.enum([
  'unchanged',
  'hardened',
  'softened',
  'reversed',
  'new',
  'dropped',
  'overtaken',
  'unclear',
]);
export type Relation = z.infer<typeof Relation>;

/** The relation with what differs, in words for a reader; `differs` names the features that decided. */
export interface Comparison {
  readonly relation: Relation;
  readonly why: string;
  readonly differs: readonly string[];
  /** the words themselves name one matter, so that a lesser likeness is enough: long sentences share little */
  readonly isNamed?: boolean;
}
