import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { onrecord } from './support/run-onrecord.ts';

const dir = mkdtempSync(join(tmpdir(), 'onrecord-bad-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const db = join(dir, 'record.db');
const input = join(dir, 'in');
mkdirSync(input);
const put = (name: string, content: string | Buffer) => writeFileSync(join(input, name), content);

const TALK = 'Question: Will the ferry line open?\nIlse Marenko: No date has been set for it.\n';
const noise = Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 7919 + (i >> 3) * 31) % 256));
put('good.txt', TALK);
put('duplicate.txt', TALK);
put('empty.txt', '');
put('spaces.txt', ' \n\t\n ');
put('binary.html', noise);
put('picture.html', Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), noise]));
put('no-text.html', '<!doctype html><html><head><title></title></head><body><script>var a = 1;</script></body></html>');
put('huge.txt', Buffer.alloc(50_000_000, TALK));
put(
  'nested.html',
  `<html><body>${'<div>'.repeat(20_000)}<p>Question: Is it deep?</p><p>Ilse Marenko: Very.</p>${'</div>'.repeat(20_000)}`,
);
put(
  'invalid-utf8.txt',
  Buffer.concat([Buffer.from('Question: A caf'), Buffer.from([0xe9]), Buffer.from('?\nIlse Marenko: No.\n')]),
);
put('table.xlsx.json', '{}');
put('.hidden.txt', TALK);
put('README.md', '# about');
put('LICENSE', 'text');
put('with-sidecar.txt', `${TALK}More.`);
put('with-sidecar.meta.json', '{"title": "Ferry talk", "date": "2031-03-04", "colour": "blue"}');
put('bad-sidecar.txt', `${TALK}Again.`);
put('bad-sidecar.meta.json', '{"title": ');

const first = onrecord(['add', input, join(dir, 'missing.txt'), '--db', db, '--json']);
const line = (name: string) =>
  first.lines.find((l) => String(l.path).endsWith(`/${name}`))! as {
    status: string;
    document: { id: string; title: string } | null;
    findings: { rule: string }[];
    error?: { code: string; message: string; hint: string };
  };

describe('what cannot be read is a clear line, and the batch goes on', () => {
  it.each([
    ['empty.txt', 'unreadable', /empty file \(0 bytes\)/],
    ['spaces.txt', 'unreadable', /no text in it/],
    ['binary.html', 'unsupported', /binary data/],
    ['picture.html', 'unsupported', /PNG image/],
    ['no-text.html', 'unreadable', /no text in it/],
    ['huge.txt', 'too-large', /50\.0 MB, more than/],
    ['bad-sidecar.txt', 'unreadable', /bad-sidecar\.meta\.json: not JSON/],
    ['missing.txt', 'not-found', /no such file or folder/],
  ])('%s: %s', (name, code, seen) => {
    const { status, document, error } = line(name);
    expect({ status, document }).toEqual({ status: 'failed', document: null });
    expect(error!.code).toBe(code);
    expect(error!.message).toMatch(seen);
    expect(error!.message).toContain(name.split('.')[0]);
    expect(error!.hint).toBeTruthy();
  });

  it.each(['good.txt', 'nested.html', 'invalid-utf8.txt', 'with-sidecar.txt'])('%s is read', (name) => {
    expect(line(name).status).toMatch(/^(added|unchanged)$/);
  });

  it('a duplicate is unchanged, under the id of the first', () => {
    const pair = [line('good.txt'), line('duplicate.txt')];
    expect(new Set(pair.map((l) => l.document!.id)).size).toBe(1);
    expect(pair.map((l) => l.status).sort()).toEqual(['added', 'unchanged']);
  });

  it.each(['.hidden.txt', 'README.md', 'LICENSE', 'table.xlsx.json', 'with-sidecar.meta.json'])(
    '%s is passed over',
    (name) => {
      expect(line(name).status).toBe('skipped');
    },
  );

  it('the exit status is 1, and 0 when only passing over', () => {
    expect(first.status).toBe(1);
    const folder = join(dir, 'quiet');
    mkdirSync(folder);
    writeFileSync(join(folder, 'a.json'), '{}');
    expect(onrecord(['add', folder, '--db', db, '--json']).status).toBe(0);
  });

  it('named explicitly, what a folder passes over is failed', () => {
    const r = onrecord([
      'add',
      join(input, 'table.xlsx.json'),
      join(input, 'with-sidecar.meta.json'),
      '--db',
      db,
      '--json',
    ]);
    expect(r.lines.map((l) => l.status)).toEqual(['failed', 'failed']);
    expect(r.status).toBe(1);
  });

  it('a sidecar is applied; a key it does not know is a finding', () => {
    expect(line('with-sidecar.txt').document).toMatchObject({ title: 'Ferry talk', date: '2031-03-04' });
    expect(line('with-sidecar.txt').findings.map((f) => f.rule)).toContain('sidecar-unknown-key');
  });

  it('every line is JSON, and stderr has nothing but progress', () => {
    expect(first.lines).toHaveLength(first.out.trim().split('\n').length);
    expect(first.err.replace(/^onrecord: \d+ \(.*\/s\)\n/gm, '')).toBe('');
  });
});

