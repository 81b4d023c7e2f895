#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { runCli } from './cli/main.ts';
import { showProgress } from './cli/progress.ts';
import { STDIN } from './cli/stdin.ts';
import type { Rules } from './core/model/index.ts';
import { loadRules } from './intake/rules.ts';
import { OPERATIONS } from './service/index.ts';
import type { Context } from './service/operation.ts';
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

const status = await runCli(process.argv.slice(2), {
  operations: OPERATIONS,
  version,
  signal: interrupt.signal,
  async open(op, address) {
    const store = await openStore(address, { create: op.effect === 'write' });
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
});
process.exitCode = interrupt.signal.aborted ? 130 : status;
