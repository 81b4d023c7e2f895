import type { PdfLine } from './lay-lines.ts';

/** How many lines at the head and foot of a page may be furniture. */
const EDGE = 3;
/** A running head stands on at least this share of the pages (it may alternate left and right). */
const REPEATED = 0.4;

/** What a line of furniture is, for the rule of its block. */
export type Furniture = 'page-number' | 'running-head';

/**
 * Lines that belong to the paper, not to the text: page numbers, running heads and feet. They are known by repetition at
 * one height of the page, numbers by counting along with the pages. A document of one page has no running head.
 */
export function findFurniture(pages: readonly (readonly PdfLine[])[]): Map<PdfLine, Furniture> {
  const found = new Map<PdfLine, Furniture>();
  const edges = pages.map((lines) => edgesOf(lines));
  const printed = pages.filter((lines) => lines.length > 0).length;
  const numbers = edges.flatMap((lines, page) =>
    lines.flatMap((line) => {
      const value = pageNumber(line.text);
      return value === null ? [] : [{ line, page, offset: value - page }];
    }),
  );
  const offsets = countBy(numbers.map((n) => n.offset));
  for (const { line, page, offset } of numbers) {
    const alone = pages[page]!.length > 1 && printed === 1;
    if ((offsets.get(offset) ?? 0) >= 2 || alone) found.set(line, 'page-number');
  }
  const shapes = countBy(edges.flatMap((lines) => [...new Set(lines.map(shapeOf))]));
  for (const lines of edges)
    for (const line of lines)
      if (!found.has(line) && printed >= 3 && (shapes.get(shapeOf(line)) ?? 0) >= Math.max(3, REPEATED * printed))
        found.set(line, 'running-head');
  return found;
}

/** The topmost and bottommost lines, whatever column they stand in. */
function edgesOf(lines: readonly PdfLine[]): PdfLine[] {
  const byHeight = [...lines].sort((a, b) => b.y - a.y);
  return [...new Set([...byHeight.slice(0, EDGE), ...byHeight.slice(-EDGE)])];
}

/** Digits vary from page to page, and the height by a point or two. */
const shapeOf = (line: PdfLine) => `${line.text.replace(/\d+/g, '#').toLowerCase()}@${Math.round(line.y / 6)}`;

/** 12, - 12 -, Page 12 of 40, 12/40, [12]; null when the line is anything else. */
function pageNumber(text: string): number | null {
  if (text.length > 24) return null;
  const match =
    /^[^\p{L}\p{N}]{0,3}(?:\p{L}{1,7}\.?\s)?(\d{1,4})(?:\s?(?:\/|\p{L}{1,4})\s?\d{1,4})?[^\p{L}\p{N}]{0,3}$/u.exec(
      text,
    );
  return match ? Number(match[1]) : null;
}

function countBy<T>(values: readonly T[]): Map<T, number> {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
