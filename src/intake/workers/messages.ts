import type { ErrorCode } from '../../core/model/index.ts';
import type { AnnotatedMember, AnnotateJob } from '../annotate-file.ts';

/** An error as it crosses threads, where classes do not survive. */
export interface ErrorMessage {
  readonly code: ErrorCode;
  readonly message: string;
  readonly hint: string | null;
}
export type MemberMessage = AnnotatedMember | { readonly path: string; readonly error: ErrorMessage };

/** main -> worker: one file at a time. */
export type JobMessage = AnnotateJob;
/** worker -> main: all that the file held, and the revision of the vocabularies used. */
export interface ResultMessage {
  readonly members: readonly MemberMessage[];
  readonly rules: string;
}
