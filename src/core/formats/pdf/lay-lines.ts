import type { PdfPage, PdfRun } from '../../model/index.ts';

/** A printed line, or the part of it that stands in one column. Units are PDF points, y grows upwards. */
export interface PdfLine {
  readonly page: number;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  /** height of the largest type in it */
  readonly size: number;
  /** the font of its longest run; a name inside the file only */
  readonly font: string;
  readonly text: string;
}

/** Runs whose baselines lie this close (as a share of their height) stand on one line: superscripts do, the next line does not. */
const SAME_LINE = 0.45;
/** A gap wider than this share of the type's height is a space, if none is printed. */
const SPACE = 0.15;

/** The lines of a page from top to bottom; each line's runs from left to right. */
export function layLines(page: PdfPage): PdfRun[][] {
  const runs = page.runs.filter((r) => /\S/.test(r.text) && Number.isFinite(r.x) && Number.isFinite(r.y));
  const byHeight = [...runs].sort((a, b) => b.y - a.y || a.x - b.x);
  const lines: PdfRun[][] = [];
  let base: PdfRun | null = null;
  for (const run of byHeight) {
    const near = base && Math.abs(base.y - run.y) <= SAME_LINE * Math.max(base.height, run.height, 1);
    if (near) lines.at(-1)!.push(run);
    else lines.push([run]);
    // the largest type on the line is its base, so that a superscript does not pull the line up
    if (!near || run.height > base!.height) base = run;
  }
  return lines.map((line) => withoutDoubles(line.sort((a, b) => a.x - b.x)));
}

/** Bold type made by printing the same words twice a hair apart: once is enough. */
function withoutDoubles(line: readonly PdfRun[]): PdfRun[] {
  return line.filter((run, i) => {
    const before = line[i - 1];
    return !(
      before &&
      before.text === run.text &&
      Math.abs(before.x - run.x) < 1.5 &&
      Math.abs(before.y - run.y) < 1.5
    );
  });
}

/** Runs of one line into its text. */
export function joinRuns(runs: readonly PdfRun[], page: number): PdfLine {
  let text = '';
  let right = Number.NEGATIVE_INFINITY;
  for (const run of runs) {
    const size = Math.max(run.height, 1);
    if (text && !/\s$/.test(text) && !/^\s/.test(run.text) && run.x - right > SPACE * size) text += ' ';
    text += run.text;
    right = Math.max(right, run.x + run.width);
  }
  return {
    page,
    left: runs[0]!.x,
    right,
    y: median(runs.map((r) => r.y)),
    size: Math.max(...runs.map((r) => r.height)),
    font: runs.reduce((a, b) => (b.text.length > a.text.length ? b : a)).font,
    text: printable(text),
  };
}

/** Symbol fonts put bullets in the private area, Word for Mac writes a hyphen as three. */
function printable(text: string): string {
  return text
    .replace(/[\uf0b7\uf02d\uf0a7\uf076]/g, '•')
    .replace(/[\uf0d8\uf0e0]/g, '➢')
    .replace(/[\uf0fc]/g, '✓')
    .replace(/-\u00ad\u2010/g, '-')
    .replace(/[ \t\r\n]+/g, ' ')
    .trim();
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
