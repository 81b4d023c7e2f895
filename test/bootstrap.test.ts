import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const TOOLS = [
  'bash',
  'cat',
  'cmp',
  'cp',
  'dirname',
  'find',
  'flock',
  'mkdir',
  'mktemp',
  'mv',
  'readlink',
  'rm',
  'sleep',
];

let dir: string;
let path: string;

/** A checkout with the bootstrap alone, and a PATH that holds only what the test puts there. */
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'onrecord-bootstrap-'));
  path = join(dir, 'bin');
  mkdirSync(path);
  for (const tool of TOOLS) {
    const at = spawnSync('bash', ['-c', `command -v ${tool}`], { encoding: 'utf8' }).stdout.trim();
    if (at) symlinkSync(at, join(path, tool));
  }
  mkdirSync(join(dir, 'script'));
  mkdirSync(join(dir, 'tools/node'), { recursive: true });
  cpSync(join(root, 'script/bootstrap'), join(dir, 'script/bootstrap'));
  writeFileSync(join(dir, 'package-lock.json'), '{}');
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const withNode = () => symlinkSync(process.execPath, join(path, 'node'));
const install = (name: string, lines: readonly string[]) => {
  writeFileSync(join(path, name), `#!${join(path, 'bash')}\n${lines.join('\n')}\n`);
  chmodSync(join(path, name), 0o755);
};
/** An npm that takes its time, counts its calls, and leaves what "npm ci" would. */
const withNpm = () =>
  install('npm', ['echo call >>calls', 'sleep 0.3', 'mkdir -p node_modules/.bin', 'echo >node_modules/.bin/tsc']);
const COMMAND = '. script/bootstrap && echo ready';
const options = () => ({ cwd: dir, env: { PATH: path, HOME: dir }, encoding: 'utf8' as const });
const start = () => spawnSync(join(path, 'bash'), ['-c', COMMAND], options());
const calls = () => readFileSync(join(dir, 'calls'), 'utf8').split('\n').length - 1;

test('without npm it says what to install', () => {
  const { status, stderr, stdout } = start();
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toContain('there is no npm on the PATH. Install Node.js 20 or later');
});

test('an old Node and no network: it says what to do', () => {
  install('node', ['exit 1']);
  install('npm', ['echo "npm error network" >&2', 'exit 1']);
  const { status, stderr } = start();
  expect(status).toBe(2);
  expect(stderr).toContain('Node 24 could not be fetched');
});

test('it installs once, and the second start needs no npm', () => {
  withNode();
  withNpm();
  expect(start().stdout).toBe('ready\n');
  rmSync(join(path, 'npm'));
  const second = start();
  expect({ out: second.stdout, err: second.stderr }).toEqual({ out: 'ready\n', err: '' });
  expect(calls()).toBe(1);
});

test('a changed lock file is installed anew', () => {
  withNode();
  withNpm();
  start();
  writeFileSync(join(dir, 'package-lock.json'), '{"changed": true}');
  expect(start().stderr).toContain('installing dependencies');
  expect(calls()).toBe(2);
});

test('of several starts at once one installs and the others wait', async ({ skip }) => {
  if (!spawnSync('bash', ['-c', 'command -v flock'], { encoding: 'utf8' }).stdout)
    skip('no flock here: util-linux has it');
  withNode();
  withNpm();
  const done = await Promise.all(
    [1, 2, 3].map(
      () =>
        new Promise<number | null>((resolve) => {
          spawn(join(path, 'bash'), ['-c', COMMAND], options()).on('exit', resolve);
        }),
    ),
  );
  expect(done).toEqual([0, 0, 0]);
  expect(calls()).toBe(1);
});

test('a borrowed node_modules is never changed', () => {
  withNode();
  withNpm();
  mkdirSync(join(dir, 'other/.bin'), { recursive: true });
  symlinkSync('other', join(dir, 'node_modules'));
  expect(start().stderr).toContain('node_modules is a link to other, which holds no dependencies');
  writeFileSync(join(dir, 'other/.bin/tsc'), '');
  expect(start().stdout).toBe('ready\n');
});
