import { median, type PdfLine } from './lay-lines.ts';

/** Lines of one paragraph, in order. */
export type PdfParagraph = readonly PdfLine[];

/** Measures of the body text of a document: the type most characters are set in, and the usual step from line to line. */
export interface BodyType {
  readonly size: number;
  readonly leading: number;
}

/** The size that most characters are printed in. */
export function measureBody(lines: readonly PdfLine[]): BodyType {
  const chars = new Map<number, number>();
  for (const line of lines) {
    const size = Math.round(line.size * 2) / 2;
    chars.set(size, (chars.get(size) ?? 0) + line.text.length);
  }
  const size = [...chars].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 12;
  const steps: number[] = [];
  for (let i = 1; i < lines.length; i++) {
    const step = lines[i - 1]!.y - lines[i]!.y;
    if (lines[i]!.page === lines[i - 1]!.page && step > 0 && step < 4 * size) steps.push(step);
  }
  // a lower quartile: paragraphs of one line, set apart, must not pass for the usual step
  const leading = steps.sort((a, b) => a - b)[Math.floor(steps.length / 4)] ?? size * 1.2;
  return { size, leading };
}

const BULLET = /^(?:[•▪➢✓·‣◦●○■–—-]\s|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s)/u;
/** A printed speaker's label in capitals at the head of a line. */
const LABEL = /^(?:\p{Lu}[\p{Lu}.'’ -]{1,40}:|[QA][.:]\s)/u;
const ENDS = /[.!?…:;]["'”’»)\]]*$/u;

/**
 * Lines into paragraphs. A new one begins at a wider step, another size of type, an indented or hanging line, a bullet,
 * a speaker's label in capitals, or after a short line that ends its sentence.
 */
export function joinParagraphs(lines: readonly PdfLine[], body: BodyType): PdfParagraph[] {
  const width = columnWidth(lines);
  const paragraphs: PdfLine[][] = [];
  for (const line of lines) {
    const paragraph = paragraphs.at(-1);
    if (paragraph && !beginsParagraph(line, paragraph, body, width)) paragraph.push(line);
    else paragraphs.push([line]);
  }
  return paragraphs;
}

function beginsParagraph(line: PdfLine, paragraph: readonly PdfLine[], body: BodyType, width: number): boolean {
  const before = paragraph.at(-1)!;
  const first = paragraph[0]!;
  const step = before.y - line.y;
  const samePage = line.page === before.page;
  if (Math.abs(line.size - before.size) > 0.15 * body.size) return true;
  // going up the page is the next column: only its own looks can tell
  if (samePage && step > 0 && step > 1.3 * usualStep(paragraph, body)) return true;
  if (LABEL.test(line.text)) return true;
  const ended = ENDS.test(before.text);
  const short = before.right - first.left < 0.8 * width;
  if (BULLET.test(line.text) && (ended || short || BULLET.test(first.text))) return true;
  if (!samePage || step <= 0) return ended && (short || isIndented(line, first, paragraph, body));
  const indent = line.left - before.left;
  if (indent > 0.8 * body.size && (paragraph.length > 1 || ended)) return !hangs(paragraph, line, body) || ended;
  // a hanging paragraph begins where the text comes back to the margin of its first line
  if (indent < -0.8 * body.size && paragraph.length > 1 && Math.abs(line.left - first.left) < 0.5 * body.size)
    return true;
  return ended && short;
}

/** The step inside this paragraph once it has two lines: some texts are set wide throughout. */
function usualStep(paragraph: readonly PdfLine[], body: BodyType): number {
  const steps = paragraph.slice(1).flatMap((l, i) => {
    const step = paragraph[i]!.y - l.y;
    return step > 0 ? [step] : [];
  });
  return steps.length ? median(steps) : body.leading;
}

const isIndented = (line: PdfLine, first: PdfLine, paragraph: readonly PdfLine[], body: BodyType) =>
  line.left - (paragraph[1] ?? first).left > 0.8 * body.size;

/** The second line of a bullet or labelled paragraph stands further right than the first. */
const hangs = (paragraph: readonly PdfLine[], line: PdfLine, body: BodyType) =>
  paragraph.length === 1 &&
  line.left - paragraph[0]!.left < 6 * body.size &&
  (BULLET.test(paragraph[0]!.text) || LABEL.test(paragraph[0]!.text));

/** How wide full lines are: the width that nine lines of ten do not exceed. */
function columnWidth(lines: readonly PdfLine[]): number {
  const widths = lines.map((l) => l.right - l.left).sort((a, b) => a - b);
  return widths[Math.floor(widths.length * 0.9)] ?? 0;
}
