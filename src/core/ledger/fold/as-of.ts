import type { EntryCorrection } from './apply-corrections.ts';

/** What is asked: the state on a day as told by what was said up to then, or with hindsight (law L2). */
export interface AsOf {
  /** EDTF day; null = as far as the record reaches */
  readonly day: string | null;
  /** admit words of unknown day: the caller knows that they were said by then, for a copy of them was there */
  readonly undated?: boolean;
  /** admit words said later, marked */
  readonly hindsight: boolean;
  /** ids that a person accepted, and ids rejected */
  readonly accepted: ReadonlySet<string>;
  readonly rejected: ReadonlySet<string>;
  /** pairs of statement ids that a person said are of one matter */
  readonly merged?: readonly (readonly [string, string])[];
  /** what people set in rows, oldest first */
  readonly corrections?: readonly EntryCorrection[];
}
