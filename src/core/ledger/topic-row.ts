import type { Turn } from '../model/index.ts';
import type { Told } from './compare-states.ts';
import type { Relation } from './relation.ts';
import type { Statement } from './statement.ts';

/** One row of a comparison: the two passages, how the later stands to the earlier, and why we say so. */
export interface TopicRow {
  readonly topic: string | null;
  readonly relation: Relation;
  readonly a: readonly Statement[];
  readonly b: readonly Statement[];
  readonly why: string;
}

/** A text to compare: its statements and its questions, for "asked, not answered" and "not asked" are told apart. */
export interface ComparedText extends Told {
  /** topic ids of each question turn */
  readonly questionTopics: readonly { readonly turn: Turn; readonly topics: readonly string[] }[];
}
