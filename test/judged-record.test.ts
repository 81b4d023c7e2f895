import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { onrecord } from './support/run-onrecord.ts';

const dir = mkdtempSync(join(tmpdir(), 'onrecord-judged-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const db = join(dir, 'record.db');
const by = ['--by', 'V. Dolin', '--reason', 'heard the tape', '--db', db, '--json'];
const run = (...args: string[]) => onrecord([...args, '--db', db, '--json']).lines[0] as Record<string, unknown>;
const exported = () => onrecord(['export', '--db', db]).out;

const path = join(dir, 'talk.txt');
writeFileSync(
  path,
  'Question: Will the ferry line open this year?\n\nIlse Marenko: No date has been set for the ferry line.\n\nQuestion: And the harbour?\n\nIlse Marenko: The harbour is being repaired, nothing more.\n',
);
const added = run('add', path) as unknown as { document: { id: string } };
const { id } = added.document;
const answerOf = () =>
  (run('show', id) as unknown as { turns: { id: string; kind: string; speaker: string }[] }).turns.find(
    (t) => t.kind === 'answer',
  )!;

describe('[S1] a person’s word', () => {
  it('overrules the rules, survives a rebuild, is found by search, and can be taken back', () => {
    const before = exported();
    const answer = answerOf();
    expect(answer.speaker).toBe('Ilse Marenko');
    const judged = onrecord(['judge', answer.id, 'correct', '--value', 'speaker=Jonas Petrak', ...by]).lines[0] as {
      id: string;
      anchor: { exact: string };
    };
    expect(judged.anchor.exact).toContain('No date has been set');
    expect(answerOf().speaker).toBe('Jonas Petrak');
    expect(run('search', 'ferry', '--speaker', 'Petrak')).toMatchObject({ total: 1 });

    const after = exported();
    expect(run('rebuild')).toMatchObject({ changed: 0 });
    expect(exported()).toBe(after);

    onrecord(['judge', judged.id, 'undo', ...by]);
    expect(exported()).toBe(before);
    expect(run('doctor')).toMatchObject({ sound: true });
  });

  it.each<[string, string[], number, string]>([
    ['a field that is not there', ['correct', '--value', 'colour=red'], 2, 'usage'],
    ['a voice that is not one', ['correct', '--value', 'voice=loud'], 2, 'usage'],
    ['no value', ['correct'], 2, 'usage'],
    ['a merge without a second', ['merge'], 2, 'usage'],
  ])('%s is refused before it is kept', (_name, args, status, code) => {
    const r = onrecord(['judge', answerOf().id, ...args, ...by]);
    expect(r.status).toBe(status);
    expect(r.lines[0]).toMatchObject({ error: { code } });
  });

  it('an unknown turn is not found', () => {
    const r = onrecord(['judge', `${id}/t-000000`, 'accept', ...by]);
    expect([r.status, (r.lines[0] as { error: { code: string } }).error.code]).toEqual([1, 'not-found']);
  });
});
