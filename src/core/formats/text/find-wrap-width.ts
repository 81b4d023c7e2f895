import type { Line } from './cut-lines.ts';

/** Columns at which people and programs wrap. Longer lines are paragraphs of their own, shorter ones verse or tables. */
const NARROWEST = 40;
const WIDEST = 140;
/** The share of lines that reach the margin: prose with many short turns still has a fifth. */
const FULL_SHARE = 0.15;
const NEAR_MARGIN = 14;
/** The share of lines in the band, and how many lines it takes to see one (Security Council records put together again). */
const BAND_SHARE = 0.7;
const BAND_LINES = 12;

/** The column at which a text is hard-wrapped, or null when its lines are whole paragraphs. */
export function findWrapWidth(lines: readonly Line[]): number | null {
  const counts = new Uint32Array(WIDEST + 2);
  let n = 0;
  let long = 0;
  for (const line of lines) {
    const length = line.end - line.start;
    if (!length) continue;
    n++;
    const column = line.indent + length;
    if (column > WIDEST) long++;
    else counts[column]!++;
  }
  const band = n >= BAND_LINES ? findBand(counts, n) : null;
  // a few lines may stick out: addresses, tables
  if (n < 4 || long > n * 0.02 + 0.5) return band !== null && followsOn(lines, band) ? band : null;
  let over = long;
  let width = WIDEST;
  while (width > NARROWEST && over + counts[width]! <= n * 0.02) over += counts[width--]!;
  if (width <= NARROWEST) return null;
  if (band !== null && band < width && followsOn(lines, band)) return band;
  let near = 0;
  for (let c = Math.max(1, width - NEAR_MARGIN); c <= width; c++) near += counts[c]!;
  return near >= n * FULL_SHARE && followsOn(lines, width) ? width : null;
}

/**
 * The column below which most lines end close together. A text put together from wrapped pieces has some lines twice as
 * long as its margin; paragraphs of free length never end in so narrow a band.
 */
function findBand(counts: Uint32Array, n: number): number | null {
  let best = 0;
  let width = 0;
  for (let w = NARROWEST + 5; w <= WIDEST; w++) {
    let inside = 0;
    for (let c = w - NEAR_MARGIN; c <= w; c++) inside += counts[c]!;
    if (inside > best) {
      best = inside;
      width = w;
    }
  }
  return best >= n * BAND_SHARE ? width : null;
}

/** Hard-wrapped prose has lines that follow each other directly; one paragraph a line, each after an empty one, has none. */
function followsOn(lines: readonly Line[], width: number): boolean {
  let full = 0;
  let followed = 0;
  for (let i = 0; i + 1 < lines.length; i++) {
    const line = lines[i]!;
    if (line.indent + line.end - line.start < width - NEAR_MARGIN) continue;
    full++;
    if (lines[i + 1]!.end > lines[i + 1]!.start) followed++;
  }
  return full > 0 && followed / full > 0.5;
}
