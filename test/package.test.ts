import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const dir = mkdtempSync(join(tmpdir(), 'onrecord-package-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

function run(command: string, argv: readonly string[], cwd: string) {
  const done = spawnSync(command, argv, { cwd, encoding: 'utf8', maxBuffer: 1 << 26, env: cleanEnvironment() });
  return { status: done.status, stdout: done.stdout ?? '', stderr: done.stderr ?? String(done.error) };
}

/** What a user's shell has: nothing that npm or vitest set for us. */
function cleanEnvironment() {
  const kept = Object.entries(process.env).filter(([name]) => !/^(npm_|vitest|node_env|onrecord)/i.test(name));
  return Object.fromEntries(kept);
}

describe('the package of npm pack, installed into an empty folder', () => {
  const home = join(dir, 'home');
  /** Why the package could not be installed here; null when it was. */
  let noInstall: string | null = null;

  beforeAll(() => {
    mkdirSync(home);
    const build = run('bash', ['-c', '. script/bootstrap && build_if_stale'], root);
    if (build.status !== 0) throw new Error(`the build failed:\n${build.stderr}`);
    const packed = run('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', dir], root);
    if (packed.status !== 0) throw new Error(`npm pack failed:\n${packed.stderr}`);
    const [{ filename }] = JSON.parse(packed.stdout) as [{ filename: string }];
    writeFileSync(join(home, 'package.json'), '{"name": "consumer", "private": true, "type": "module"}\n');
    const argv = ['install', '--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund', join(dir, filename)];
    const installed = run('npm', argv, home);
    if (/ENOTCACHED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET/.test(installed.stderr)) {
      noInstall = 'npm reaches no registry and its cache lacks a package; with a network: script/test package';
    } else if (installed.status !== 0) throw new Error(`npm install failed:\n${installed.stderr}`);
  });

  const onrecord = (...argv: string[]) => run(join(home, 'node_modules/.bin/onrecord'), argv, home);

  test('gives a working command', ({ skip }) => {
    if (noInstall) skip(noInstall);
    expect(onrecord('--version').stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    writeFileSync(
      join(home, 'talk.txt'),
      'Interview with Minister Ilse Marenko\n\nQuestion: Will you go?\n\nMarenko: Not yet.\n',
    );
    const added = onrecord('add', 'talk.txt', '--json');
    expect(added.status, added.stderr).toBe(0);
    const { document } = JSON.parse(added.stdout);
    const shown = JSON.parse(onrecord('show', document.id, '--json').stdout);
    expect(shown.text).toContain('Will you go?');
    expect(onrecord('export').stdout.trim().split('\n')).toHaveLength(1);
  });

  test('carries its vocabularies, samples and documentation', ({ skip }) => {
    if (noInstall) skip(noInstall);
    const added = onrecord('add', 'node_modules/onrecord/samples/record', '--json', '--db', 'samples.db');
    expect(added.status, added.stderr).toBe(0);
    const statuses = added.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).status);
    expect(statuses.filter((s) => s === 'added')).toHaveLength(19);
  });

  test('has types that a program compiles against', ({ skip }) => {
    if (noInstall) skip(noInstall);
    writeFileSync(
      join(home, 'consumer.ts'),
      [
        "import * as onrecord from 'onrecord';",
        "import { annotate, VersionRecord } from 'onrecord/core';",
        "import type * as store from 'onrecord/store';",
        'export type Opened = ReturnType<typeof store.openStore>;',
        'export const read = (json: string): VersionRecord => VersionRecord.parse(JSON.parse(json));',
        'export const speakers = (record: VersionRecord): (string | null)[] => record.turns.map((t) => t.speaker);',
        'export const all = [onrecord, annotate];',
        '// @ts-expect-error a turn has no colour',
        'export const colour = (record: VersionRecord) => record.turns[0]!.colour;',
      ].join('\n'),
    );
    const options = { module: 'nodenext', target: 'es2023', strict: true, noEmit: true, skipLibCheck: true, types: [] };
    writeFileSync(join(home, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, files: ['consumer.ts'] }));
    const checked = run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', home], home);
    expect(checked.stdout).toBe('');
  });
});

test('package.json says what the package holds (publint)', async () => {
  const { messages, pkg } = await publint({ pkgDir: root, level: 'warning', pack: 'npm' });
  expect(messages.map((m) => formatMessage(m, pkg as never))).toEqual([]);
});
