import type { Context, Operation } from '../service/operation.ts';

/** Most items a streaming operation may answer over HTTP at once; the command line and export have no such bound. */
const MAX_ITEMS = 1000;

/** Run an operation to its end. A stream answers `{items}`; others answer themselves. The web reads no paths of this machine. */
export async function runOperation(op: Operation, ctx: Context, input: Record<string, unknown>): Promise<unknown> {
  const answer = op.run(ctx, input);
  if (!(Symbol.asyncIterator in answer)) return answer;
  const items: unknown[] = [];
  for await (const item of answer) {
    items.push(item);
    if (items.length === MAX_ITEMS) break;
  }
  return { items };
}
