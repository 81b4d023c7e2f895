import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, it } from 'vitest';
import { digestContract } from '../digests.contract.ts';
import { openStore } from '../index.ts';
import { collect, made, storeContract } from '../store.contract.ts';
import type { SqliteStore } from './sqlite-store.ts';

const dir = mkdtempSync(join(tmpdir(), 'onrecord-store-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
let made_ = 0;
const fresh = () => join(dir, `${++made_}.db`);

storeContract('sqlite', () => openStore(fresh(), { create: true }));
digestContract('sqlite', () => openStore(fresh(), { create: true }));

describe('a store that cannot be used says so (exit status 3)', () => {
  it.each<[string, (path: string) => void, RegExp]>([
    ['not a database', (p) => writeFileSync(p, 'Dear diary, '.repeat(200)), /not a database/],
    ['a folder', (p) => mkdirSync(p), /a folder/],
    ['another program’s database', (p) => new DatabaseSync(p).exec('create table cats (name)'), /another program/],
    ['a missing store that is only read', () => {}, /no record there yet/],
  ])('%s', async (_name, prepare, seen) => {
    const path = fresh();
    prepare(path);
    await expect(openStore(path, { create: false })).rejects.toMatchObject({
      code: 'store',
      message: expect.stringMatching(seen),
    });
  });

  it('a missing store may be read as an empty one, and no file is made', async () => {
    const path = fresh();
    const store = await openStore(path, { create: false, orEmpty: true });
    expect((await store.reach()).occasions).toBe(0);
    await store.close();
    expect(existsSync(path)).toBe(false);
  });

  it('its revision moves with what another process writes', async () => {
    const path = fresh();
    const [ours, theirs] = [await openStore(path, { create: true }), await openStore(path, { create: true })];
    const before = await ours.revision();
    const a = made('Q: One?\nA: One.');
    await theirs.put(a.capture, a.derivation);
    expect(await ours.revision()).not.toBe(before);
    await ours.close();
    await theirs.close();
  });

  it('a store from a newer version is left as it is', async () => {
    const path = fresh();
    await (await openStore(path, { create: true })).close();
    const db = new DatabaseSync(path);
    db.exec("insert into migration (name) values ('core-999')");
    db.close();
    await expect(openStore(path, { create: true })).rejects.toMatchObject({
      code: 'store',
      message: expect.stringMatching(/newer version.*core-999/),
      hint: expect.stringMatching(/Update/),
    });
  });

  // /proc takes no files, not even from root.
  it.skipIf(process.platform !== 'linux')('a folder that cannot be written (needs /proc)', async () => {
    await expect(openStore('/proc/onrecord/x.db', { create: true })).rejects.toMatchObject({ code: 'store' });
    await expect(openStore('/proc/x.db', { create: true })).rejects.toMatchObject({
      code: 'store',
      hint: expect.stringMatching(/permissions/),
    });
  });

  it('a file that is not a database is not touched', async () => {
    const path = fresh();
    writeFileSync(path, 'not ours');
    await openStore(path, { create: true }).catch(() => {});
    expect(readFileSync(path, 'utf8')).toBe('not ours');
  });

  it('postgres is not built yet', async () => {
    await expect(openStore('postgres://somewhere/record', { create: true })).rejects.toMatchObject({
      code: 'not-built-yet',
    });
  });
});

describe('inspect finds what is broken', () => {
  it.each<[string, string, string]>([
    ['text-hash', 'a text that was changed', "update reading set text = x'4b4c4a0600'"],
    ['capture-hash', 'bytes that were changed', "update blob set bytes = x'4b4c4a0600'"],
    ['full-text', 'a turn missing from the index', 'delete from turn_fts where rowid = 1'],
    ['quotations', 'words that were changed', "update quote_words set words = x'010203' || substr(words, 4)"],
    ['quotations', 'a passage that was changed', "update quote_chunk set text = 'We shall'"],
    ['quotations', 'a text missing from the quotation index', 'delete from quote_document'],
    ['statements', 'statements that are missing', 'delete from statement_set'],
    ['statements', 'a subject without its statements', "insert into subject values ('t:x', 1, 1, x'00000000')"],
    ['ledger', 'a row without its statement', "insert into ledger_row values (1, 1, 0, 'cases', 1, null, null)"],
    ['event', 'an event for which no text stands', 'update head set stands = 0'],
    ['event', 'an event that does not follow', "update head set event = 'doc:ffffffffffff'"],
    ['not-derived', 'a capture without a reading', 'pragma foreign_keys = off; delete from head'],
    ['foreign-key', 'a row that points at nothing', 'pragma foreign_keys = off; update receipt set n = 99'],
  ])('%s: %s', async (kind, _name, sql) => {
    const store = (await openStore(fresh(), { create: true })) as SqliteStore;
    const { capture, derivation } = made('Q: Will you?\nA: We will.');
    await store.put(capture, derivation);
    expect(await collect(store.inspect())).toEqual([]);
    store.db.exec(sql);
    expect((await collect(store.inspect())).map((p) => p.kind)).toContain(kind);
    await store.close();
  });

  it('a document with digests of another Onrecord is no answer of too little but an error that says what to do', async () => {
    const path = fresh();
    const store = (await openStore(path, { create: true })) as SqliteStore;
    const { capture, derivation, id } = made('Q: Will you?\nA: We will.');
    await store.put(capture, derivation);
    store.db.exec('update statement_set set revision = 0');
    const answer = store.topicCounts();
    await expect(answer).rejects.toMatchObject({ code: 'store', hint: 'Run "onrecord rebuild" once.' });
    await store.putDerivation(id, derivation);
    expect(await store.topicCounts()).toEqual([]);
    await store.close();
  });

  it('[K1] judgements cannot be changed or deleted', async () => {
    const store = (await openStore(fresh(), { create: true })) as SqliteStore;
    const j = {
      id: 'jud:1',
      about: 'ver:1',
      other: null,
      decision: 'accept',
      value: null,
      anchor: null,
      by: 'x',
      at: 'now',
      reason: 'y',
    } as const;
    await store.putJudgement(j);
    expect(() => store.db.exec('delete from judgement')).toThrow(/kept for ever/);
    expect(() => store.db.exec("update judgement set reason = 'z'")).toThrow(/append-only/);
    await store.close();
  });
});
