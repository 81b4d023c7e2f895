import type { Statement } from '../../../core/ledger/statement.ts';
import { keyNumber } from '../../../core/ledger/statement-keys.ts';
import { dayIndex, nameNumber, type StatementLine, type StatementPlace } from '../../../core/ledger/statement-line.ts';
import type { DocumentHead } from '../../../core/model/index.ts';
import { matchesDate } from '../../../core/text/match-date.ts';
import type { StatementQuery } from '../../port.ts';
import type { SqliteDatabase } from '../database.ts';
import { LAST_DAY } from '../schema.ts';
import { anyForm } from '../search-turns.ts';
import { asNumbers, FIELDS, parseStatements, STATEMENTS_A_PART } from './pack-statements.ts';
import { PartReader } from './parts.ts';

/** Statements of versions that stand for their event, in order of time, as numbers. */
export function readLine(db: SqliteDatabase, query: StatementQuery): StatementLine {
  const by = query.by && {
    persons: new Set(query.by.persons.map(nameNumber)),
    speakers: new Set(query.by.speakers.map(nameNumber)),
  };
  const party = query.party === undefined ? null : nameNumber(query.party);
  const line = new GrowingLine();
  const days: (string | null)[] = [null];
  for (const row of candidates(db, query)) {
    if (!matchesDate(row.date, query.from, query.to)) continue;
    const numbers = asNumbers(row.numbers);
    const [day, event] = [dayIndex(days, row.day), nameNumber(row.event)];
    for (const place of row.places ?? everyPlace(numbers[0]!)) {
      const at = numbers[place + 1]!;
      if (party !== null && numbers[at + 3] !== party) continue;
      if (by && !by.persons.has(numbers[at + 1]!) && !by.speakers.has(numbers[at + 2]!)) continue;
      if (row.turns && !row.turns.has(numbers[at]!)) continue;
      line.push(row.n, place, day, event, numbers, at, numbers[place + 2]!);
    }
  }
  return { ...line.finish(), days };
}

interface Candidate {
  readonly n: number;
  readonly event: string;
  readonly date: string | null;
  readonly day: string | null;
  readonly numbers: Uint8Array;
  /** which statements; null: all */
  readonly places: Int32Array | null;
  /** only in these turns; null: any */
  readonly turns: ReadonlySet<number> | null;
}

const HEAD = 'version.n, head.event, head.date, head.day';
const ORDER = "order by coalesce(head.day, ''), version.id";
type Ordered = Omit<Candidate, 'numbers' | 'places' | 'turns'>;

/** Versions are put in order before their numbers are read: sorting would copy those many times. */
function* candidates(db: SqliteDatabase, query: StatementQuery): Generator<Candidate> {
  const { about } = query;
  if ('words' in about) yield* withWords(db, about.words, about.keys);
  else {
    const subject = 'topic' in about ? `t:${about.topic}` : `e:${about.entity}`;
    for (const row of versionsAbout(db, subject, query)) {
      const { numbers, places } = db.get<{ numbers: Uint8Array; places: Uint8Array }>(
        'select numbers, places from statement_set join subject using (n) where n = ? and subject = ?',
        row.n,
        subject,
      )!;
      yield { ...row, numbers, places: asNumbers(places), turns: null };
    }
  }
}

/** Versions that speak to a subject, in order of time; of those whose day ends before `from` most are left out. */
function versionsAbout(db: SqliteDatabase, subject: string, { from, to }: StatementQuery): Ordered[] {
  const rows =
    from === undefined
      ? db.all<Ordered>(
          `select ${HEAD} from subject cross join head using (n) join version using (n)
           where subject.subject = ? and head.stands ${ORDER}`,
          subject,
        )
      : db.all<Ordered>(
          `select ${HEAD} from head cross join subject using (n) join version using (n)
           where subject.subject = ? and head.stands and (${LAST_DAY} >= ? or ${LAST_DAY} in (?, ?)) ${ORDER}`,
          subject,
          from,
          from.slice(0, 4),
          from.slice(0, 7),
        );
  return rows.filter((row) => matchesDate(row.date, from, to));
}

