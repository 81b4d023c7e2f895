import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { inventFiles } from './support/invented-transcripts.ts';
import { onrecord } from './support/run-onrecord.ts';

const dir = mkdtempSync(join(tmpdir(), 'onrecord-zip-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const db = (name: string) => join(dir, `${name}.db`);
const files = inventFiles(12);
const zip = join(dir, 'archive.zip');
writeFileSync(zip, zipSync(Object.fromEntries(files.map((f) => [`folder/${f.name}`, strToU8(f.text)]))));
const folder = join(dir, 'folder');
mkdirSync(folder);
for (const f of files) writeFileSync(join(folder, f.name), f.text);

describe('documents of a container', () => {
  it('are named archive.zip!/inner, and adding the archive again changes nothing', () => {
    const first = onrecord(['add', zip, '--db', db('zip'), '--json']);
    expect(first.lines).toHaveLength(files.length);
    expect(first.lines.map((l) => String(l.path))).toContain(`${zip}!/folder/interview-0.txt`);
    const again = onrecord(['add', zip, '--db', db('zip'), '--json']);
    expect(new Set(again.lines.map((l) => l.status))).toEqual(new Set(['unchanged']));
  });

  it('[K2] are rebuilt to the byte from their own bytes', () => {
    const before = onrecord(['export', '--db', db('zip')]).out;
    expect(onrecord(['rebuild', '--db', db('zip'), '--json']).lines[0]).toMatchObject({ changed: 0, failed: [] });
    expect(onrecord(['export', '--db', db('zip')]).out).toBe(before);
  });

  it('[K4] have the ids of the same files outside of it', () => {
    onrecord(['add', folder, '--db', db('folder'), '--json']);
    const ids = (name: string) =>
      onrecord(['export', '--db', db(name)]).lines.map((l) => (l.document as { id: string }).id);
    expect(ids('folder')).toEqual(ids('zip'));
  });
});
