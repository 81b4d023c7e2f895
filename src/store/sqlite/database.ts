import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { isUnusable, unusable } from './store-error.ts';

/** The few things we ask of an embedded SQLite, with prepared statements kept by their text. */
export class SqliteDatabase {
  readonly #db: DatabaseSync;
  readonly #path: string;
  readonly #statements = new Map<string, StatementSync>();
  #depth = 0;

  constructor(path: string, options: { readOnly?: boolean } = {}) {
    // The default busy timeout is 0; a PRAGMA on open can already meet another process's lock.
    this.#path = path;
    this.#db = new DatabaseSync(path, {
      timeout: 5000,
      enableForeignKeyConstraints: true,
      readOnly: options.readOnly ?? false,
    });
  }

  exec(sql: string): void {
    this.#db.exec(sql);
  }
  run(sql: string, ...values: SQLInputValue[]): { changes: number; lastInsertRowid: number } {
    const { changes, lastInsertRowid } = this.#prepare(sql).run(...values);
    return { changes: Number(changes), lastInsertRowid: Number(lastInsertRowid) };
  }
  get<T>(sql: string, ...values: SQLInputValue[]): T | undefined {
    return this.#prepare(sql).get(...values) as T | undefined;
  }
  all<T>(sql: string, ...values: SQLInputValue[]): T[] {
    return this.#prepare(sql).all(...values) as T[];
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
    this.#statements.clear();
    this.#db.close();
  }

  #prepare(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.#db.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }
}
