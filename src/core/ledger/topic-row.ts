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
  readonly questionTopics: readonly QuestionAsked[];
}

/** What a question asks about (ids of topics). */
export interface QuestionAsked {
  readonly turn: Turn;
  readonly topics: readonly string[];
  /** the official openly does not answer: declines, sends the question elsewhere, puts it off */
  readonly isDeclined: boolean;
}
