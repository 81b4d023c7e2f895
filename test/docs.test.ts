import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { findGuards, findSettings, NOUNS, PAGES, ROOT, readTerms } from '../script/write-docs.ts';
import { OPERATIONS } from '../src/service/index.ts';

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const terms = readTerms();

test.for(Object.entries(PAGES))('%s is what script/docs writes today', ([path, write]) => {
  expect(read(path), 'run script/docs').toBe(write(terms));
});

test('every noun, every value of a closed list and every setting has its words in docs/terms.yaml', () => {
  const missing = [
    ...NOUNS.filter(([name]) => !terms.nouns[name]).map(([name]) => `nouns.${name}`),
    ...NOUNS.flatMap(([name, schema]) =>
      schema instanceof z.ZodEnum
        ? schema.options.filter((v) => !terms.values[name]?.[v]).map((v) => `values.${name}.${v}`)
        : [],
    ),
    ...findSettings()
      .filter((name) => !terms.settings[name])
      .map((name) => `settings.${name}`),
  ];
  expect(missing).toEqual([]);
});

test('docs/terms.yaml explains nothing that is gone', () => {
  const nouns = new Map(NOUNS);
  const stale = [
    ...Object.keys(terms.nouns).filter((name) => name !== 'ErrorCode' && !nouns.has(name)),
    ...Object.entries(terms.values).flatMap(([name, values]) => {
      const schema = nouns.get(name);
      const options: readonly unknown[] = schema instanceof z.ZodEnum ? schema.options : [];
      return Object.keys(values)
        .filter((v) => !options.includes(v))
        .map((v) => `${name}.${v}`);
    }),
  ];
  expect(stale).toEqual([]);
});

test('every operation says what it does in one sentence', () => {
  const wrong = OPERATIONS.filter((op) => !/^[A-Z"].*\.$/.test(op.summary)).map((op) => `${op.name}: ${op.summary}`);
  expect(wrong).toEqual([]);
});

test('a law that docs/spec.md calls guarded is guarded, and no test names a law that is not there', () => {
  const spec = read('docs/spec.md');
  const laws = [...spec.matchAll(/^## ([A-Z]\d+) [^\n]+\n([\s\S]*?)(?=^## |(?![\s\S]))/gm)];
  const guards = findGuards();
  const claimed = laws.flatMap(([, law, body]) =>
    [...(/^Guarded by: (.*)$/m.exec(body!)?.[1] ?? '').matchAll(/`([^`]+)`/g)].map((m) => ({ law: law!, file: m[1]! })),
  );
  expect(laws.map(([, law]) => law)).toEqual([
    ...[
      'K1',
      'K2',
      'K3',
      'K4',
      'T1',
      'T2',
      'T3',
      'V1',
      'V2',
      'V3',
      'A1',
      'A2',
      'Q1',
      'Q2',
      'Q3',
      'L1',
      'L2',
      'L3',
      'L4',
    ],
    'S1',
  ]);
  expect(claimed.filter(({ law, file }) => !guards.get(law)?.includes(file))).toEqual([]);
  expect([...guards.keys()].filter((law) => !laws.some(([, l]) => l === law))).toEqual([]);
});

test('links between the pages lead somewhere', () => {
  const pages = [...globSync('*.md', { cwd: ROOT }), ...globSync('{docs,samples}/**/*.md', { cwd: ROOT })].filter(
    (p) => !p.includes('record') && !p.includes('article'),
  );
  const dead = pages.flatMap((page) =>
    [...read(page).matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)(?:#[^)]*)?\)/g)]
      .filter((m) => !existsSync(join(ROOT, dirname(page), m[1]!)))
      .map((m) => `${page}: ${m[1]}`),
  );
  expect(dead).toEqual([]);
});

describe("the README's commands run", () => {
  const dir = mkdtempSync(join(tmpdir(), 'onrecord-readme-'));
  afterAll(() => rmSync(dir, { recursive: true, force: true }));
  const run = (line: string) =>
    spawnSync('bash', ['-c', line], {
      cwd: ROOT,
      encoding: 'utf8',
      maxBuffer: 1 << 26,
      env: { ...process.env, ONRECORD_DB: join(dir, 'readme.db') },
    });
  const blocks = [...read('README.md').matchAll(/^```\n([\s\S]*?)^```$/gm)].map((m) => m[1]!);
  const lines = blocks.flatMap((b) => b.split('\n')).filter((l) => l.startsWith('./onrecord'));

  beforeAll(() => {
    const added = run('./onrecord add samples/record --json');
    if (added.status !== 0) throw new Error(added.stderr);
  });

  // 1 is what "check" answers when a quotation is not acceptable.
  test.for(lines)('%s', (line) => {
    const { status, stderr, stdout } = run(line);
    expect(line.includes(' check ') ? [0, 1] : [0], stderr).toContain(status);
    expect(stdout).not.toBe('');
  });
});
