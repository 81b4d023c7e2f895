import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const run = (...argv: string[]) => {
  const done = spawnSync(process.execPath, argv, { cwd: root, encoding: 'utf8' });
  return { status: done.status, output: done.stdout + done.stderr };
};

test.concurrent.for([
  [
    'formatted and free of what the linter calls errors',
    ['node_modules/@biomejs/biome/bin/biome', 'check', '.', '--diagnostic-level=error', '--max-diagnostics=20'],
  ],
  ['clean under the type-aware linter', ['node_modules/oxlint/bin/oxlint', '--type-aware', '--quiet']],
  [
    'sound in the types of the scripts for pages',
    ['node_modules/typescript/bin/tsc', '-p', 'src/web/islands/tsconfig.json', '--noEmit'],
  ],
  ['sound in its types', ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json']],
] as const)('the code is %s', ([, argv]) => {
  const { status, output } = run(...argv);
  expect(status, output.slice(-6000)).toBe(0);
});
