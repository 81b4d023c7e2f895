import type { Term } from '../../../core/ledger/digest/find-terms.ts';
import type { TermSet } from '../../port.ts';
import type { SqliteDatabase } from '../database.ts';
import { pack, unpackText } from '../pack.ts';
import type { Projection } from '../projection.ts';

/** Sentences once each, and terms with the number of the sentence that shows them. */
type Packed = readonly [
  examples: readonly (readonly [turn: string, text: string])[],
  terms: readonly (readonly [key: string, term: string, statements: number, example: number])[],
];

/** Terms that no topic covers, a deflated list a version: what recurs is counted when it is asked for, which is seldom. */
export const TERM_PROJECTION: Projection = {
  name: 'terms',
  migrations: [
    {
      name: 'terms-001',
      sql: 'create table term_set (n integer primary key references version(n), terms blob not null)',
    },
  ],
  add(db, { n, digest }) {
    if (digest.terms.length > 0)
      db.run('insert into term_set (n, terms) values (?, ?)', n, pack(writeTerms(digest.terms)));
  },
  remove(db, n) {
    db.run('delete from term_set where n = ?', n);
  },
};

/** Of versions that stand for their event, in order of their ids. */
export function* readTerms(db: SqliteDatabase): Generator<TermSet> {
  const versions = db.rows<[n: number, id: string]>(
    `select n, version.id from term_set join head using (n) join version using (n) where head.stands order by version.id`,
  );
  for (const [n, document] of versions) {
    const { terms } = db.get<{ terms: Uint8Array }>('select terms from term_set where n = ?', n)!;
    yield { document, terms: parseTerms(unpackText(terms)) };
  }
}

function writeTerms(terms: readonly Term[]): string {
  const examples = new Map<string, number>();
  const listed = terms.map(({ key, term, statements, example, ...none }) => {
    none satisfies Readonly<Record<string, never>>;
    const shown = JSON.stringify([example.turn, example.text]);
    if (!examples.has(shown)) examples.set(shown, examples.size);
    return [key, term, statements, examples.get(shown)!] as const;
  });
  return `[[${[...examples.keys()].join(',')}],${JSON.stringify(listed satisfies Packed[1])}]`;
}

function parseTerms(json: string): Term[] {
  const [examples, terms] = JSON.parse(json) as Packed;
  return terms.map(([key, term, statements, i]) => {
    const [turn, text] = examples[i]!;
    return { key, term, statements, example: { turn, text } };
  });
}
