import type { SqliteDatabase } from '../sqlite/database.ts';

/** Where the words of a document are. */
export interface IndexedDocument {
  readonly base: number;
  readonly n: number;
  readonly id: string;
  readonly words: number;
  readonly struck: readonly (readonly [number, number])[];
}

/** The documents by their places; some 150 bytes a document are held in memory. */
export class IndexedDocuments {
  readonly #db: SqliteDatabase;
  #list: IndexedDocument[] = [];

  constructor(db: SqliteDatabase) {
    this.#db = db;
  }
  /** Read what came; everything when some are gone. */
  refresh(areFewer: boolean): void {
    const rows = this.#db.all<Omit<IndexedDocument, 'struck'> & { struck: string | null }>(
      'select base, n, version.id, words, struck from quote_document join version using (n) where base > ? order by base',
      areFewer ? -1 : (this.#list.at(-1)?.base ?? -1),
    );
    const read = rows.map((d) => ({ ...d, struck: d.struck ? (JSON.parse(d.struck) as [number, number][]) : [] }));
    if (areFewer) this.#list = read;
    else for (const d of read) this.#list.push(d);
  }
  /** The last document that begins at `place` or before it. */
  at(place: number): IndexedDocument | undefined {
    const list = this.#list;
    let [low, high] = [0, list.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (list[middle]!.base <= place) low = middle + 1;
      else high = middle;
    }
    return list[low - 1];
  }
}
