import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { QuoteCheck } from '../src/core/model/index.ts';
import { openTemporaryRecord, ROOT, readLines } from './sample-record.ts';

/** The quotations of the seed interview, as the shared corpora judge them. */
const CORPORA = join(ROOT, '../shared/corpora');
const isThere = existsSync(join(CORPORA, 'quotes/seed-004.json'));
if (!isThere) console.log('skipped: no seeds in ../shared/corpora beside this checkout');

interface SeedCase {
  readonly id: string;
  readonly quote: string;
  readonly acceptable: boolean;
  readonly meaningChanged: boolean;
  readonly attributedTo: { readonly speaker: string };
}

describe.skipIf(!isThere)('quotations of the seed interview', () => {
  const record = isThere ? openTemporaryRecord() : null;
  afterAll(() => record?.close());

  test('[Q2] none that was turned is acceptable, and the others are', () => {
    const added = record!.run('add', join(CORPORA, 'seeds/004_82d2987d71220e31.txt'), '--json');
    expect(added.status, added.stderr).toBe(0);
    const { cases } = JSON.parse(readFileSync(join(CORPORA, 'quotes/seed-004.json'), 'utf8')) as { cases: SeedCase[] };
    const lines = cases.map((c) => JSON.stringify({ id: c.id, quote: c.quote, speaker: c.attributedTo.speaker }));
    const answers = readLines<QuoteCheck>(record!.runWith(lines.join('\n'), 'check', '--jsonl').stdout);
    expect(answers.map((a) => a.id)).toEqual(cases.map((c) => c.id));
    expect(cases.filter((c, i) => c.meaningChanged && answers[i]!.acceptable).map((c) => c.id)).toEqual([]);
    const right = cases.filter((c, i) => c.acceptable === answers[i]!.acceptable).length;
    expect(right / cases.length).toBeGreaterThanOrEqual(0.98);
  }, 60_000);
});
