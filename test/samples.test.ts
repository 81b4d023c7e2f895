import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TALK, type VersionRecord } from '../src/core/model/index.ts';
import { openTemporaryRecord, ROOT, readLines } from './sample-record.ts';

const sample = openTemporaryRecord();
let records: VersionRecord[] = [];
const byName = (name: string) => records.find((r) => r.document.name === name)!;

beforeAll(() => {
  const { stdout, stderr, status } = sample.run('add', 'samples/record', '--json');
  const answers = readLines<{ path: string; status: string }>(stdout);
  const added = answers.filter((a) => a.status === 'added').length;
  if (status !== 0 || added !== 19) throw new Error(`${added} of 19 samples were added\n${stderr}`);
  records = sample.records();
});
afterAll(() => sample.close());

type Row = [kind: string, speaker: string | null, opens: string];
const gold: Record<string, Row[]> = JSON.parse(
  readFileSync(join(ROOT, 'corpus/samples-voices.json'), 'utf8'),
).documents;
const floors: Record<string, Record<string, number>> = JSON.parse(
  readFileSync(join(ROOT, 'corpus/floors.json'), 'utf8'),
);

interface Stretch {
  readonly start: number;
  readonly kind: string;
  readonly speaker: string | null;
}

/** The rows of the key as stretches of the text; white space of the key is any white space of the text. */
function placeRows(text: string, rows: readonly Row[]): Stretch[] {
  let from = 0;
  return rows.map(([kind, speaker, opens], i) => {
    const escaped = opens.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s+');
    const found = new RegExp(escaped).exec(text.slice(from));
    if (!found) throw new Error(`the key's row ${i} is not in the text: ${opens}`);
    const start = i === 0 ? 0 : from + found.index;
    from = start + 1;
    return { start, kind, speaker };
  });
}

const stretchAt = <T extends { start: number }>(stretches: readonly T[], at: number) =>
  stretches.findLast((s) => s.start <= at)!;

/** Words said by somebody named: how many have the right speaker; and those put into the wrong mouth. */
function compareVoices(record: VersionRecord, rows: readonly Row[]) {
  const truth = placeRows(record.text, rows);
  const count = { talk: 0, right: 0, kindRight: 0, words: 0 };
  const wrong: string[] = [];
  for (const word of record.text.matchAll(/\S+/g)) {
    const turn = stretchAt(record.turns, word.index);
    const key = stretchAt(truth, word.index);
    const kind = TALK.has(turn.kind) || turn.kind === 'aside' ? turn.kind : 'zone';
    count.words++;
    if (kind === key.kind) count.kindRight++;
    const isTalk = key.kind !== 'zone' && key.kind !== 'aside';
    if (isTalk && key.speaker) {
      count.talk++;
      if (TALK.has(turn.kind) && turn.speaker === key.speaker) count.right++;
    }
    const isOfficial = TALK.has(turn.kind) && turn.voice === 'official';
    if (isOfficial && (!isTalk || turn.speaker !== key.speaker)) wrong.push(word[0]);
  }
  return { ...count, wrong };
}

describe('voices of the samples', () => {
  const all = () => Object.entries(gold).map(([name, rows]) => ({ name, ...compareVoices(byName(name), rows) }));

  test('[V1] what another said is not put into an official mouth', () => {
    const wrong = all().filter((c) => c.wrong.length > 0);
    const words = wrong.reduce((n, c) => n + c.wrong.length, 0);
    const told = wrong.map((c) => `${c.name}: ${c.wrong.join(' ')}`).join('\n');
    if (process.env.UPDATE === '1') console.log(words, told);
    expect(words, told).toBeLessThanOrEqual(floors.samples!.wrongWordsAtMost!);
  });

  test('the right speaker and kind, at least as often as the floors say', () => {
    const sum = (key: 'talk' | 'right' | 'kindRight' | 'words') => all().reduce((n, c) => n + c[key], 0);
    if (process.env.UPDATE === '1')
      console.log('speaker', sum('right') / sum('talk'), 'kind', sum('kindRight') / sum('words'));
    expect(sum('right') / sum('talk')).toBeGreaterThanOrEqual(floors.samples!.speaker!);
    expect(sum('kindRight') / sum('words')).toBeGreaterThanOrEqual(floors.samples!.kind!);
  });

  test('[T2] turns tile the text and sentences tile the turns', () => {
    for (const { document, text, turns, sentences } of records) {
      expect(turns[0]!.start, document.name).toBe(0);
      expect(turns.at(-1)!.end, document.name).toBe(text.length);
      for (const [i, turn] of turns.entries()) {
        if (i > 0) expect(turn.start, document.name).toBe(turns[i - 1]!.end);
        const own = sentences.filter((s) => s.turn === turn.id);
        for (const [k, s] of own.entries()) if (k > 0) expect(s.start, document.name).toBe(own[k - 1]!.end);
      }
    }
  });

  test('[V2] the label stays as it was printed', () => {
    const labels = byName('2023-11-24-reval-longtable.txt').turns.map((t) => t.label);
    expect(new Set(labels.filter((l) => l?.match(/Reval|Answer/)))).toEqual(
      new Set(['Reval:', 'Tomas Reval:', 'Answer:']),
    );
  });
});

describe('the record of the samples', () => {
  test('[T3] a mirror is a version, not a second interview', () => {
    const page = byName('2023-04-11-marenko-courier.html').document;
    const mirror = byName('2023-04-11-marenko-mirror.txt').document;
    expect(mirror.event).toBe(page.event);
    expect(new Set(records.map((r) => r.document.event)).size).toBe(18);
  });

  test('[V3] a date is the day of speaking or it is not given', () => {
    const days = records.map(({ document }) => ({ name: document.name, date: document.date }));
    expect(days.filter(({ name, date }) => date !== null && name.slice(0, 10) !== date)).toEqual([]);
    expect(days.filter(({ date }) => date !== null).length).toBeGreaterThanOrEqual(floors.samples!.dates!);
  });

  test('[K2] a rebuild gives the same export, to the byte', () => {
    const before = sample.run('export').stdout;
    const rebuilt = sample.run('rebuild', '--json');
    expect(rebuilt.status, rebuilt.stderr).toBe(0);
    expect(sample.run('export').stdout === before).toBe(true);
  });

  test('[K4] added backwards and in pieces, the record is the same', () => {
    const other = openTemporaryRecord();
    try {
      const paths = records
        .map(({ document }) => `samples/record/${document.name}`)
        .sort()
        .reverse();
      for (const batch of [paths.slice(0, 1), paths.slice(1, 9), paths.slice(9)]) other.run('add', ...batch, '--json');
      expect(other.run('export').stdout === sample.run('export').stdout).toBe(true);
    } finally {
      other.close();
    }
  });

  test('doctor finds it sound', () => {
    expect(sample.ask<{ sound: boolean; problems: unknown[] }>('doctor')).toMatchObject({ sound: true, problems: [] });
  });
});
