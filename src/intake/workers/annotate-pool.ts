import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { OnrecordError } from '../../core/model/index.ts';
import type { AnnotateJob, MemberResult } from '../annotate-file.ts';
import type { ResultMessage } from './messages.ts';

export interface PoolOptions {
  /** threads; default: one a core */
  readonly threads?: number;
  /** milliseconds one file may take, before what its size adds; default 60,000 */
  readonly timeLimitMs?: number;
  /** most heap of one thread in MB; default 2048 */
  readonly memoryMb?: number;
  /** heap in MB of a thread that reads files of ordinary size; default 768 */
  readonly ordinaryMb?: number;
}
export interface PoolResult {
  readonly members: readonly MemberResult[];
  /** revision of the vocabularies that the thread used */
  readonly rules: string;
}

/** A megabyte of ordinary text takes well under a second; ten leave room for a slow machine before we give a file up. */
const MS_PER_MEGABYTE = 10_000;

/**
 * Files up to this size in bytes are read in threads of little heap. The more a heap may hold, the further V8 lets it grow
 * before it looks for what is dead: with 2048 MB two to three times as far as with 768.
 */
const ORDINARY_BYTES = 1_000_000;

/**
 * Room for new objects in MB. A document's layers live shorter than it takes to fill it; V8's own choice is several times as
 * much for each thread and no faster.
 */
const YOUNG_MB = 24;

