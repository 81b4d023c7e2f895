import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * The house, from the ground up. A part may import itself and what stands in its list, nothing else; parts of core that
 * stand side by side (formats, voices, claims, quotes, versions, ledger, cite, export) never import each other.
 */
const GROUND = ['core/model', 'core/text', 'core/anchor'];
const SIDE_BY_SIDE = ['formats', 'voices', 'claims', 'quotes', 'versions', 'ledger', 'cite', 'export'].map(
  (p) => `core/${p}`,
);
const MAY_IMPORT: Record<string, readonly string[]> = {
  'core/model': [],
  'core/text': ['core/model'],
  'core/anchor': ['core/model', 'core/text'],
  ...Object.fromEntries(SIDE_BY_SIDE.map((part) => [part, GROUND])),
  'core/pipeline': [...GROUND, ...SIDE_BY_SIDE],
  'core/index': [...GROUND, ...SIDE_BY_SIDE, 'core/pipeline'],
  intake: ['core/*'],
  store: ['core/*'],
  // Taking documents in is an operation: add, refresh and rebuild hand files and addresses to intake.
  service: ['core/*', 'store/port', 'intake'],
  cli: ['core/*', 'service'],
  web: ['core/*', 'service'],
  mcp: ['core/*', 'service'],
  onrecord: ['*'],
  index: ['*'],
};

/** What core may import from outside: small, pure, and named here so that a new one is a decision. */
const CORE_PACKAGES = ['zod', 'parse5', 'saxes', 'chrono-node', '@noble/hashes', 'snowball-stemmers'];

/** core/claims/find-claims.ts -> core/claims; store/sqlite/open.ts -> store; store/port.ts -> store/port. */
function partOf(file: string): string {
  const path = file.replace(/\.tsx?$/, '').split('/');
  if (path[0] === 'core') return path.slice(0, 2).join('/');
  return /^store\/port(?:-queries)?\.ts$/.test(file) ? 'store/port' : path[0]!;
}

const allows = (from: string, to: string) =>
  from === to ||
  (from === 'store' && to === 'store/port') ||
  (from === 'store/port' && to.startsWith('core/')) ||
  (MAY_IMPORT[from] ?? []).some((p) => p === '*' || p === to || (p.endsWith('/*') && to.startsWith(p.slice(0, -1))));

/** Groups of two or more files that reach each other by imports (Tarjan 1972, strongly connected components). */
function findCircles(leansOn: ReadonlyMap<string, readonly string[]>): string[][] {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const stack: string[] = [];
  const circles: string[][] = [];
  const visit = (file: string) => {
    order.set(file, order.size);
    lowest.set(file, order.get(file)!);
    stack.push(file);
    for (const next of leansOn.get(file) ?? []) {
      if (!order.has(next)) visit(next);
      if (stack.includes(next)) lowest.set(file, Math.min(lowest.get(file)!, lowest.get(next)!));
    }
    if (lowest.get(file) !== order.get(file)) return;
    const circle = stack.splice(stack.indexOf(file));
    if (circle.length > 1) circles.push(circle);
  };
  for (const file of leansOn.keys()) if (!order.has(file)) visit(file);
  return circles;
}

const packageOf = (specifier: string) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

interface Import {
  readonly file: string;
  readonly specifier: string;
}

