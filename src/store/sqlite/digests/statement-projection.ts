import { DIGEST_REVISION } from '../../../core/ledger/digest/digest-record.ts';
import type { Statement } from '../../../core/ledger/statement.ts';
import type { Projection } from '../projection.ts';
import { FIELDS, joinNumbers, packNumbers } from './pack-numbers.ts';
import { writeStatements } from './pack-words.ts';
import { packParts } from './parts.ts';

/** Statements of a version that are deflated together: few enough that reading one is cheap, enough to compress well. */
export const STATEMENTS_A_PART = 8;

/**
 * Claims with a speaker, for timelines and comparisons: as numbers, all of a version (`statement_set`) and again those that speak
 * to a subject (`subject`: topics as `t:ID`, entities as `e:ID`), so that a timeline reads one stretch of the file; and as
 * they are printed (`statement_words`).
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
        parts blob not null -- deflated JSON, 16 statements each
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
    {
      name: 'statements-003',
      sql: `
      drop table statement_set;
      drop table subject;
      create table statement_set (
        n integer primary key references version(n),
        revision integer not null, -- of the digest
        count integer not null,
        numbers blob not null
      );
      create index statement_set_revision on statement_set (revision);
      create table statement_words (
        n integer primary key references version(n),
        ends blob not null,
        parts blob not null -- deflated JSON, ${STATEMENTS_A_PART} statements each
      );
      create table subject (
        subject text not null,
        n integer not null references version(n),
        count integer not null,
        numbers blob not null, -- of the statements that speak to it
        primary key (subject, n)
      ) without rowid;
      create index subject_version on subject (n);
      -- topics are counted without the numbers
      create index subject_topic on subject (subject, n, count) where subject >= 't:' and subject < 't;';
      `,
    },
  ],
  add(db, { n, record, digest }) {
    const { statements } = digest;
    const ordinals = new Map(record.turns.map((t, i) => [t.id, i]));
    const numbers = packNumbers(statements, (turn) => ordinals.get(turn) ?? -1);
    db.run(
      'insert into statement_set (n, revision, count, numbers) values (?, ?, ?, ?)',
      n,
      DIGEST_REVISION,
      statements.length,
      joinNumbers(numbers),
    );
    const { ends, parts } = packParts(statements, STATEMENTS_A_PART, writeStatements);
    db.run('insert into statement_words (n, ends, parts) values (?, ?, ?)', n, ends, parts);
    for (const [subject, places] of subjectsOf(statements))
      db.run(
        'insert into subject (subject, n, count, numbers) values (?, ?, ?, ?)',
        subject,
        n,
        places.length,
        joinNumbers(places.map((place) => numbers[place]!)),
      );
  },
  remove(db, n) {
    for (const table of ['statement_set', 'statement_words', 'subject']) db.run(`delete from ${table} where n = ?`, n);
  },
  *inspect(db) {
    const mend = 'Run "onrecord rebuild".';
    const wrong = db.all<{ id: string; what: string }>(`
      select id, 'its statements are not in the index' as what from version join head using (n)
        where n not in (select n from statement_set)
      union all
      select id, 'statements of it are missing' from statement_set join version using (n) left join statement_words using (n)
        where ends is null or (count + ${STATEMENTS_A_PART - 1}) / ${STATEMENTS_A_PART} * 4 <> length(ends)
      union all
      select id, 'a subject counts statements that are not there' from subject join version using (n)
        where length(subject.numbers) < subject.count * ${FIELDS * 4} or subject.count > coalesce((select count from statement_set s where s.n = subject.n), 0)
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
