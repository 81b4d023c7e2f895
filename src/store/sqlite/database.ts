import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { isUnusable, unusable } from './store-error.ts';

/** The few things we ask of an embedded SQLite, with prepared statements kept by their text. */
export class SqliteDatabase {
  readonly #db: DatabaseSync;
  readonly #path: string;
  readonly #statements = new Map<string, StatementSync>();
  /** those whose rows are lists */
  readonly #lists = new Map<string, StatementSync>();
  #depth = 0;
  /** number of the read transaction that is open; 0 when none is */
  #reading = 0;
  #reads = 0;
  #endsSoon = false;

  constructor(path: string, options: { readOnly?: boolean } = {}) {
    // The default busy timeout is 0; a PRAGMA on open can already meet another process's lock.
    this.#path = path;
    this.#db = new DatabaseSync(path, {
      timeout: 5000,
      enableForeignKeyConstraints: true,
      readOnly: options.readOnly ?? false,
    });
  }

  /**
   * One read transaction for all that is asked in one turn of the event loop: it sees one state, and takes the lock once instead of
   * for each statement (which costs more than most of them). Whoever writes, `endRead` and the next turn end it.
   * @returns its number, another for each; 0 inside a write transaction, which sees its own changes
   */
  beginRead(): number {
    if (this.#depth > 0) return 0;
    if (this.#reading === 0) {
      this.#prepare('begin').run();
      this.#reading = ++this.#reads;
      this.#endWithTurn();
    }
    return this.#reading;
  }
  /** What is asked next sees what was written meanwhile. */
  endRead(): void {
    if (this.#reading === 0) return;
    this.#reading = 0;
    this.#prepare('commit').run();
  }

  #endWithTurn(): void {
    if (this.#endsSoon) return;
    this.#endsSoon = true;
    setImmediate(() => {
      this.#endsSoon = false;
      this.endRead();
    });
  }

  exec(sql: string): void {
    this.endRead();
    this.#db.exec(sql);
  }
  run(sql: string, ...values: SQLInputValue[]): { changes: number; lastInsertRowid: number } {
    this.endRead();
    const { changes, lastInsertRowid } = this.#prepare(sql).run(...values);
    return { changes: Number(changes), lastInsertRowid: Number(lastInsertRowid) };
  }
  get<T>(sql: string, ...values: SQLInputValue[]): T | undefined {
    return this.#prepare(sql).get(...values) as T | undefined;
  }
  all<T>(sql: string, ...values: SQLInputValue[]): T[] {
    return this.#prepare(sql).all(...values) as T[];
  }
  /** Rows as lists of their columns: many rows are read at half the cost of objects. */
  rows<T extends readonly unknown[]>(sql: string, ...values: SQLInputValue[]): T[] {
    return this.#prepare(sql, true).all(...values) as unknown[] as T[];
  }
  /** Rows one by one. The statement is its own, so that iterations may nest. */
  iterate<T>(sql: string, ...values: SQLInputValue[]): IterableIterator<T> {
    return this.#db.prepare(sql).iterate(...values) as IterableIterator<T>;
  }

  /** All or nothing. A transaction inside a transaction joins the outer one. */
  transaction<T>(work: () => T): T {
    if (this.#depth > 0) return work();
    this.#depth++;
    try {
      this.run('begin immediate');
      const result = work();
      this.run('commit');
      return result;
    } catch (error) {
      if (this.#db.isTransaction) this.exec('rollback');
      throw isUnusable(error) ? unusable(this.#path, error) : error;
    } finally {
      this.#depth--;
    }
  }

  close(): void {
    this.endRead();
    this.#statements.clear();
    this.#lists.clear();
    this.#db.close();
  }

  #prepare(sql: string, asLists = false): StatementSync {
    const known = asLists ? this.#lists : this.#statements;
    let statement = known.get(sql);
    if (!statement) {
      statement = this.#db.prepare(sql);
      if (asLists) statement.setReturnArrays(true);
      known.set(sql, statement);
    }
    return statement;
  }
}
