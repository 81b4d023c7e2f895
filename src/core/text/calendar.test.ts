import { expect, test } from 'vitest';
import { daysApart, extentOf } from './calendar.ts';

test.each<[string, string | null, string | null]>([
  ['2022-01-06', '2022-01-06', '2022-01-06'],
  ['2022-02', '2022-02-01', '2022-02-28'],
  ['2024-02?', '2024-02-01', '2024-02-29'],
  ['2022', '2022-01-01', '2022-12-31'],
  ['2022-W02', '2022-01-10', '2022-01-16'],
  ['2020-W53', '2020-12-28', '2021-01-03'],
  ['2022-Q4', '2022-10-01', '2022-12-31'],
  ['2022-FA', '2022-09-01', '2022-11-30'],
  ['2022-WI', '2022-01-01', '2022-12-31'],
  ['199X', '1990-01-01', '1999-12-31'],
  ['2023-10-21~/2023-10-31', '2023-10-21', '2023-10-31'],
  ['2008/..', '2008-01-01', null],
  ['../2021-12-31', null, '2021-12-31'],
  ['XXXX-02-03', null, null],
  ['2022-02-30', null, null],
  ['P3Y', null, null],
  ['PRESENT_REF', null, null],
  ['', null, null],
])('%s reaches from %s to %s', (value, from, to) => expect(extentOf(value)).toEqual({ from, to }));

test('days between two days, over a leap day', () => expect(daysApart('2024-02-28', '2024-03-01')).toBe(2));
