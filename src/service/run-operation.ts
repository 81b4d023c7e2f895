import type { Context, Operation } from './operation.ts';
import { closedTexts, withholdWords } from './rights/withhold-words.ts';

/**
 * Run an operation to its end. A stream answers `{items}`, at most `maxItems` of them; others answer themselves. What goes over
 * the network goes without the words of texts that may only be linked to.
 */
export async function runOperation(
  op: Operation,
  ctx: Context,
  input: Record<string, unknown>,
  maxItems = Number.POSITIVE_INFINITY,
): Promise<unknown> {
  const answer = await runToEnd(op, ctx, input, maxItems);
  return ctx.localFiles || op.showsItsOwn ? answer : withholdWords(answer, await closedTexts(ctx.store));
}

async function runToEnd(op: Operation, ctx: Context, input: Record<string, unknown>, maxItems: number) {
  const answer = op.run(ctx, input);
  if (!(Symbol.asyncIterator in answer)) return answer;
  const items: unknown[] = [];
  for await (const item of answer) {
    items.push(item);
    if (items.length === maxItems) break;
  }
  return { items };
}