/** The full-text index knows the turns with these words side by side; the statements of those turns that hold them are meant. */
function* withWords(db: SqliteDatabase, words: string, keys: readonly (readonly string[])[]): Generator<Candidate> {
  if (keys.length === 0) return;
  const turns = new Map<number, Set<number>>();
  for (const { n, ordinal } of db.all<{ n: number; ordinal: number }>(
    'select turn.n, turn.ordinal from turn_fts join turn on turn.rowid = turn_fts.rowid where turn_fts match ?',
    anyForm(words),
  ))
    turns.set(n, (turns.get(n) ?? new Set()).add(ordinal));
  const sought = keys.map((forms) => new Set(forms.map(keyNumber)));
  const rows = db.all<Ordered>(
    `select ${HEAD} from head join version using (n) join statement_set using (n)
     where head.stands and n in (select value from json_each(?)) ${ORDER}`,
    JSON.stringify([...turns.keys()]),
  );
  for (const row of rows) {
    const { numbers } = db.get<Candidate>('select numbers from statement_set where n = ?', row.n)!;
    yield { ...row, numbers, places: placesWith(asNumbers(numbers), sought), turns: turns.get(row.n)! };
  }
}

/** Places of the statements that have a key of each set. */
function placesWith(numbers: Int32Array, sought: readonly ReadonlySet<number>[]): Int32Array {
  const found: number[] = [];
  for (let place = 0; place < numbers[0]!; place++) {
    const keys = numbers.subarray(numbers[place + 1]! + FIELDS, numbers[place + 2]!);
    if (sought.every((forms) => keys.some((key) => forms.has(key)))) found.push(place);
  }
  return Int32Array.from(found);
}

const everyPlace = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

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
    return parseStatements(json, head);
  });
  return places.map(({ version, place }) => reader.at(version, place));
}

/** How many statements a version has; 0 too where it is unknown. */
export const countStatements = (db: SqliteDatabase, n: number): number =>
  db.get<{ count: number }>('select count from statement_set where n = ?', n)?.count ?? 0;

/** Numbers of a statement on a line, its keys apart. */
const COLUMNS = 8;

/** A line whose length is not known beforehand. */
class GrowingLine {
  #length = 0;
  #fields = new Int32Array(COLUMNS * 1024);
  #starts = new Int32Array(1025);
  #keys = new Int32Array(16 * 1024);

  push(n: number, place: number, day: number, event: number, numbers: Int32Array, at: number, end: number): void {
    const i = this.#length++;
    if ((i + 1) * COLUMNS > this.#fields.length) {
      this.#fields = grown(this.#fields, this.#fields.length * 2);
      this.#starts = grown(this.#starts, this.#starts.length * 2);
    }
    const start = this.#starts[i]!;
    const count = end - at - FIELDS;
    if (start + count > this.#keys.length) this.#keys = grown(this.#keys, (start + count) * 2);
    this.#keys.set(numbers.subarray(at + FIELDS, end), start);
    this.#starts[i + 1] = start + count;
    this.#fields.set([n, place, day, event], i * COLUMNS);
    // party, person as a side, acts affirmed and negated
    for (let k = 4; k < COLUMNS; k++) this.#fields[i * COLUMNS + k] = numbers[at + k - 1]!;
  }

  finish(): Omit<StatementLine, 'days'> {
    const length = this.#length;
    const column = (k: number) => {
      const values = new Int32Array(length);
      for (let i = 0; i < length; i++) values[i] = this.#fields[i * COLUMNS + k]!;
      return values;
    };
    return {
      length,
      version: column(0),
      place: column(1),
      day: column(2),
      event: column(3),
      party: column(4),
      person: column(5),
      affirmed: column(6),
      negated: column(7),
      keyStart: this.#starts.subarray(0, length + 1),
      keys: this.#keys.subarray(0, this.#starts[length]!),
    };
  }
}

function grown(old: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const data = new Int32Array(length);
  data.set(old);
  return data;
}
