import type { PdfPage, PdfRun } from '../../model/index.ts';

/** A page has line numbers when at least this many stand in its margin. */
const MIN_NUMBERS = 5;

/**
 * Part the line numbers in the margin of a page from its text. They count upwards by one or by five at one edge of the
 * page; kept aside, because between the lines they would cut every sentence.
 */
export function takeLineNumbers(page: PdfPage): { page: PdfPage; numbers: PdfRun[] } {
  const words = page.runs.filter((r) => /\p{L}/u.test(r.text));
  if (words.length < MIN_NUMBERS) return { page, numbers: [] };
  const left = words.reduce((min, r) => Math.min(min, r.x), Number.POSITIVE_INFINITY);
  const right = words.reduce((max, r) => Math.max(max, r.x + r.width), Number.NEGATIVE_INFINITY);
  for (const inMargin of [(r: PdfRun) => r.x + r.width <= left + 1, (r: PdfRun) => r.x >= right - 1]) {
    const numbers = page.runs.filter((r) => /^\s*\d{1,4}\s*$/.test(r.text) && inMargin(r)).sort((a, b) => b.y - a.y);
    if (numbers.length < MIN_NUMBERS || !isCounting(numbers.map((r) => Number(r.text)))) continue;
    const taken = new Set(numbers);
    return { page: { ...page, runs: page.runs.filter((r) => !taken.has(r)) }, numbers };
  }
  return { page, numbers: [] };
}

/** Most steps are the same, one or five. */
function isCounting(values: readonly number[]): boolean {
  const steps = values.slice(1).map((v, i) => v - values[i]!);
  return [1, 5].some((step) => steps.filter((s) => s === step).length >= 0.8 * steps.length);
}
