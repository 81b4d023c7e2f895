import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { SqliteDatabase } from './database.ts';

let folder: string;
let reader: SqliteDatabase;
let writer: SqliteDatabase;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-database-'));
  writer = new SqliteDatabase(join(folder, 'a.db'));
  writer.exec('pragma journal_mode = wal; create table word (n integer)');
  reader = new SqliteDatabase(join(folder, 'a.db'));
});
afterEach(() => {
  reader.close();
  writer.close();
  rmSync(folder, { recursive: true });
});
const add = (db: SqliteDatabase) => db.run('insert into word values (1)');
const count = (db: SqliteDatabase) => db.get<{ n: number }>('select count(*) as n from word')!.n;
const nextTurn = () => new Promise((done) => setImmediate(done));

test('a read sees one state until it is ended, and the newest after it', () => {
  const read = reader.beginRead();
  expect(count(reader)).toBe(0);
  add(writer);
  expect([count(reader), reader.beginRead()]).toEqual([0, read]);
  reader.endRead();
  expect(count(reader)).toBe(1);
  expect(reader.beginRead()).toBeGreaterThan(read);
});

test('a read ends with the turn of the event loop', async () => {
  const read = reader.beginRead();
  expect(count(reader)).toBe(0);
  add(writer);
  await nextTurn();
  expect(count(reader)).toBe(1);
  expect(reader.beginRead()).toBeGreaterThan(read);
});

test('whoever writes ends his read, and sees what he wrote', () => {
  for (const write of [add, (db: SqliteDatabase) => db.transaction(() => add(db))]) {
    const read = reader.beginRead();
    const before = count(reader);
    write(reader);
    expect(count(reader)).toBe(before + 1);
    expect(reader.beginRead()).toBeGreaterThan(read);
  }
  reader.transaction(() => expect(reader.beginRead()).toBe(0));
});