/** Compiled or run from source, the worker stands beside this file. */
const WORKER = new URL(`./annotate-worker${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url);

/**
 * Threads that decode and annotate files. A file that takes too long or too much memory costs its thread, which is
 * replaced, and gives an error of its own; the others go on. Threads start when first needed.
 */
export class AnnotatePool {
  readonly threads: number;
  readonly #timeLimitMs: number;
  readonly #memoryMb: number;
  readonly #ordinaryMb: number;
  readonly #idle: Worker[] = [];
  readonly #all = new Set<Worker>();
  /** those with all the memory that one may have */
  readonly #roomy = new WeakSet<Worker>();
  readonly #waiting: ((worker: Worker | null) => void)[] = [];
  #isClosed = false;

  constructor(options: PoolOptions = {}) {
    this.threads = Math.max(1, options.threads ?? availableParallelism());
    this.#timeLimitMs = options.timeLimitMs ?? 60_000;
    this.#memoryMb = options.memoryMb ?? 2048;
    this.#ordinaryMb = Math.min(this.#memoryMb, options.ordinaryMb ?? 768);
  }

  /**
   * Annotate one file. Never rejects: what goes wrong is a member with an error. `job.bytes` may be handed over for good. What
   * needs more memory than an ordinary thread has is read again in a roomy one.
   */
  async annotate(job: AnnotateJob): Promise<PoolResult> {
    const isOrdinary = job.bytes.length <= ORDINARY_BYTES && this.#ordinaryMb < this.#memoryMb;
    const result = isOrdinary ? await this.#read(job, false) : null;
    return result ?? (await this.#read(job, true))!;
  }

  /** Null when the thread was an ordinary one, and its memory not enough. */
  async #read(job: AnnotateJob, needsRoom: boolean): Promise<PoolResult | null> {
    const worker = await this.#take(needsRoom);
    if (!worker) return { members: [{ path: job.path, error: stopped(job.path) }], rules: '' };
    const limit = this.#timeLimitMs + (job.bytes.length / 1e6) * MS_PER_MEGABYTE;
    const seen = `${job.path} (${sizeInWords(job.bytes.length)})`;
    return new Promise((resolve) => {
      const settle = (result: PoolResult | null, isFit: boolean) => {
        clearTimeout(timer);
        worker.off('message', onMessage).off('error', onError).off('exit', onExit);
        if (isFit) this.#give(worker);
        else this.#discard(worker);
        resolve(result);
      };
      const fail = (error: OnrecordError) => settle({ members: [{ path: job.path, error }], rules: '' }, false);
      const onMessage = (result: ResultMessage) =>
        settle({ members: result.members.map(reviveError), rules: result.rules }, true);
      const onError = (cause: Error & { code?: string }) => {
        const isOutOfMemory = cause.code === 'ERR_WORKER_OUT_OF_MEMORY';
        if (isOutOfMemory && !needsRoom && !this.#roomy.has(worker)) return settle(null, false);
        fail(
          isOutOfMemory
            ? new OnrecordError(
                'too-large',
                `${seen}: needs more than ${this.#memoryMb} MB of memory to read`,
                'Split it and add the parts.',
                cause,
              )
            : new OnrecordError(
                'internal',
                `${seen}: ${cause.message}`,
                'Please report it with the file; the rest goes on.',
                cause,
              ),
        );
      };
      const onExit = (code: number) =>
        fail(new OnrecordError('internal', `${seen}: its reader stopped with status ${code}`));
      const timer = setTimeout(
        () =>
          fail(
            new OnrecordError(
              'timeout',
              `${seen}: not read within ${Math.round(limit / 1000)} s`,
              'Split it, or save it as plain text, and add it again.',
            ),
          ),
        limit,
      );
      worker.on('message', onMessage).on('error', onError).on('exit', onExit);
      worker.postMessage(
        job,
        needsRoom && job.bytes.byteLength === job.bytes.buffer.byteLength ? [job.bytes.buffer as ArrayBuffer] : [],
      );
    });
  }

  /** End all threads; what was under way or waiting is answered with an error. */
  async close(): Promise<void> {
    this.#isClosed = true;
    for (const give of this.#waiting.splice(0)) give(null);
    await Promise.all([...this.#all].map((worker) => worker.terminate()));
    this.#all.clear();
    this.#idle.length = 0;
  }

  async #take(needsRoom: boolean): Promise<Worker | null> {
    if (this.#isClosed) return null;
    const worker =
      this.#idle.pop() ??
      (this.#all.size < this.threads
        ? this.#start(needsRoom)
        : await new Promise<Worker | null>((resolve) => this.#waiting.push(resolve)));
    if (!worker || !needsRoom || this.#roomy.has(worker)) return worker;
    this.#end(worker);
    return this.#isClosed ? null : this.#start(true);
  }

  #start(isRoomy: boolean): Worker {
    const worker = new Worker(WORKER, {
      resourceLimits: {
        maxOldGenerationSizeMb: isRoomy ? this.#memoryMb : this.#ordinaryMb,
        maxYoungGenerationSizeMb: YOUNG_MB,
      },
      execArgv: [],
      stdout: true,
    });
    worker.setMaxListeners(20);
    // What a dependency prints must not stand among JSON lines.
    worker.stdout.resume();
    this.#all.add(worker);
    if (isRoomy || this.#ordinaryMb === this.#memoryMb) this.#roomy.add(worker);
    return worker;
  }

  #give(worker: Worker): void {
    const next = this.#waiting.shift();
    if (next) next(worker);
    else this.#idle.push(worker);
  }

  #discard(worker: Worker): void {
    this.#end(worker);
    const next = this.#waiting.shift();
    if (next) next(this.#isClosed ? null : this.#start(false));
  }

  #end(worker: Worker): void {
    this.#all.delete(worker);
    worker.on('error', () => {});
    void worker.terminate();
  }
}

const stopped = (path: string) => new OnrecordError('refused', `${path}: stopped before it was read`, 'Add it again.');

function reviveError(member: ResultMessage['members'][number]): MemberResult {
  if (!('error' in member)) return member;
  const { code, message, hint } = member.error;
  return { path: member.path, error: new OnrecordError(code, message, hint) };
}

/** 52,428,800 -> "52.4 MB". */
export const sizeInWords = (bytes: number): string =>
  bytes >= 1e6 ? `${(bytes / 1e6).toFixed(1)} MB` : bytes >= 1e3 ? `${(bytes / 1e3).toFixed(1)} kB` : `${bytes} bytes`;
