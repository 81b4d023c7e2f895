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
type Answer = QuoteCheck & { quote: string };

const key: Record<string, Judged[]> = JSON.parse(readFileSync(join(ROOT, 'corpus/articles-key.json'), 'utf8')).articles;
const sample = openTemporaryRecord();
beforeAll(() => {
  sample.run('add', 'samples/record', '--json');
});
afterAll(() => sample.close());

describe.for(Object.entries(key))('%s, one quotation at a time', ([, judged]) => {
  test.for(judged)('[Q2] "$quote" is $verdict', ({ quote, speaker, verdict, acceptable, flag }) => {
    const answer = sample.ask<Answer>('check', quote, '--speaker', speaker);
    expect({ verdict: answer.verdict, acceptable: answer.acceptable }, answer.why).toEqual({ verdict, acceptable });
    if (flag) expect(answer.edits.flatMap((e) => e.flags)).toContain(flag);
    for (const m of answer.matches) {
      const { text } = sample.ask<{ text: string }>('show', m.document);
      expect(text.slice(m.start, m.end)).toBe(m.text);
    }
  });
});

test.for(Object.entries(key))(
  'the quotations of %s are found in it, with who is said to have said them',
  ([file, judged]) => {
    const { stdout, status } = sample.run('check', '--file', file, '--json');
    expect(status).toBe(1);
    const answers = readLines<Answer>(stdout);
    const plain = (text: string) => text.replace(/[,.]$/, '');
    for (const { quote, verdict, acceptable } of judged) {
      const answer = answers.find((a) => a.quote !== undefined && plain(a.quote) === plain(quote));
      expect({ quote, verdict: answer?.verdict, acceptable: answer?.acceptable }).toEqual({
        quote,
        verdict,
        acceptable,
      });
    }
  },
);