/** Every import of the shipped code: static, re-exported, dynamic and type imports alike. */
function importsOf(source: string): string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  const found = code.matchAll(/(?:^|[\s;}])(?:from|import)\s*\(?\s*(['"])([^'"\n]+)\1/g);
  return [...found].map((m) => m[2]!);
}

const files = globSync('**/*.{ts,tsx}', { cwd: join(root, 'src') })
  .map((f) => f.replaceAll('\\', '/'))
  .filter((f) => !/\.(test|contract)\.tsx?$/.test(f))
  .sort();
const imports: Import[] = files.flatMap((file) =>
  importsOf(readFileSync(join(root, 'src', file), 'utf8')).map((specifier) => ({ file, specifier })),
);

test('imports are read from code, not from comments or strings of prose', () => {
  const code = `import { a } from './a.ts';\nexport * from "./b.ts";\nimport './c.ts';\nconst d = await import('./d.ts');\n// from './no.ts'\n/* import './no.ts' */`;
  expect(importsOf(code)).toEqual(['./a.ts', './b.ts', './c.ts', './d.ts']);
});

test('every part of the house has its place in the plan', () => {
  const strangers = files.filter((f) => !(partOf(f) in MAY_IMPORT) && partOf(f) !== 'store/port');
  expect(strangers, 'give the new part a line in MAY_IMPORT and in docs/design.md').toEqual([]);
});

test('imports go one way', () => {
  const wrong = imports
    .filter(({ specifier }) => specifier.startsWith('.'))
    .map(({ file, specifier }) => ({ file, to: normalize(join(dirname(file), specifier)) }))
    .filter(({ file, to }) => !allows(partOf(file), partOf(to)))
    .map(({ file, to }) => `src/${file} imports src/${to}: ${partOf(file)} may not know ${partOf(to)}`);
  expect(wrong).toEqual([]);
});

test('no file leans on itself through others: imports make no circle', () => {
  expect(
    findCircles(
      new Map([
        ['a', ['b']],
        ['b', ['c']],
        ['c', ['a']],
        ['d', ['a']],
      ]),
    ).map((c) => c.sort()),
  ).toEqual([['a', 'b', 'c']]);
  const known = new Set(files);
  const leansOn = new Map(files.map((file) => [file, [] as string[]]));
  for (const { file, specifier } of imports) {
    const to = normalize(join(dirname(file), specifier));
    if (specifier.startsWith('.') && known.has(to)) leansOn.get(file)!.push(to);
  }
  expect(findCircles(leansOn), 'carry what both need into a file of its own').toEqual([]);
});

test('core imports only the packages it is allowed', () => {
  const wrong = imports
    .filter(({ file, specifier }) => file.startsWith('core/') && !specifier.startsWith('.'))
    .filter(({ specifier }) => !CORE_PACKAGES.includes(packageOf(specifier)))
    .map(({ file, specifier }) => `src/${file} imports ${specifier}`);
  expect(wrong, 'core is pure: no Node, no DOM, few packages').toEqual([]);
});

test('every package that the shipped code imports is a dependency with its line in docs/adr/0002', () => {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const used = new Set(
    imports
      .map((i) => i.specifier)
      .filter((s) => !s.startsWith('.') && !s.startsWith('node:'))
      .map(packageOf),
  );
  expect([...used].filter((name) => !(name in dependencies))).toEqual([]);
  const decided = readFileSync(join(root, 'docs/adr/0002-dependencies.md'), 'utf8');
  expect([...used].filter((name) => !decided.includes(`| ${name} |`))).toEqual([]);
});

test('Node and the DOM do not compile under core', () => {
  const dir = mkdtempSync(join(tmpdir(), 'onrecord-core-'));
  try {
    writeFileSync(join(dir, 'probe.ts'), 'Buffer;\nprocess;\ndocument;\n');
    writeFileSync(
      join(dir, 'tsconfig.json'),
      JSON.stringify({
        extends: join(root, 'src/core/tsconfig.json'),
        include: [join(root, 'src/core'), join(dir, 'probe.ts')],
        exclude: [join(root, 'src/core/**/*.test.ts')],
      }),
    );
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    const done = spawnSync(process.execPath, [tsc, '-p', dir, '--pretty', 'false'], { cwd: root, encoding: 'utf8' });
    const errors = done.stdout.split('\n').filter((l) => l.includes('error TS'));
    const missing = errors.map((l) => /Cannot find name '(\w+)'/.exec(l)?.[1] ?? l);
    expect(missing).toEqual(['Buffer', 'process', 'document']);
  } finally {
    rmSync(dir, { recursive: true });
  }
});
