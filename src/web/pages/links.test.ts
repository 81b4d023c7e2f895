import { expect, it } from 'vitest';
import { dateWords, partPath, withQuery } from './links.ts';

it.each([
  [null, 'day not known'],
  ['2022-01-06', '6 January 2022'],
  ['2022-01', 'January 2022'],
  ['2022~', 'about 2022'],
  ['2025-06?', 'June 2025 (uncertain)'],
  ['2023-04-18/2023-04-19', '18–19 April 2023'],
  ['2023-04-30/2023-05-02', '30 April 2023 to 2 May 2023'],
  ['2023-04/..', 'April 2023 onwards'],
  ['1998-W35', '1998-W35'],
])('%s for a reader', (edtf, words) => {
  expect(dateWords(edtf)).toBe(words);
});

it('a turn has an address of its own, and empty values leave no trace in one', () => {
  expect(partPath('ver:3fa9c1d0b27e/t-5f2c91')).toBe('/d/3fa9c1d0b27e/t-5f2c91#x');
  expect(withQuery('/check', { quote: 'a & b', speaker: '' })).toBe('/check?quote=a+%26+b');
});
