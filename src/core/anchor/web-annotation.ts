import type { Anchor } from '../model/index.ts';

/** W3C Web Annotation (JSON-LD) selectors for an anchor; the order is the order in which a reader should try them. */
export function toSelectors(anchor: Anchor) {
  return [
    { type: 'TextPositionSelector' as const, start: anchor.start, end: anchor.end },
    { type: 'TextQuoteSelector' as const, exact: anchor.exact, prefix: anchor.prefix, suffix: anchor.suffix },
  ];
}
export type Selector = ReturnType<typeof toSelectors>[number];

/** An anchor from selectors; null when either of the two kinds is missing, for then it cannot be told from a look-alike. */
export function fromSelectors(version: string, selectors: readonly Selector[]): Anchor | null {
  const position = selectors.find((s) => s.type === 'TextPositionSelector');
  const quote = selectors.find((s) => s.type === 'TextQuoteSelector');
  if (!position || !quote) return null;
  const { start, end } = position;
  return { version, start, end, exact: quote.exact, prefix: quote.prefix, suffix: quote.suffix };
}
