import type { Anchor, Span } from '../model/index.ts';

/** Context kept even when the quote is unique: what a later, changed text is recognised by. UTF-16 units, a choice of ours. */
const KEPT_CONTEXT = 32;

/**
 * Describe a span so that it can be found again (law A1): its position, its words, and as much of the words around it as
 * makes them unambiguous in this text (the way of Apache Annotator; a fixed context is not enough in formulaic texts).
 * @example describeSpan('ver:1', 'No. Yes. No.', {start: 9, end: 12}) // prefix 'No. Yes. ', exact 'No.', suffix ''
 * Throws a RangeError when the span does not lie in the text.
 */
export function describeSpan(version: string, text: string, span: Span): Anchor {
  const { start, end } = span;
  if (!(start >= 0 && start <= end && end <= text.length))
    throw new RangeError(`span ${start}..${end} does not lie in a text of ${text.length} units`);
  const exact = text.slice(start, end);
  let before = Math.min(KEPT_CONTEXT, start);
  let after = Math.min(KEPT_CONTEXT, text.length - end);
  while (!occursOnce(text, text.slice(start - before, end + after), start - before)) {
    if (before === start && after === text.length - end) break;
    before = Math.min(before * 2 + 1, start);
    after = Math.min(after * 2 + 1, text.length - end);
  }
  return {
    version,
    start,
    end,
    exact,
    prefix: text.slice(start - before, start),
    suffix: text.slice(end, end + after),
  };
}

function occursOnce(text: string, words: string, at: number): boolean {
  return text.indexOf(words) === at && text.indexOf(words, at + 1) < 0;
}
