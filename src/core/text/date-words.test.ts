import { expect, it } from 'vitest';
import { dateWords } from './date-words.ts';

it.each([
  [null, 'day not known'],
  ['2022-01-06', '6 January 2022'],
  ['2022-01', 'January 2022'],
  ['2022~', 'about 2022'],
  ['2025-06?', 'June 2025 (uncertain)'],
  ['2025%', 'about 2025 (uncertain)'],
  ['2023-04-18/2023-04-19', '18–19 April 2023'],
  ['2023-04-30/2023-05-02', '30 April 2023 to 2 May 2023'],
  ['2021-12~/2022-01-06', 'about December 2021 to 6 January 2022'],
  ['2023-04/..', 'April 2023 onwards'],
  ['../2023-04', 'until April 2023'],
  ['1998-W35', 'week of 24 August 1998'],
  ['2021-W01', 'week of 4 January 2021'],
  ['2022-W52', 'week of 26 December 2022'],
  ['1998-Q2', 'second quarter of 1998'],
  ['2014-SP', 'spring 2014'],
  ['201X', 'the 2010s'],
  ['XXXX-02-03', '3 February (year not stated)'],
  ['XXXX-WXX-1', 'a Monday'],
  ['2022-01-06T14:30', '6 January 2022, 14:30'],
  ['2022-01-06TEV', '6 January 2022, evening'],
  ['P3D', '3 days'],
  ['P1Y6M', '1 year 6 months'],
  ['PXM', 'some months'],
  ['PT2H', '2 hours'],
  ['PRESENT_REF', 'the time of speaking'],
  ['2022-13', '2022-13'],
  ['P', 'P'],
  ['whenever', 'whenever'],
])('%s for a reader', (value, words) => {
  expect(dateWords(value)).toBe(words);
});
