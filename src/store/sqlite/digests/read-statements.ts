import type { Statement } from '../../../core/ledger/statement.ts';
import { keyNumber } from '../../../core/ledger/statement-keys.ts';
import { nameNumber, type StatementLine, type StatementPlace } from '../../../core/ledger/statement-line.ts';
import type { DocumentHead } from '../../../core/model/index.ts';
import { matchesDate } from '../../../core/text/match-date.ts';
import type { StatementQuery } from '../../port.ts';
import type { SqliteDatabase } from '../database.ts';
import { LAST_DAY } from '../schema.ts';
import { anyForm } from '../search-turns.ts';
import { LineBuilder, type LineVersion } from './line-builder.ts';
import { asNumbers, FIELD, FIELDS } from './pack-numbers.ts';
import { openStatements } from './pack-words.ts';
import { PartReader } from './parts.ts';
import { STATEMENTS_A_PART } from './statement-projection.ts';

/** Statements of versions that stand for their event, in order of time, as numbers. */
export function readLine(db: SqliteDatabase, query: StatementQuery): StatementLine {
  const { about, from, to } = query;
  const isMeant = filterOf(query);
  const found = ('words' in about ? withWords(db, about.words, about.keys) : versionsAbout(db, about, from))
    .filter((v) => matchesDate(v.date, from, to))
    .sort(byTime);
  const line = new LineBuilder(
    found.reduce((sum, v) => sum + v.count, 0),
    found.reduce((sum, v) => sum + v.numbers.length, 0),
  );
  for (const version of found) {
    line.open(version);
    const { numbers } = version;
    for (let at = 0; at < numbers.length; at += numbers[at]!) if (isMeant(numbers, at)) line.push(numbers, at);
  }
  return line.finish();
}

/** A version with the numbers of those of its statements that speak to what is asked. */
interface Found extends LineVersion {
  readonly id: string;
  readonly date: string | null;
  readonly count: number;
  readonly numbers: Int32Array;
}

/** By day, unknown first, then by id, so that the order is the same on every machine. */
function byTime(a: Found, b: Found): number {
  const [x, y] = [a.day ?? '', b.day ?? ''];
  return x < y ? -1 : x > y ? 1 : a.id < b.id ? -1 : 1;
}

/** Of the party and by the speaker that are asked for. */
function filterOf({ by, party }: StatementQuery): (numbers: Int32Array, at: number) => boolean {
  if (!by && party === undefined) return () => true;
  const side = party === undefined ? null : nameNumber(party);
  const persons = new Set(by?.persons.map(nameNumber));
  const speakers = new Set(by?.speakers.map(nameNumber));
  return (numbers, at) =>
    (side === null || numbers[at + FIELD.party] === side) &&
    (!by || persons.has(numbers[at + FIELD.person]!) || speakers.has(numbers[at + FIELD.speaker]!));
}

const HEAD = 'version.id, version.n, head.event, head.date, head.day';
type Row = [
  id: string,
  n: number,
  event: string,
  date: string | null,
  day: string | null,
  count: number,
  numbers: Uint8Array,
];

const foundIn = ([id, n, event, date, day, count, numbers]: Row): Found => ({
  id,
  n,
  event,
  date,
  day,
  count,
  numbers: asNumbers(numbers),
});

type Subject = Exclude<StatementQuery['about'], { readonly words: string }>;

/** Versions that speak to a subject; of those whose day ends before `from` most are left out. */
function versionsAbout(db: SqliteDatabase, about: Subject, from: string | undefined): Found[] {
  const subject = 'topic' in about ? `t:${about.topic}` : `e:${about.entity}`;
  const isAbout = 'subject.subject = ? and head.stands';
  const rows =
    from === undefined
      ? db.rows<Row>(
          `select ${HEAD}, subject.count, subject.numbers
           from subject cross join head using (n) join version using (n) where ${isAbout}`,
          subject,
        )
      : db.rows<Row>(
          `select ${HEAD}, subject.count, subject.numbers
           from head cross join subject using (n) join version using (n)
           where ${isAbout} and (${LAST_DAY} >= ? or ${LAST_DAY} in (?, ?))`,
          subject,
          from,
          from.slice(0, 4),
          from.slice(0, 7),
        );
  return rows.map(foundIn);
}

/** The full-text index knows the turns with these words side by side; the statements of those turns that hold them are meant. */
function withWords(db: SqliteDatabase, words: string, keys: readonly (readonly string[])[]): Found[] {
  if (keys.length === 0) return [];
  const turns = new Map<number, Set<number>>();
  for (const [n, ordinal] of db.rows<[n: number, ordinal: number]>(
    'select turn.n, turn.ordinal from turn_fts join turn on turn.rowid = turn_fts.rowid where turn_fts match ?',
    anyForm(words),
  )) {
    const known = turns.get(n);
    if (known) known.add(ordinal);
    else turns.set(n, new Set([ordinal]));
  }
  const sought = keys.map((forms) => new Set(forms.map(keyNumber)));
  const found: Found[] = [];
  const versions = [...turns.keys()];
  for (let i = 0; i < versions.length; i += AT_ONCE)
    for (const row of db.rows<Row>(
      `select ${HEAD}, statement_set.count, numbers
       from json_each(?) v cross join head on head.n = v.value join version using (n) join statement_set using (n)
       where head.stands`,
      JSON.stringify(versions.slice(i, i + AT_ONCE)),
    )) {
      const version = foundIn(row);
      const held = holding(version.numbers, turns.get(version.n)!, sought);
      if (held.count > 0) found.push({ ...version, ...held });
    }
  return found;
}

/** Versions whose numbers are in memory at one time: some hundred kilobytes. */
const AT_ONCE = 200;

/** The statements in these turns that have a key of each set. */
function holding(
  numbers: Int32Array,
  turns: ReadonlySet<number>,
  sought: readonly ReadonlySet<number>[],
): Pick<Found, 'count' | 'numbers'> {
  const hasOne = (forms: ReadonlySet<number>, from: number, to: number): boolean => {
    for (let k = from; k < to; k++) if (forms.has(numbers[k]!)) return true;
    return false;
  };
  const held = new Int32Array(numbers.length);
  let [count, length] = [0, 0];
  for (let at = 0; at < numbers.length; at += numbers[at]!) {
    const end = at + numbers[at]!;
    if (!turns.has(numbers[at + FIELD.turn]!) || !sought.every((forms) => hasOne(forms, at + FIELDS, end))) continue;
    held.set(numbers.subarray(at, end), length);
    length += end - at;
    count++;
  }
  return { count, numbers: held.slice(0, length) };
}

/** Statements by version and place, in the order asked. */
export function readStatements(
  db: SqliteDatabase,
  places: readonly StatementPlace[],
  headOf: (n: number) => DocumentHead,
): Statement[] {
  const heads = new Map<number, DocumentHead>();
  const reader = new PartReader(db, STATEMENTS_A_PART, (json, n) => {
    const head = heads.get(n) ?? headOf(n);
    heads.set(n, head);
    return openStatements(json, head);
  });
  return places.map(({ version, place }) => reader.at(version, place));
}

/** How many statements a version has; 0 too where it is unknown. */
export const countStatements = (db: SqliteDatabase, n: number): number =>
  db.get<{ count: number }>('select count from statement_set where n = ?', n)?.count ?? 0;