describe('standard input and adding again', () => {
  it('reads - under a name, and again it is unchanged', () => {
    const run = () =>
      onrecord(['add', '-', '--name', 'talk.md', '--db', db, '--json'], {
        input: '# Talk\n\nQuestion: Why?\n\nIlse Marenko: Because.\n',
      });
    expect(run().lines[0]).toMatchObject({ path: '-', status: 'added', document: { name: 'talk.md' } });
    expect(run().lines[0]).toMatchObject({ status: 'unchanged' });
  });

  it('the same path with other words is changed, and the old text is kept', () => {
    const path = join(dir, 'page.txt');
    writeFileSync(path, `${TALK}First.`);
    const before = onrecord(['add', path, '--db', db, '--json']).lines[0] as { document: { id: string } };
    writeFileSync(path, `${TALK}Second.`);
    expect(onrecord(['add', path, '--db', db, '--json']).lines[0]).toMatchObject({ status: 'changed' });
    expect(onrecord(['show', before.document.id, '--db', db, '--json']).lines[0]).toMatchObject({
      text: expect.stringContaining('First.'),
    });
  });
});

describe('before there is a record', () => {
  it('a text may be looked at, and no record is made', () => {
    const none = join(dir, 'not-yet.db');
    const r = onrecord(['preview', join(input, 'good.txt'), '--db', none, '--json']);
    expect(r.status).toBe(0);
    expect(r.lines[0]).toMatchObject({ status: 'new', turnCount: 2 });
    expect(existsSync(none)).toBe(false);
  });
});

describe('exit status and error shape', () => {
  it.each<[string, string[], number, string]>([
    ['an unknown id', ['show', 'ver:000000000000', '--db', db], 1, 'not-found'],
    ['an unknown command', ['shw', '--db', db], 2, 'usage'],
    ['an unknown flag', ['list', '--nope', '--db', db], 2, 'usage'],
    ['a bad value', ['list', '--limit', 'many', '--db', db], 2, 'usage'],
    ['postgres', ['list', '--db', 'postgres://x/y'], 3, 'not-built-yet'],
    ['a missing store', ['list', '--db', join(dir, 'none.db')], 3, 'store'],
    ['not a database', ['list', '--db', join(input, 'huge.txt')], 3, 'store'],
  ])('%s', (_name, args, status, code) => {
    const r = onrecord([...args, '--json']);
    expect(r.status).toBe(status);
    expect(r.lines[0]).toMatchObject({ error: { code, message: expect.any(String) } });
  });

  it('doctor finds the record sound after all this', () => {
    expect(onrecord(['doctor', '--db', db, '--json']).lines[0]).toMatchObject({ sound: true });
  });
});
