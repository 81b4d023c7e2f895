/** A place where a pattern stands with some edits; offsets are UTF-16 units of the text. */
export interface ApproximateHit {
  readonly start: number;
  readonly end: number;
  readonly errors: number;
}

/** A word of the pattern is a seed only if it stands at most this often in the text, so that the work stays linear. */
const MAX_SEED_PLACES = 64;
/** Cells of one distance table: bounds the work on a hostile or very long pattern. */
const MAX_CELLS = 16_000_000;

/**
 * Places where `pattern` stands in `text` with at most `maxErrors` character edits, best first, not overlapping.
 * Candidates come from the pattern's rare words; each is then measured exactly with Sellers' algorithm (1980), in a
 * window around it. A passage that shares no rare word with the pattern is not found: that is no anchor.
 */
export function findApproximate(text: string, pattern: string, maxErrors: number): ApproximateHit[] {
  const windows = candidateWindows(text, pattern, maxErrors);
  const hits: ApproximateHit[] = [];
  for (const [from, to] of windows) {
    const hit = bestInWindow(text.slice(from, to), pattern, maxErrors);
    if (hit) hits.push({ start: hit.start + from, end: hit.end + from, errors: hit.errors });
  }
  hits.sort((a, b) => a.errors - b.errors || a.start - b.start);
  return hits.filter((h, i) => !hits.slice(0, i).some((k) => k.start < h.end && h.start < k.end));
}

function candidateWindows(text: string, pattern: string, maxErrors: number): [number, number][] {
  const spans: [number, number][] = [];
  const seen = new Set<string>();
  for (const m of pattern.matchAll(/[\p{L}\p{N}]{3,}/gu)) {
    const word = m[0];
    if (seen.has(word)) continue;
    seen.add(word);
    const places: number[] = [];
    for (let at = text.indexOf(word); at >= 0 && places.length <= MAX_SEED_PLACES; at = text.indexOf(word, at + 1))
      places.push(at);
    if (places.length > MAX_SEED_PLACES) continue;
    for (const at of places) {
      const begin = Math.max(0, at - m.index - maxErrors);
      spans.push([begin, Math.min(text.length, begin + pattern.length + 2 * maxErrors)]);
    }
  }
  // a passage is worth measuring when several of the pattern's rare words point at it
  const votes = new Map<number, number>();
  const step = Math.max(1, maxErrors);
  for (const [begin] of spans) {
    const key = Math.floor(begin / step);
    for (const k of [key - 1, key, key + 1]) votes.set(k, (votes.get(k) ?? 0) + 1);
  }
  const best = spans
    .map((s) => ({ span: s, votes: votes.get(Math.floor(s[0] / step)) ?? 0 }))
    .sort((a, b) => b.votes - a.votes || a.span[0] - b.span[0]);
  const chosen: [number, number][] = [];
  for (const { span } of best) {
    if (chosen.length === 8) break;
    if (!chosen.some((c) => Math.abs(c[0] - span[0]) <= step)) chosen.push(span);
  }
  return chosen;
}

/** Sellers: the cheapest end point of the pattern in the window, with the start it was reached from. */
function bestInWindow(window: string, pattern: string, maxErrors: number): ApproximateHit | null {
  const m = pattern.length;
  if (m === 0 || window.length * m > MAX_CELLS) return null;
  let cost = Array.from({ length: m + 1 }, (_, i) => i);
  let from = new Array<number>(m + 1).fill(0);
  let best: ApproximateHit | null = null;
  for (let j = 1; j <= window.length; j++) {
    const nextCost = new Array<number>(m + 1);
    const nextFrom = new Array<number>(m + 1);
    nextCost[0] = 0;
    nextFrom[0] = j;
    for (let i = 1; i <= m; i++) {
      const same = pattern[i - 1] === window[j - 1] ? 0 : 1;
      let c = cost[i - 1]! + same;
      let f = from[i - 1]!;
      if (cost[i]! + 1 < c) {
        c = cost[i]! + 1;
        f = from[i]!;
      }
      if (nextCost[i - 1]! + 1 < c) {
        c = nextCost[i - 1]! + 1;
        f = nextFrom[i - 1]!;
      }
      nextCost[i] = c;
      nextFrom[i] = f;
    }
    cost = nextCost;
    from = nextFrom;
    if (cost[m]! <= maxErrors && (!best || cost[m]! < best.errors))
      best = { start: from[m]!, end: j, errors: cost[m]! };
  }
  return best;
}
