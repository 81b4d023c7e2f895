import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The shared corpora beside the checkout. */
export const CORPORA = fileURLToPath(new URL('../../shared/corpora', import.meta.url));

/** Ends the bench with a reason where the corpora are not there. */
export function needCorpus(name: string): string {
  const path = `${CORPORA}/${name}`;
  if (existsSync(path)) return path;
  console.log(`skipped: no ${name} in ../shared/corpora beside this checkout`);
  process.exit(0);
}

/** Rows of one shape as aligned columns; numbers to the right. */
export function printTable(rows: readonly Readonly<Record<string, string | number>>[]): void {
  const columns = Object.keys(rows[0] ?? {});
  const width = columns.map((c) => Math.max(c.length, ...rows.map((r) => String(r[c]).length)));
  const line = (cells: readonly (string | number)[]) =>
    cells.map((v, i) => (typeof v === 'number' ? String(v).padStart(width[i]!) : v.padEnd(width[i]!))).join('  ');
  console.log(line(columns));
  for (const row of rows) console.log(line(columns.map((c) => row[c]!)));
}

export const round = (value: number, digits = 3) => Number(value.toFixed(digits));
