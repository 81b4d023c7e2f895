import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inventFiles, randomFrom } from './support/invented-transcripts.ts';
import { onrecord, startOnrecord } from './support/run-onrecord.ts';

const dir = mkdtempSync(join(tmpdir(), 'onrecord-kill-'));
const input = join(dir, 'in');
const KILLS = 5;

beforeAll(() => {
  mkdirSync(input);
  for (const f of inventFiles(500)) writeFileSync(join(input, f.name), f.text);
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** Start adding and stop the process after so many documents were acknowledged. */
async function stopAfter(db: string, documents: number, signal: 'SIGKILL' | 'SIGINT'): Promise<string[]> {
  const child = startOnrecord(['add', input, '--db', db, '--json']);
  let out = '';
  child.stdout.setEncoding('utf8');
  await new Promise<void>((resolve) => {
    child.on('close', () => resolve());
    child.stdout.on('data', (chunk: string) => {
      out += chunk;
      if (out.split('\n').length > documents) child.kill(signal);
    });
  });
  return out
    .split('\n')
    .filter((l) => l.endsWith('}'))
    .map((l) => JSON.parse(l).document?.id);
}

// Dozens of processes: minutes on a busy machine.
describe('a store survives being stopped', { timeout: 600_000 }, () => {
  it('[K1] SIGKILL at random moments leaves a sound store with every acknowledged document; adding again completes it', async () => {
    const db = join(dir, 'killed.db');
    const random = randomFrom(20_310_304);
    const acknowledged = new Set<string>();
    for (let i = 0; i < KILLS; i++) {
      for (const id of await stopAfter(db, 10 + Math.floor(random() * 60) + i * 60, 'SIGKILL')) acknowledged.add(id);
      const health = onrecord(['doctor', '--db', db, '--json']);
      expect(health.lines[0]).toMatchObject({ sound: true });
    }
    const held = new Set(
      (onrecord(['list', '--db', db, '--json', '--limit', '1000']).lines[0] as { items: { id: string }[] }).items.map(
        (h) => h.id,
      ),
    );
    expect([...acknowledged].filter((id) => !held.has(id))).toEqual([]);
    expect(acknowledged.size).toBeGreaterThan(100);

    expect(onrecord(['add', input, '--db', db, '--json']).status).toBe(0);
    const whole = join(dir, 'whole.db');
    onrecord(['add', input, '--db', whole, '--json']);
    expect(onrecord(['export', '--db', db]).out).toBe(onrecord(['export', '--db', whole]).out);
    expect(onrecord(['doctor', '--db', db, '--json']).lines[0]).toMatchObject({ sound: true });
  });

  it('Ctrl-C ends after the document under way and leaves a sound store', async () => {
    const db = join(dir, 'interrupted.db');
    const ids = await stopAfter(db, 40, 'SIGINT');
    expect(ids.length).toBeGreaterThanOrEqual(40);
    expect(ids.length).toBeLessThan(490);
    expect(onrecord(['doctor', '--db', db, '--json']).lines[0]).toMatchObject({
      sound: true,
      documents: new Set(ids).size,
    });
  });
});
