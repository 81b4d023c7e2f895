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
  /** their bases, for the search alone */
  #bases = new Float64Array(0);

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
    if (areFewer || read.length > 0) this.#bases = Float64Array.from(this.#list, (d) => d.base);
  }
  /** The last document that begins at `place` or before it. */
  at(place: number): IndexedDocument | undefined {
    const bases = this.#bases;
    let [low, high] = [0, bases.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (bases[middle]! <= place) low = middle + 1;
      else high = middle;
    }
    return this.#list[low - 1];
  }
}
