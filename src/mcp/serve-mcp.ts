import { createMcpHandler, McpServer } from '@modelcontextprotocol/server';
import { StdioServerTransport } from '@modelcontextprotocol/server/stdio';
import { OnrecordError } from '../core/model/index.ts';
import { accessOf, type Context, type Operation } from '../service/operation.ts';
import { runOperation } from '../service/run-operation.ts';

/** Said to the assistant with every session: what the record is, and that an answer without a source is none. */
const INSTRUCTIONS =
  'Onrecord holds what officials said, word for word, with its source. Every answer carries document ids, UTF-16 offsets and the exact ' +
  'words: quote only those. Where nothing is found, say that this record holds no sourced answer, and how far it reaches. ' +
  'Positions, shifts and ledger states are derived by rules; say so unless an entry is marked reviewed.';

/** An MCP server over the operations that read. Tool names are the operations' names. */
export function createMcpServer(operations: readonly Operation[], ctx: Context, version: string): McpServer {
  const server = new McpServer({ name: 'onrecord', version }, { instructions: INSTRUCTIONS });
  for (const op of operations) {
    if (accessOf(op) !== 'read') continue;
    server.registerTool(
      op.name,
      {
        title: op.name,
        description: op.summary,
        inputSchema: op.input,
        annotations: { readOnlyHint: true, openWorldHint: false },
      },
      async (input) => {
        try {
          const answer = await runOperation(op, ctx, input as Record<string, unknown>);
          return { content: [{ type: 'text' as const, text: JSON.stringify(answer) }] };
        } catch (error) {
          const { code, message, hint } =
            error instanceof OnrecordError ? error : { code: 'internal', message: 'the operation failed', hint: null };
          return {
            isError: true,
            content: [{ type: 'text' as const, text: JSON.stringify({ error: { code, message, hint } }) }],
          };
        }
      },
    );
  }
  return server;
}

/** The same over HTTP: a server a request, no sessions. Who may ask is settled before (the site's guard). */
export function mcpOverHttp(
  operations: readonly Operation[],
  ctx: Context,
  version: string,
): (request: Request) => Promise<Response> {
  const handler = createMcpHandler(() => createMcpServer(operations, ctx, version));
  return (request) => handler.fetch(request);
}

/** Serve over standard input and output until the other side closes it. */
export async function serveMcp(operations: readonly Operation[], ctx: Context, version: string): Promise<void> {
  const server = createMcpServer(operations, ctx, version);
  const transport = new StdioServerTransport();
  const closed = new Promise<void>((done) => {
    transport.onclose = done;
    process.stdin.once('end', done);
  });
  await server.connect(transport);
  await closed;
  await server.close();
}
