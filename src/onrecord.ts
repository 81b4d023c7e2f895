#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { runCli } from './cli/main.ts';
import type { Rules } from './core/model/index.ts';
import { loadRules } from './intake/rules.ts';
import { OPERATIONS } from './service/index.ts';
import type { Context } from './service/operation.ts';
import { openStore } from './store/index.ts';

/** The composition root: which store, which vocabularies, which clock, which skin. */
const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

process.exitCode = await runCli(process.argv.slice(2), {
  operations: OPERATIONS,
  version,
  async open(op, address) {
    const store = await openStore(address, { create: op.effect === 'write' });
    let rules: Rules | undefined;
    const ctx: Context = {
      store,
      get rules() {
        rules ??= loadRules();
        return rules;
      },
      now: () => new Date().toISOString(),
      progress: () => {},
      signal: new AbortController().signal,
      blobs: new Map(),
      localFiles: true,
    };
    return { ctx, close: () => store.close() };
  },
});
