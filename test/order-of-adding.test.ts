import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inventFiles, randomFrom, shuffled } from './support/invented-transcripts.ts';
import { onrecord } from './support/run-onrecord.ts';

const dir = mkdtempSync(join(tmpdir(), 'onrecord-order-'));
const files = inventFiles(200);
const paths = files.map((f) => join(dir, 'in', f.name));
const db = (name: string) => join(dir, `${name}.db`);
const exported = (name: string) => onrecord(['export', '--format', 'jsonl', '--db', db(name)]).out;
let reference = '';

beforeAll(() => {
  mkdirSync(join(dir, 'in'));
  for (const [i, f] of files.entries()) writeFileSync(paths[i]!, f.text);
  expect(onrecord(['add', join(dir, 'in'), '--db', db('folder'), '--json']).status).toBe(0);
  reference = exported('folder');
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe('[K4] the record does not depend on the order of adding', { timeout: 600_000 }, () => {
  it('holds each text once, and mirrors as versions of one event', () => {
    const heads = reference
      .trim()
      .split('\n')
      .map((l) => JSON.parse(l).document);
    const copies = files.filter((f) => f.name.startsWith('a-copy')).length;
    expect(heads).toHaveLength(200 - copies);
    const ids = heads.map((h) => h.id);
    expect(ids).toEqual([...ids].sort());
    const eventOf = (name: string) => heads.find((h) => h.name === name)?.event;
    expect(eventOf('mirror-of-1.txt')).toBeDefined();
    expect(eventOf('mirror-of-1.txt')).toBe(eventOf('interview-1.html'));
  });

  it.each([1, 2, 3])('200 files, shuffled with seed %i and added in batches', (seed) => {
    const random = randomFrom(seed);
    const order = shuffled(paths, random);
    for (let at = 0; at < order.length; ) {
      const size = 30 + Math.floor(random() * 90);
      expect(onrecord(['add', ...order.slice(at, at + size), '--db', db(`s${seed}`)]).status).toBe(0);
      at += size;
    }
    expect(exported(`s${seed}`)).toBe(reference);
  });
});

describe('[K2] rebuild', () => {
  it('gives a byte-identical export, and doctor finds the store sound before and after', () => {
    const rebuilt = onrecord(['rebuild', '--db', db('folder'), '--json']);
    expect(rebuilt.status).toBe(0);
    expect(rebuilt.lines[0]).toMatchObject({ changed: 0, moved: 0, lost: 0, failed: [] });
    expect(exported('folder')).toBe(reference);
    expect(onrecord(['doctor', '--db', db('folder'), '--json']).lines[0]).toMatchObject({ sound: true, problems: [] });
  });
});
