import type { Tenure } from './vocabulary.ts';

/**
 * Was the tenure running on that day (EDTF, a day or a year)? An unknown end is unknown: only `..` or a date answers, and
 * `2025-06?` answers up to then.
 */
export function holdsOn(tenure: Tenure, day: string | null): boolean {
  if (day === null || tenure.from === null || tenure.to === null) return false;
  const from = tenure.from.slice(0, day.length);
  // a vague day (a year) must lie wholly inside what is known of the tenure
  const afterStart = day.length >= tenure.from.length ? day.slice(0, tenure.from.length) >= tenure.from : day > from;
  if (tenure.to === '..') return afterStart;
  const to = tenure.to.replace(/[?~%]$/, '');
  const beforeEnd = day.length >= to.length ? day.slice(0, to.length) <= to : day < to.slice(0, day.length);
  return afterStart && beforeEnd;
}
