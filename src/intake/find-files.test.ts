import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { findFiles } from './find-files.ts';

// Root may read everything, so the refusal of the system is played here.
vi.mock('node:fs/promises', async (original) => {
  const fs = await original<typeof import('node:fs/promises')>();
  const refuse = (path: unknown) => {
    if (String(path).endsWith('locked'))
      throw Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' });
  };
  return {
    ...fs,
    readdir: async (path: string) => {
      refuse(path);
      return fs.readdir(path);
    },
  };
});

const dir = mkdtempSync(join(tmpdir(), 'onrecord-find-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
mkdirSync(join(dir, 'b'));
mkdirSync(join(dir, 'locked'));
for (const name of [
  'z.txt',
  'a.html',
  'a.meta.json',
  'b/c.txt',
  'b/c.txt.meta.json',
  '.x.txt',
  'readme',
  'Notice.md',
  'q.json',
])
  writeFileSync(join(dir, name), 'x');

async function found(path: string) {
  const rows: string[] = [];
  for await (const f of findFiles(path)) {
    const name = f.path.slice(dir.length + 1);
    if ('skipped' in f) rows.push(`${name} skipped: ${f.skipped}`);
    else if ('error' in f) rows.push(`${name} ${f.error.code}: ${f.error.hint}`);
    else rows.push(`${name}${f.sidecar ? ` with ${f.sidecar.slice(dir.length + 1)}` : ''}`);
  }
  return rows;
}

describe('findFiles', () => {
  it('goes through a folder in the order of names and says what it passes over', async () => {
    expect(await found(dir)).toEqual([
      '.x.txt skipped: hidden',
      'Notice.md skipped: about the folder',
      'a.html with a.meta.json',
      'a.meta.json skipped: a sidecar',
      'b/c.txt with b/c.txt.meta.json',
      'b/c.txt.meta.json skipped: a sidecar',
      'locked refused: Allow it (chmod +r) or leave it out.',
      'q.json skipped: JSON',
      'readme skipped: about the folder',
      'z.txt',
    ]);
  });

  it.each([
    ['z.txt', ['z.txt']],
    ['q.json', ['q.json']],
    ['a.html', ['a.html with a.meta.json']],
    ['a.meta.json', ['a.meta.json unsupported: Add the document that stands beside it.']],
    ['none', ['none not-found: Check the path.']],
  ])('named explicitly: %s', async (name, expected) => {
    expect(await found(join(dir, name))).toEqual(expected);
  });
});
