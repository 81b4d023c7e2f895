import { expect, test } from 'vitest';
import { cutLines } from './cut-lines.ts';
import { findWrapWidth } from './find-wrap-width.ts';

const line = (length: number) =>
  'word '
    .repeat(Math.ceil(length / 5))
    .slice(0, length - 1)
    .concat('x');

test.each<[string, number[], number | null]>([
  ['wrapped at 60', [58, 60, 57, 59, 60, 22], 60],
  [
    'wrapped pieces put together: some lines are twice as long',
    [52, 54, 55, 108, 51, 53, 55, 54, 97, 52, 55, 53, 54, 52, 50, 55],
    55,
  ],
  ['paragraphs of free length', [30, 290, 120, 75, 410, 55, 140, 98, 230, 61, 88, 350, 47], null],
  ['short answers', [12, 15, 9, 22, 14, 18, 11, 16, 20, 13, 17, 10], null],
])('%s', (_, lengths, width) => {
  const found = findWrapWidth(cutLines(lengths.map(line).join('\n')));
  expect(found === null ? null : Math.abs(found - (width ?? 0)) <= 3).toBe(width === null ? null : true);
});
