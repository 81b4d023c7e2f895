import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { QuoteCheck } from '../src/core/model/index.ts';
import { openTemporaryRecord, ROOT, readLines } from './sample-record.ts';

/** What a reader says about one quotation of an article; corpus/articles-key.json. */
interface Judged {
  readonly quote: string;
  readonly speaker: string;
  readonly verdict: string;
  readonly acceptable: boolean;
  readonly flag?: string;
}
type Answer = QuoteCheck & { quote?: string };

const key: Record<string, Judged[]> = JSON.parse(readFileSync(join(ROOT, 'corpus/articles-key.json'), 'utf8')).articles;
const judged = Object.values(key).flat();
const sample = openTemporaryRecord();
const texts = new Map<string, string>();
let answers: Answer[] = [];

beforeAll(() => {
  sample.run('add', 'samples/record', '--json');
  for (const { document, text } of sample.records()) texts.set(document.id, text);
  const lines = judged.map(({ quote, speaker }, i) => JSON.stringify({ id: String(i), quote, speaker }));
  answers = readLines(sample.runWith(`${lines.join('\n')}\n`, 'check', '--jsonl', '--json').stdout);
});
afterAll(() => sample.close());

describe('one quotation of the articles at a time', () => {
  test.for(judged.map((row, i) => ({ ...row, i })))('[Q2] "$quote" is $verdict', (row) => {
    const answer = answers[row.i]!;
    expect({ verdict: answer.verdict, acceptable: answer.acceptable }, answer.why).toEqual({
      verdict: row.verdict,
      acceptable: row.acceptable,
    });
    if (row.flag) expect(answer.edits.flatMap((e) => e.flags)).toContain(row.flag);
    for (const m of answer.matches) expect(texts.get(m.document)?.slice(m.start, m.end)).toBe(m.text);
  });
});

test.for(Object.entries(key))('the quotations of %s are found in it, each with its speaker', ([file, rows]) => {
  const { stdout, status } = sample.run('check', '--file', file, '--json');
  expect(status).toBe(1);
  const { items } = JSON.parse(stdout) as { items: { quote: string; speaker: string; check: QuoteCheck | null }[] };
  const plain = (text: string) => text.replace(/[,.]$/, '');
  for (const { quote, speaker, verdict, acceptable } of rows) {
    const item = items.find((i) => plain(i.quote) === plain(quote));
    const got = { quote, verdict: item?.check?.verdict, acceptable: item?.check?.acceptable };
    expect(got, item?.check?.why).toEqual({ quote, verdict, acceptable });
    expect(speaker, quote).toContain(item!.speaker);
  }
});
