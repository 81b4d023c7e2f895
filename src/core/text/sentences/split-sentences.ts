import type { Finding, Layer, Rules, Span } from '../../model/index.ts';
import { type Cut, type CutContext, REFINERS } from './cut-refiners.ts';
import { listItemCuts } from './list-item-cuts.ts';
import { sentenceWords } from './sentence-words.ts';

/** No sentence anyone spoke is longer; a 200 MB line is cut here so that no rule ever sees it whole. UTF-16 units. */
const MAX_PIECE = 200_000;

/**
 * Sentence spans of one body, tiling it: white space after a sentence belongs to it. A sentence never crosses a
 * paragraph: `breaks` are offsets where a block begins (ascending); within a block a line break is only a space.
 * Greedy first (Unicode's sentence breaks, by Intl.Segmenter, and list items), then merged by rules, one reason each.
 */
export function splitSentences(
  text: string,
  body: Span,
  language: string | null,
  rules: Pick<Rules, 'cues'>,
  breaks: readonly number[] = [],
): Layer<Span> {
  const items: Span[] = [];
  const findings: Finding[] = [];
  for (const piece of piecesOf(body, breaks)) {
    const starts = cutPiece(text.slice(piece.start, piece.end), language, rules).map((n) => n + piece.start);
    for (const [i, start] of starts.entries()) items.push({ start, end: starts[i + 1] ?? piece.end });
  }
  return { items: joinBlank(text, items), findings };
}

function piecesOf(body: Span, breaks: readonly number[]): Span[] {
  const pieces: Span[] = [];
  let start = body.start;
  const add = (end: number) => {
    for (; end - start > MAX_PIECE; start += MAX_PIECE) pieces.push({ start, end: start + MAX_PIECE });
    if (end > start) pieces.push({ start, end });
    start = end;
  };
  for (let i = firstAfter(breaks, body.start); i < breaks.length && breaks[i]! < body.end; i++) add(breaks[i]!);
  add(body.end);
  return pieces;
}

/** Index of the first break after an offset, by bisection: a long document has many turns and many breaks. */
function firstAfter(breaks: readonly number[], offset: number): number {
  let low = 0;
  let high = breaks.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (breaks[mid]! <= offset) low = mid + 1;
    else high = mid;
  }
  return low;
}

const segmenters = new Map<string, Intl.Segmenter>();
function segmenterFor(language: string | null): Intl.Segmenter {
  const key = language ?? 'en';
  let s = segmenters.get(key);
  if (!s) {
    try {
      s = new Intl.Segmenter(key, { granularity: 'sentence' });
    } catch {
      s = new Intl.Segmenter('en', { granularity: 'sentence' }); // not a language tag
    }
    segmenters.set(key, s);
  }
  return s;
}

/** "… с расписания. 12 марта …": Unicode's rule takes the figure and what follows for the rest of the sentence. */
const BEFORE_A_DAY = /(?<=\p{Script=Cyrillic}{3})[аеёиоуыэюяйьтм]\.\s+(?=\d{1,2}\s\p{Script=Cyrillic}{3})/gu;

/** Starts of the sentences of one paragraph, the first being 0. */
function cutPiece(raw: string, language: string | null, rules: Pick<Rules, 'cues'>): number[] {
  const words = sentenceWords(language, rules);
  // a line break inside a paragraph is a space; same length, so offsets stand
  const text = raw.replace(/[\r\n\u2028\u2029\u0085]/g, ' ');
  const lists = listItemCuts(text);
  const proposed = new Set(lists);
  for (const s of segmenterFor(language).segment(text)) if (s.index > 0) proposed.add(s.index);
  for (const m of text.matchAll(BEFORE_A_DAY)) proposed.add(m.index + m[0].length);
  const kept = [0];
  for (const at of [...proposed].sort((a, b) => a - b)) {
    const context: CutContext = { text, at, start: kept.at(-1)!, words, isListItem: lists.has(at) };
    if (decide(context) !== 'merge') kept.push(at);
  }
  return kept;
}

function decide(context: CutContext): Cut {
  for (const refine of REFINERS) {
    const verdict = refine(context);
    if (verdict) return verdict;
  }
  return 'cut';
}

/** White space alone is no sentence: it goes to the one before, or, at the very start, to the one after. */
function joinBlank(text: string, items: readonly Span[]): Span[] {
  const out: Span[] = [];
  let lead: number | null = null;
  for (const item of items) {
    const blank = text.slice(item.start, item.end).trim() === '';
    const previous = out.at(-1);
    if (blank && previous) previous.end = item.end;
    else if (blank) lead ??= item.start;
    else {
      out.push({ start: lead ?? item.start, end: item.end });
      lead = null;
    }
  }
  if (lead !== null) out.push({ start: lead, end: items.at(-1)!.end });
  return out;
}
