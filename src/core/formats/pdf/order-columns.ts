import type { PdfPage, PdfRun } from '../../model/index.ts';
import { joinRuns, layLines, type PdfLine } from './lay-lines.ts';

/** A gutter must part at least so many lines: tables and letterheads have gaps too. */
const MIN_LINES = 6;
/** Lines that run across a gutter, at most this share of those it parts. */
const MAX_CROSSING = 0.34;
/** Columns in columns: three levels are eight columns, more than any page has. */
const MAX_SPLITS = 3;

/**
 * The lines of a page in reading order: where a gutter runs down the page, the left column before the right one; a line
 * across the gutter (a heading, a footnote rule) closes both columns.
 */
export function orderColumns(page: PdfPage, number: number): PdfLine[] {
  return order(layLines(page), number, MAX_SPLITS);
}

function order(lines: readonly PdfRun[][], page: number, splits: number): PdfLine[] {
  const gutter = splits > 0 ? findGutter(lines) : null;
  if (gutter === null) return lines.map((runs) => joinRuns(runs, page));
  const out: PdfLine[] = [];
  let left: PdfRun[][] = [];
  let right: PdfRun[][] = [];
  const flush = () => {
    out.push(...order(left, page, splits - 1), ...order(right, page, splits - 1));
    left = [];
    right = [];
  };
  for (const runs of lines) {
    if (crosses(runs, gutter)) {
      flush();
      out.push(joinRuns(runs, page));
      continue;
    }
    const before = runs.filter((r) => r.x < gutter);
    const after = runs.filter((r) => r.x >= gutter);
    if (before.length) left.push(before);
    if (after.length) right.push(after);
  }
  flush();
  return out;
}

const endOf = (run: PdfRun) => run.x + run.width;
const crosses = (runs: readonly PdfRun[], x: number) => runs.some((r) => r.x < x - 1 && endOf(r) > x + 1);

/** The x that parts most lines in two, when hardly any line runs across it and both sides are columns of prose. */
function findGutter(lines: readonly PdfRun[][]): number | null {
  if (lines.length < MIN_LINES) return null;
  const left = Math.min(...lines.map((l) => l[0]!.x));
  const right = Math.max(...lines.map((l) => Math.max(...l.map(endOf))));
  const candidates = new Map<number, number>();
  for (const runs of lines)
    for (let i = 1; i < runs.length; i++) {
      const size = Math.max(runs[i]!.height, 1);
      const gap = runs[i]!.x - endOf(runs[i - 1]!);
      // a gutter is wider than the widest space of a justified line
      if (gap < 1.2 * size) continue;
      const middle = Math.round((endOf(runs[i - 1]!) + gap / 2) / 4) * 4;
      if (middle > left + (right - left) * 0.2 && middle < left + (right - left) * 0.8)
        candidates.set(middle, (candidates.get(middle) ?? 0) + 1);
    }
  for (const [x] of [...candidates].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, 5)) {
    const parted = lines.filter((runs) => !crosses(runs, x) && runs.some((r) => r.x < x) && runs.some((r) => r.x >= x));
    const crossing = lines.filter((runs) => crosses(runs, x));
    if (parted.length < MIN_LINES || crossing.length > MAX_CROSSING * parted.length) continue;
    if (
      isProse(parted.map((runs) => runs.filter((r) => r.x < x))) &&
      isProse(parted.map((runs) => runs.filter((r) => r.x >= x)))
    )
      return x;
  }
  return null;
}

/** A column of prose has lines of several words; a column of numbers or line numbers has not. */
function isProse(lines: readonly PdfRun[][]): boolean {
  const words = lines.map(
    (runs) =>
      runs
        .map((r) => r.text)
        .join(' ')
        .split(/\s+/)
        .filter((w) => /\p{L}{2}/u.test(w)).length,
  );
  return words.filter((n) => n >= 3).length >= 0.6 * words.length;
}
