import { z } from 'zod';

/**
 * A day, month or year that a user names: 2022-01-10, 2022-01 or 2022 (ISO 8601, as EDTF level 0). A day that no calendar has
 * and any other text are refused; an empty field of a form is none.
 */
export const dayField = () =>
  z.string().refine((v) => v === '' || isDay(v), 'a day, month or year, as 2022-01-10, 2022-01 or 2022');

function isDay(value: string): boolean {
  const m = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/u.exec(value);
  if (!m) return false;
  const [year, month, day] = [Number(m[1]), Number(m[2] ?? 1), Number(m[3] ?? 1)];
  return month >= 1 && month <= 12 && day >= 1 && day <= lastOf(year, month);
}

/** The last day of what was named: 2022-02 -> 2022-02-28; undefined where nothing was. */
export function lastDayOf(value: string | undefined): string | undefined {
  if (!value) return undefined;
  const [year, month = '12', day] = value.split('-');
  return `${year}-${month}-${day ?? String(lastOf(Number(year), Number(month))).padStart(2, '0')}`;
}

const lastOf = (year: number, month: number): number => {
  const date = new Date(Date.UTC(2000, month, 0));
  date.setUTCFullYear(year, month, 0);
  return date.getUTCDate();
};
