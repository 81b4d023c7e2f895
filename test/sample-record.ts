import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { VersionRecord } from '../src/core/model/index.ts';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

let isBuilt = false;

/** The compiled command, built once if anything changed: it starts three times as fast as from source. */
export function builtCommand(): string {
  if (!isBuilt) {
    const done = spawnSync('bash', ['-c', '. script/bootstrap && build_if_stale'], { cwd: ROOT, encoding: 'utf8' });
    if (done.status !== 0) throw new Error(`the build failed:\n${done.stderr}`);
    isBuilt = true;
  }
  return join(ROOT, 'dist/onrecord.js');
}

/** A record in a temporary folder, worked through the command line as a user works it. */
export function openTemporaryRecord() {
  const dir = mkdtempSync(join(tmpdir(), 'onrecord-test-'));
  const command = builtCommand();
  const runWith = (input: string, ...argv: string[]) => {
    const done = spawnSync(process.execPath, [command, ...argv, '--db', join(dir, 'record.db')], {
      cwd: ROOT,
      input,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    return { status: done.status, stdout: done.stdout, stderr: done.stderr };
  };
  const run = (...argv: string[]) => runWith('', ...argv);
  return {
    run,
    /** The same with something on standard input. */
    runWith,
    /** The answer of a command that answers once; an error carries what it printed. */
    ask<T>(...argv: string[]): T {
      const { stdout, stderr } = run(...argv, '--json');
      if (!stdout) throw new Error(`onrecord ${argv.join(' ')}: ${stderr}`);
      return JSON.parse(stdout);
    },
    records: (): VersionRecord[] => readLines(run('export').stdout),
    close: () => rmSync(dir, { recursive: true, force: true }),
  };
}

export const readLines = <T>(text: string): T[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
