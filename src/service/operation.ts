import type { z } from 'zod';
import type { Rules } from '../core/model/index.ts';
import type { InputBlob } from '../intake/find-inputs.ts';
import type { Mailer } from '../intake/open-mailer.ts';
import type { AnnotatePool } from '../intake/workers/annotate-pool.ts';
import type { Store } from '../store/port.ts';

export type { InputBlob };

/** The one port to a language model. Nothing but `suggest` uses it; what it answers is taken for nothing but text. */
export interface SuggestingModel {
  /** the model's name as the user set it */
  readonly name: string;
  /** One question, one answer. Throws an OnrecordError (`timeout`, `too-large`, `unreadable`, `refused`) that says what was seen. */
  ask(instruction: string, text: string, signal: AbortSignal): Promise<string>;
}

/** What an operation may use. No operation reads a clock, the environment or a terminal by itself. */
export interface Context {
  readonly store: Store;
  /** the vocabularies, loaded when first asked for */
  readonly rules: Rules;
  /** the time, ISO 8601; only for receipts and judgements, never for anything derived */
  now(): string;
  /** say how far a long work has come; skins show it as they like */
  progress(done: number, total: number | null, what: string): void;
  readonly signal: AbortSignal;
  /** bytes by the name the input uses for them; the CLI binds `-` to standard input */
  readonly blobs: ReadonlyMap<string, InputBlob>;
  /** threads that a long-lived skin keeps warm for reading texts; else an operation starts its own */
  readonly pool?: AnnotatePool;
  /** a language model that may suggest; left out unless the user names one (ONRECORD_MODEL_URL) */
  readonly model?: SuggestingModel | null;
  /** where the served site stands for the world, without a slash at its end (ONRECORD_PUBLIC_URL); undefined: nowhere */
  readonly publicUrl?: string | undefined;
  /** sends letters; undefined when no mail server is set */
  readonly mailer?: Mailer;
  /** may the operation read paths of this machine? False over HTTP and MCP. */
  readonly localFiles: boolean;
}

/** How the command line shows a field; set with `.meta({cli: …})`. Other skins pass them by. */
export interface CliHint {
  /** `ID`, `PATH...` (the rest of the line) */
  readonly positional?: boolean;
  /** one letter */
  readonly short?: string;
  /** word for the value in the help text */
  readonly value?: string;
  /** not shown */
  readonly hidden?: boolean;
}

/**
 * One thing Onrecord can do. Skins (command line, HTTP, MCP) are made from the list in `index.ts`.
 * A `stream` operation yields its output one item at a time (JSON lines); others answer once.
 */
export interface Operation<I extends z.ZodObject = z.ZodObject, O extends z.ZodType = z.ZodType> {
  readonly name: string;
  readonly summary: string;
  readonly effect: 'read' | 'write';
  /** who may run it over the network; see `accessOf` */
  readonly access?: Access;
  readonly input: I;
  readonly output: O;
  readonly stream: boolean;
  /** regards the rights of sources by itself, or answers with the words of its own input */
  readonly showsItsOwn?: boolean;
  /** may be asked where there is no record yet */
  readonly withoutRecord?: boolean;
  /** the field whose file a skin may watch, to run the operation again at each save (`--watch`) */
  readonly watches?: string;
  /** Is this answer (or item) one that makes the exit status 1? */
  failed?(output: z.output<O>): boolean;
  run(ctx: Context, input: z.output<I>): Promise<z.output<O>> | AsyncIterable<z.output<O>>;
}

/**
 * Who may run an operation over HTTP: `read` whoever may read the record; `review` who decides; `admin` who adds to it or
 * makes the server fetch; `local` nobody: it works on the whole store, or streams without end. An assistant gets `read` only.
 */
export type Access = 'read' | 'review' | 'admin' | 'local';

/** What writes is for admins unless the operation says otherwise. */
export const accessOf = (op: Pick<Operation, 'access' | 'effect'>): Access =>
  op.access ?? (op.effect === 'read' ? 'read' : 'admin');

/** Keeps the types of an operation's input and output while it is written down. */
export const operation = <I extends z.ZodObject, O extends z.ZodType>(op: Operation<I, O>): Operation<I, O> => op;
