import type { Step } from './align.ts';
import type { Passage } from './passage.ts';

/** One contiguous run of the source that the quotation prints, with the steps that lead from one to the other. */
export interface Piece {
  readonly passage: Passage;
  /** quote words q0..q1, source words s0..s1 (into passage.words) */
  readonly q0: number;
  readonly q1: number;
  readonly s0: number;
  readonly s1: number;
  readonly steps: readonly Step[];
  /** the stretch of the quotation's text that this piece gives, UTF-16 */
  readonly from: number;
  readonly to: number;
}
