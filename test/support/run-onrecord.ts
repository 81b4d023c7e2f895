import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ENTRY = fileURLToPath(new URL('../../src/onrecord.ts', import.meta.url));

export interface Run {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
  /** standard output as JSON lines */
  readonly lines: readonly Record<string, unknown>[];
}

/** Run the command from source, so that no build is needed. */
export function onrecord(
  args: readonly string[],
  options: { input?: string | Buffer; cwd?: string; uid?: number } = {},
): Run {
  const { ONRECORD_DB: _, ...env } = process.env;
  const r = spawnSync(process.execPath, [ENTRY, ...args], { ...options, env, maxBuffer: 1 << 28, encoding: 'utf8' });
  const lines = r.stdout
    .split('\n')
    .filter((l) => l.startsWith('{'))
    .flatMap((l) => {
      try {
        return [JSON.parse(l) as Record<string, unknown>];
      } catch {
        return [];
      }
    });
  return { status: r.status, out: r.stdout, err: r.stderr, lines };
}

/** Start the command and hand over the child, for tests that stop it. */
export function startOnrecord(args: readonly string[]) {
  return spawn(process.execPath, [ENTRY, ...args], { stdio: ['ignore', 'pipe', 'ignore'] });
}
