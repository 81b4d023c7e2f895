import { DIGEST_REVISION } from '../../../core/ledger/digest/digest-record.ts';
import type { Statement } from '../../../core/ledger/statement.ts';
import type { Projection } from '../projection.ts';
import { packNumbers, STATEMENTS_A_PART, writeStatements } from './pack-statements.ts';
import { packParts } from './parts.ts';

/**
 * Claims with a speaker, for timelines and comparisons: as numbers and as they are printed (`statement_set`), and which of
 * them speak to what (`subject`: topics as `t:ID`, entities as `e:ID`).
 */
export const STATEMENT_PROJECTION: Projection = {
  name: 'statements',
  migrations: [
    {
      name: 'statements-001',
      sql: `
      create table statement_set (
        n integer primary key references version(n),
        revision integer not null, -- of the digest
        count integer not null,
        numbers blob not null,
        ends blob not null,
        parts blob not null -- deflated JSON, ${STATEMENTS_A_PART} statements each
      );
      create table subject (
        subject text not null,
        n integer not null references version(n),
        count integer not null,
        places blob not null, -- 32 bits each, ascending
        primary key (subject, n)
      ) without rowid;
      create index subject_version on subject (n);
      `,
    },
    {
      name: 'statements-002',
      sql: `
      -- whether all documents are digested is asked at each opening; the rows themselves are long
      create index statement_set_revision on statement_set (revision);
      `,
    },
  ],
  add(db, { n, record, digest }) {
    const { statements } = digest;
    const ordinals = new Map(record.turns.map((t, i) => [t.id, i]));
    const { ends, parts } = packParts(statements, STATEMENTS_A_PART, writeStatements);
    db.run(
      'insert into statement_set (n, revision, count, numbers, ends, parts) values (?, ?, ?, ?, ?, ?)',
      n,
      DIGEST_REVISION,
      statements.length,
      packNumbers(statements, (turn) => ordinals.get(turn) ?? -1),
      ends,
      parts,
    );
    for (const [subject, places] of subjectsOf(statements))
      db.run(
        'insert into subject (subject, n, count, places) values (?, ?, ?, ?)',
        subject,
        n,
        places.length,
        new Uint8Array(Uint32Array.from(places).buffer),
      );
  },
  remove(db, n) {
    for (const table of ['statement_set', 'subject']) db.run(`delete from ${table} where n = ?`, n);
  },
  *inspect(db) {
    const mend = 'Run "onrecord rebuild".';
    const wrong = db.all<{ id: string; what: string }>(`
      select id, 'its statements are not in the index' as what from version join head using (n)
        where n not in (select n from statement_set)
      union all
      select id, 'statements of it are missing' from statement_set join version using (n)
        where (count + ${STATEMENTS_A_PART - 1}) / ${STATEMENTS_A_PART} * 4 <> length(ends)
      union all
      select id, 'a subject counts statements that are not there' from subject join version using (n)
        where subject.count * 4 <> length(places) or subject.count > coalesce((select count from statement_set s where s.n = subject.n), 0)
      order by 1, 2`);
    for (const { id, what } of wrong) yield { kind: 'statements', id, what, mend };
  },
};

function subjectsOf(statements: readonly Statement[]): Map<string, number[]> {
  const subjects = new Map<string, number[]>();
  for (const [place, s] of statements.entries()) {
    const about = [...s.claim.topics.map((t) => `t:${t}`), ...[...s.entities].map((e) => `e:${e}`)];
    for (const subject of new Set(about)) {
      const places = subjects.get(subject);
      if (places) places.push(place);
      else subjects.set(subject, [place]);
    }
  }
  return subjects;
}
