import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const read = (path: string) => readFileSync(at(path), 'utf8');
/** The words of a sample without markup, one space between words. */
const words = (name: string) =>
  read(`samples/record/${name}`)
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('**', '')
    .replace(/\s+/g, ' ')
    .replace(/ ([.,])/g, '$1');
const stands = (name: string, quote: string) => existsSync(at(`samples/record/${name}`)) && words(name).includes(quote);

interface AsOf {
  id: string;
  section: string;
  asOf: string;
  expect: { status?: string; absent?: boolean };
  evidence: { document: string; quote: string }[];
}
interface Compared {
  id: string;
  a: string;
  b: string;
  relation: string;
  aQuote: string | null;
  bQuote: string | null;
}
const asOf: { statuses: Record<string, string[]>; rows: AsOf[] } = JSON.parse(read('corpus/as-of-key.json'));
const compared: { relations: string[]; rows: Compared[] } = JSON.parse(read('corpus/compare-key.json'));

test('the as-of key rests on words that stand in the samples and on its own closed lists', () => {
  const wrong = asOf.rows.filter(
    (row) =>
      !row.evidence.every((e) => stands(e.document, e.quote)) ||
      !(row.expect.absent || asOf.statuses[row.section]?.includes(row.expect.status ?? '')),
  );
  expect(wrong).toEqual([]);
  expect(asOf.rows.length).toBeGreaterThanOrEqual(60);
  expect(new Set(asOf.rows.map((r) => r.section)).size).toBe(12);
});

test('the compare key rests on words that stand in the samples', () => {
  const wrong = compared.rows.filter(
    (row) =>
      !(row.aQuote === null || stands(row.a, row.aQuote)) ||
      !(row.bQuote === null || stands(row.b, row.bQuote)) ||
      !compared.relations.includes(row.relation),
  );
  expect(wrong).toEqual([]);
  expect(compared.rows.length).toBeGreaterThanOrEqual(40);
  expect(new Set(compared.rows.map((r) => r.relation)).size).toBe(compared.relations.length);
});
