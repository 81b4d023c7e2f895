import { DELETE, DELETE_OPEN, INFINITE, INSERT, REPLACE, REPLACE_AT_END } from './align.ts';

/**
 * How the words of a quotation stand in a stretch of text, by their ids alone: the alignment of `alignWords` without spelling,
 * numbers and marks. It takes some 10 µs, so that many places can be weighed before one is read.
 */
export interface Sketch {
  /** matched[i] is 1 where quote word i stands there, in order */
  readonly matched: Uint8Array;
  /** longest run of matched words */
  readonly run: number;
  /** lower is better; 100 is one word added */
  readonly cost: number;
  /** where in the stretch the quotation's first word stands, or would stand; and the end of its last */
  readonly s0: number;
  readonly s1: number;
}

const SAME = 1;
const CHANGED = 2;
const ADDED = 3;
const LEFT_OUT = 4;

/** Tables of the last sketch, used again: a new one each time would cost as much as filling it. */
let width = 0;
let from = new Uint8Array(0);
let cost = new Int32Array(0);

/**
 * @param spelled other ids under which the quote's words may stand: those of their usual spelling
 * @param at where in `source` the first quote word would stand
 * @param slack how far from there, and from the places that follow, words are looked for
 */
export function sketchWords(
  quote: Uint32Array,
  spelled: Uint32Array,
  source: Uint32Array,
  at: number,
  slack: number,
): Sketch {
  const m = quote.length;
  const k = source.length;
  width = k + 1;
  if (from.length < (m + 1) * width) from = new Uint8Array(2 * (m + 1) * width);
  if (cost.length < width) cost = new Int32Array(2 * width);
  // cost[j]: the best way to have the words so far end before source word j
  cost.fill(0, 0, width);
  for (let i = 0; i < m; i++) {
    const q = quote[i]!;
    const other = spelled[i]!;
    const low = Math.max(0, at + i - slack);
    const high = Math.min(k, at + i + slack + 1);
    const change = i === 0 || i === m - 1 ? REPLACE_AT_END : REPLACE;
    const isLast = i === m - 1;
    const row = (i + 1) * width;
    let diagonal = low > 0 ? cost[low - 1]! : INFINITE;
    let left = INFINITE;
    let gap = INFINITE;
    for (let j = low; j <= high; j++) {
      const above = cost[j]!;
      let best = above + INSERT;
      let op = ADDED;
      if (j > 0 && diagonal < INFINITE) {
        const s = source[j - 1]!;
        const isSame = s === q || s === other;
        const price = diagonal + (isSame ? 0 : change);
        if (price <= best) {
          best = price;
          op = isSame ? SAME : CHANGED;
        }
      }
      if (!isLast && left < INFINITE) {
        gap = Math.min(left + DELETE_OPEN, gap) + DELETE;
        if (gap < best) {
          best = gap;
          op = LEFT_OUT;
        }
      }
      diagonal = above;
      cost[j] = best;
      from[row + j] = op;
      left = best;
    }
    if (low > 0) cost[low - 1] = INFINITE;
    if (high < k) cost[high + 1] = INFINITE;
  }
  let end = Math.max(0, Math.min(k, at + m - 1 - slack));
  for (let j = end; j <= Math.min(k, at + m + slack); j++) if (cost[j]! < cost[end]!) end = j;
  return { ...trace(m, end), cost: cost[end]! };
}

function trace(m: number, end: number): Omit<Sketch, 'cost'> {
  const matched = new Uint8Array(m);
  let [run, best] = [0, 0];
  let j = end;
  let [firstQ, firstS, lastQ, lastS] = [-1, 0, 0, 0];
  for (let i = m; i > 0; ) {
    const op = from[i * width + j]!;
    if (op === LEFT_OUT) {
      j--;
      run = 0;
      continue;
    }
    if (op === SAME) {
      matched[i - 1] = 1;
      if (firstQ < 0) [lastQ, lastS] = [i, j];
      [firstQ, firstS] = [i - 1, j - 1];
      if (++run > best) best = run;
    } else run = 0;
    if (op !== ADDED) j--;
    i--;
  }
  return { matched, run: best, s0: firstS - Math.max(0, firstQ), s1: lastS + m - lastQ };
}
