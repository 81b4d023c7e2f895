import type { Layer, Span } from '../model/index.ts';

/** Sentence spans of one body, tiling it (white space after a sentence belongs to it). */
export function splitSentences(text: string, body: Span, language: string | null): Layer<Span> {
  const segmenter = new Intl.Segmenter(language ?? 'en', { granularity: 'sentence' });
  const items: Span[] = [];
  for (const s of segmenter.segment(text.slice(body.start, body.end)))
    items.push({ start: body.start + s.index, end: body.start + s.index + s.segment.length });
  return { items, findings: [] };
}
