#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runCli } from './cli/main.ts';
import { showProgress } from './cli/progress.ts';
import { STDIN } from './cli/stdin.ts';
import { OnrecordError, type Rules } from './core/model/index.ts';
import { openMailer } from './intake/open-mailer.ts';
import { openModelFromSettings } from './intake/open-model.ts';
import { readPublicUrl } from './intake/read-public-url.ts';
import { loadRules } from './intake/rules.ts';
import { AnnotatePool } from './intake/workers/annotate-pool.ts';
import { OPERATIONS } from './service/index.ts';
import type { Context } from './service/operation.ts';
import { runOperation } from './service/run-operation.ts';
import { openStore } from './store/index.ts';

/** The composition root: which store, which vocabularies, which clock, which skin. */
const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

const interrupt = new AbortController();
// The first Ctrl-C ends the work after the document under way; the second ends the process, which is safe too.
process.once('SIGINT', () => interrupt.abort());
process.once('SIGTERM', () => interrupt.abort());
// A reader that closes the pipe early ("| head") is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

/** What the skins share: one store held open, no paths of this machine, nothing on standard input. */
async function openForSkin(address: string): Promise<{ ctx: Context; close(): Promise<void> }> {
  const store = await openStore(address, { create: true });
  const pool = new AnnotatePool({ threads: 2, timeLimitMs: 30_000 });
  const ctx: Context = {
    store,
    rules: loadRules(),
    now: () => new Date().toISOString(),
    progress: () => {},
    signal: interrupt.signal,
    blobs: new Map(),
    pool,
    model: openModelFromSettings(),
    publicUrl: readPublicUrl(process.env.ONRECORD_PUBLIC_URL),
    localFiles: false,
  };
  const close = async () => {
    await pool.close();
    await store.close();
  };
  return { ctx, close };
}

/** The invented record, in memory, under its own vocabularies. */
async function openSample(): Promise<{ ctx: Context; close(): Promise<void> }> {
  const folder = (name: string) => fileURLToPath(new URL(`../samples/${name}`, import.meta.url));
  // threads read the setting, too
  process.env.ONRECORD_DATA = folder('data');
  const { ctx, close } = await openForSkin(':memory:');
  const add = OPERATIONS.find((op) => op.name === 'add')!;
  await runOperation(add, { ...ctx, localFiles: true }, add.input.parse({ paths: [folder('record')] }));
  return { ctx, close };
}

const status = await runCli(process.argv.slice(2), {
  operations: OPERATIONS,
  version,
  signal: interrupt.signal,
  async open(op, address) {
    const store = await openStore(address, { create: op.effect === 'write', orEmpty: op.withoutRecord === true });
    const progress = showProgress(process.stderr);
    let rules: Rules | undefined;
    const ctx: Context = {
      store,
      get rules() {
        rules ??= loadRules();
        return rules;
      },
      now: () => new Date().toISOString(),
      progress: progress.report,
      signal: interrupt.signal,
      get model() {
        return openModelFromSettings();
      },
      get mailer() {
        return openMailer();
      },
      get publicUrl() {
        return readPublicUrl(process.env.ONRECORD_PUBLIC_URL);
      },
      blobs: new Map([['-', STDIN]]),
      localFiles: true,
    };
    return {
      ctx,
      async close() {
        progress.clear();
        await store.close();
      },
      clearProgress: progress.clear,
    };
  },
  skins: [
    {
      name: 'serve',
      summary: 'Pages and a JSON API over the record, on this machine.',
      options: [
        {
          flags: '--host <HOST>',
          description: 'address to listen on; beyond loopback ONRECORD_TOKEN or ONRECORD_ACCESS must be set',
          fallback: '127.0.0.1',
        },
        { flags: '--port <PORT>', description: 'port; 0 for any that is free', fallback: '8420' },
        { flags: '--sample', description: 'a small record of invented states and officials, kept nowhere' },
      ],
      async run(address, options) {
        const { serveWeb } = await import('./web/serve.ts');
        const { readAccess } = await import('./web/security/read-access.ts');
        const { mcpOverHttp } = await import('./mcp/serve-mcp.ts');
        const access = await readAccess(process.env.ONRECORD_ACCESS || null, process.env.ONRECORD_TOKEN || null);
        const { ctx, close } = options.sample ? await openSample() : await openForSkin(address);
        try {
          await serveWeb({
            assistant: mcpOverHttp(OPERATIONS, ctx, version),
            operations: OPERATIONS,
            ctx,
            version,
            host: options.host!,
            port: Number(options.port),
            access,
            signal: interrupt.signal,
            onListening: (url) => process.stderr.write(`Onrecord answers at ${url} (Ctrl-C ends it)\n`),
          });
        } finally {
          await close();
        }
      },
    },
    {
      name: 'password',
      summary: 'The line of an access file for a password (read from standard input), or for a new token.',
      options: [{ flags: '--token', description: 'make a token instead, and show it once' }],
      async run(_address, options) {
        const { hashPassword, makeToken } = await import('./web/security/passwords.ts');
        if (options.token) {
          const { token, line } = makeToken();
          process.stderr.write(`The token, shown this once: ${token}\n`);
          process.stdout.write(`token: ${line}\n`);
          return;
        }
        const password = Buffer.from(await STDIN.read())
          .toString('utf8')
          .replace(/\r?\n$/u, '');
        if (password.length < 8)
          throw new OnrecordError('usage', 'password: shorter than 8 signs', 'Give a longer one on standard input.');
        process.stdout.write(`password: ${await hashPassword(password)}\n`);
      },
    },
    {
      name: 'mcp',
      summary: 'The operations that read, for an assistant, over standard input and output (MCP).',
      options: [],
      async run(address) {
        const { serveMcp } = await import('./mcp/serve-mcp.ts');
        const { ctx, close } = await openForSkin(address);
        try {
          await serveMcp(OPERATIONS, ctx, version);
        } finally {
          await close();
        }
      },
    },
  ],
});
process.exitCode = interrupt.signal.aborted ? 130 : status;
