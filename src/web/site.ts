import { OnrecordError } from '../core/model/index.ts';
import type { Context as Ctx, Operation } from '../service/operation.ts';
import { runOperation } from '../service/run-operation.ts';
import { MAX_ITEMS } from './api.ts';
import { parseInput } from './read-input.ts';
import type { Guard } from './security/guard.ts';
import type { AccessList } from './security/read-access.ts';

export interface WebRoot {
  readonly operations: readonly Operation[];
  readonly ctx: Ctx;
  readonly version: string;
  /** who may do what */
  readonly access: AccessList;
  /** answers an assistant at /mcp (MCP over HTTP); left out: nobody does */
  readonly assistant?: (request: Request) => Promise<Response>;
}

/** An answer, or in words why there is none. */
export interface Tried<T> {
  readonly answer: T | null;
  readonly problem: string | null;
}

/** What the routes of every page share: asking operations. Pages render what they answer and hold no logic. */
export interface Site {
  readonly root: WebRoot;
  readonly ctx: Ctx;
  readonly guard: Guard;
  /** Run an operation by name; its input is checked first. `own` brings bytes of this request. Throws OnrecordError. */
  ask<T>(name: string, input: Record<string, unknown>, own?: Ctx): Promise<T>;
  /** The same for a form that stays on its page when the input is wrong. */
  tried<T>(work: () => Promise<T>): Promise<Tried<T>>;
  /** The context of one request that brings a text or file, by the name that the operation's input uses for it. */
  withBytes(path: string, name: string, bytes: Uint8Array, mediaType?: string): Ctx;
  topics(): { id: string; name: string; scope: string }[];
  /** ids of the people who have a page: those who hold or held an office */
  officeHolders(): ReadonlySet<string>;
}

export function createSite(root: WebRoot, guard: Guard): Site {
  const { ctx } = root;
  return {
    root,
    ctx,
    guard,
    async ask<T>(name: string, input: Record<string, unknown>, own: Ctx = ctx): Promise<T> {
      const op = root.operations.find((o) => o.name === name);
      if (!op) throw new OnrecordError('not-found', `there is no operation ${name}`);
      return (await runOperation(op, own, parseInput(op, input), MAX_ITEMS)) as T;
    },
    async tried<T>(work: () => Promise<T>): Promise<Tried<T>> {
      try {
        return { answer: await work(), problem: null };
      } catch (error) {
        if (!(error instanceof OnrecordError)) throw error;
        return { answer: null, problem: `${error.message}${error.hint ? ` ${error.hint}` : ''}` };
      }
    },
    withBytes: (path, name, bytes, mediaType) => {
      const blob = { name, ...(mediaType ? { mediaType } : {}), read: async () => bytes };
      // `rules` is a getter, read now so that the context can be spread
      return { ...ctx, rules: ctx.rules, blobs: new Map([[path, blob]]) };
    },
    officeHolders: () => new Set(ctx.rules.people.filter((p) => p.tenures.length > 0).map((p) => p.id)),
    topics: () => ctx.rules.topics.map((t) => ({ id: t.id, name: t.name, scope: t.scope })),
  };
}
