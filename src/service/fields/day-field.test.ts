import { expect, it } from 'vitest';
import { dayField, lastDayOf } from './day-field.ts';

it.each([
  ['2022-01-10', true],
  ['2022-01', true],
  ['2022', true],
  ['', true],
  ['2024-02-29', true],
  ['2023-02-29', false],
  ['2022-13', false],
  ['2022-00-10', false],
  ['10 January 2022', false],
  ['nonsense', false],
  ['2022-01-10T10:00:00Z', false],
])('%s is a day: %s', (value, is) => {
  expect(dayField().safeParse(value).success).toBe(is);
});

it.each([
  ['2022-01-10', '2022-01-10'],
  ['2022-02', '2022-02-28'],
  ['2024-02', '2024-02-29'],
  ['2022', '2022-12-31'],
  ['0099-02', '0099-02-28'],
  ['', undefined],
  [undefined, undefined],
])('%s ends on %s', (value, last) => {
  expect(lastDayOf(value)).toBe(last);
});
