import type { Context, Operation } from './operation.ts';

/** Run an operation to its end. A stream answers `{items}`, at most `maxItems` of them; others answer themselves. */
export async function runOperation(
  op: Operation,
  ctx: Context,
  input: Record<string, unknown>,
  maxItems = Number.POSITIVE_INFINITY,
): Promise<unknown> {
  const answer = op.run(ctx, input);
  if (!(Symbol.asyncIterator in answer)) return answer;
  const items: unknown[] = [];
  for await (const item of answer) {
    items.push(item);
    if (items.length === maxItems) break;
  }
  return { items };
}
