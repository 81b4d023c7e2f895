import { dayIndex, nameNumber, type StatementLine } from '../../../core/ledger/statement-line.ts';
import { FIELD, FIELDS, KEPT } from './pack-numbers.ts';

/** A version on a line. */
export interface LineVersion {
  readonly n: number;
  readonly event: string;
  readonly day: string | null;
}

/** Columns of a line: version, place, day, event, then what is kept of the fields. */
const COLUMNS = 4 + KEPT.count;

/** A line in the making; versions come in order of time. The room is taken once: for so many numbers in all. */
export class LineBuilder {
  readonly #columns: readonly Int32Array[];
  readonly #keyStart: Int32Array;
  readonly #keys: Int32Array;
  readonly #days: (string | null)[] = [null];
  #length = 0;
  #version = 0;
  #day = 0;
  #event = 0;

  constructor(statements: number, numbers: number) {
    this.#columns = Array.from({ length: COLUMNS }, () => new Int32Array(statements));
    this.#keyStart = new Int32Array(statements + 1);
    this.#keys = new Int32Array(numbers - statements * FIELDS);
  }

  /** What is pushed from now on is of this version. */
  open({ n, event, day }: LineVersion): void {
    this.#version = n;
    this.#day = dayIndex(this.#days, day);
    this.#event = nameNumber(event);
  }

  /** The statement whose numbers begin at `at`. */
  push(numbers: Int32Array, at: number): void {
    const i = this.#length++;
    const columns = this.#columns;
    columns[0]![i] = this.#version;
    columns[1]![i] = numbers[at + FIELD.place]!;
    columns[2]![i] = this.#day;
    columns[3]![i] = this.#event;
    for (let k = 0; k < KEPT.count; k++) columns[4 + k]![i] = numbers[at + KEPT.from + k]!;
    const end = at + numbers[at]!;
    let to = this.#keyStart[i]!;
    for (let k = at + FIELDS; k < end; k++) this.#keys[to++] = numbers[k]!;
    this.#keyStart[i + 1] = to;
  }

  finish(): StatementLine {
    const length = this.#length;
    const [version, place, day, event, party, person, affirmed, negated] = this.#columns.map((c) =>
      c.subarray(0, length),
    ) as [Int32Array, Int32Array, Int32Array, Int32Array, Int32Array, Int32Array, Int32Array, Int32Array];
    const keyStart = this.#keyStart.subarray(0, length + 1);
    const keys = this.#keys.subarray(0, keyStart[length]!);
    return { length, days: this.#days, version, place, day, event, party, person, affirmed, negated, keyStart, keys };
  }
}
