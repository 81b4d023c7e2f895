import type { Block, Clue, DecodedSource, Finding, Mark, Reading } from '../model/index.ts';
import { findFurniture } from './pdf/find-furniture.ts';
import { hyphenatedWords, joinLines } from './pdf/join-lines.ts';
import { type BodyType, joinParagraphs, measureBody, type PdfParagraph } from './pdf/join-paragraphs.ts';
import type { PdfLine } from './pdf/lay-lines.ts';
import { orderColumns } from './pdf/order-columns.ts';
import { takeLineNumbers } from './pdf/take-line-numbers.ts';

/**
 * A PDF with a text layer: columns, lines and paragraphs from the places of its words. Page numbers and running heads
 * stay as boilerplate blocks where they are printed, line numbers after their page. A scan gives a finding and no text.
 */
export function readPdf(source: DecodedSource): Reading {
  const taken = (source.pages ?? []).map(takeLineNumbers);
  const pages = taken.map(({ page }, i) => orderColumns(page, i));
  const furniture = findFurniture(pages);
  const prose = pages.flat().filter((line) => !furniture.has(line));
  const body = measureBody(prose);
  const hyphenated = hyphenatedWords(prose.map((l) => l.text));
  const writer = new PdfWriter();
  const cover = isCover(pages, furniture, body) ? titleLines(pages[0]!.filter((l) => !furniture.has(l))) : null;
  pages.forEach((lines, page) => {
    let run: PdfLine[] = [];
    const flush = () => {
      const title = page === 0 ? cover : null;
      for (const paragraph of title ? joinCover(run, body, title) : joinParagraphs(run, body))
        writer.paragraph(paragraph, looks(paragraph, body, title), hyphenated);
      run = [];
    };
    for (const line of lines) {
      const kind = furniture.get(line);
      if (!kind) {
        run.push(line);
        continue;
      }
      flush();
      writer.furniture(line.text, `pdf-${kind}`);
    }
    flush();
    const numbers = taken[page]!.numbers;
    if (numbers.length) writer.furniture(numbers.map((r) => r.text.trim()).join(' '), 'pdf-line-numbers');
  });
  const { text, blocks, marks } = writer.finish();
  return {
    reader: 'pdf/1',
    text,
    blocks,
    marks,
    clues: [...(source.clues ?? []), ...titleClue(text, blocks)],
    findings: [...source.findings, ...scanFindings(pages)],
  };
}

type Looks = Pick<Block, 'kind' | 'zone' | 'level' | 'rule'>;

/** What a paragraph is, by its type: larger than the body and short is a heading; on a cover it is title or metadata. */
function looks(paragraph: PdfParagraph, body: BodyType, title: ReadonlySet<PdfLine> | null): Looks {
  const { size } = paragraph[0]!;
  const chars = paragraph.reduce((n, l) => n + l.text.length, 0);
  if (title) return { kind: 'paragraph', zone: title.has(paragraph[0]!) ? 'title' : 'metadata', rule: 'pdf-cover' };
  if (size >= 1.2 * body.size && chars < 250) return { kind: 'heading', level: size >= 1.6 * body.size ? 1 : 2 };
  return { kind: 'paragraph' };
}

/**
 * The lines of a cover that name the text: of the stretches set in one type, the weightiest by size and length that
 * begins like a title. A letterhead is large but short, an address long but small.
 */
function titleLines(lines: readonly PdfLine[]): Set<PdfLine> {
  const stretches: PdfLine[][] = [];
  for (const line of lines) {
    const before = stretches.at(-1)?.at(-1);
    const goesOn = before && before.font === line.font && Math.abs(before.size - line.size) < 0.5;
    if (goesOn && before.y - line.y < 2.2 * line.size) stretches.at(-1)!.push(line);
    else stretches.push([line]);
  }
  const weigh = (stretch: readonly PdfLine[]) => stretch.reduce((n, l) => n + l.text.length, 0) * stretch[0]!.size;
  const titled = stretches.filter((s) => /^[\p{Lu}\p{N}«“"]/u.test(s[0]!.text));
  return new Set(titled.sort((a, b) => weigh(b) - weigh(a))[0] ?? []);
}

/** Paragraphs of a cover: the title is one, however wide it is set. */
function joinCover(lines: readonly PdfLine[], body: BodyType, title: ReadonlySet<PdfLine>): PdfParagraph[] {
  const at = lines.findIndex((l) => title.has(l));
  if (at < 0) return joinParagraphs(lines, body);
  const end = lines.findLastIndex((l) => title.has(l)) + 1;
  return [...joinParagraphs(lines.slice(0, at), body), lines.slice(at, end), ...joinParagraphs(lines.slice(end), body)];
}

/** A first page of few, short lines before pages of prose is a cover: its words name the text and are nobody's speech. */
function isCover(
  pages: readonly (readonly PdfLine[])[],
  furniture: ReadonlyMap<PdfLine, unknown>,
  body: BodyType,
): boolean {
  const first = pages[0]?.filter((l) => !furniture.has(l)) ?? [];
  const second = pages[1]?.filter((l) => !furniture.has(l)) ?? [];
  const large = first.filter((l) => l.size >= 1.05 * body.size).length;
  return first.length > 0 && first.length <= 20 && second.length > first.length && large >= 0.6 * first.length;
}

/** The largest type of the first blocks names the text. */
function titleClue(text: string, blocks: readonly Block[]): Clue[] {
  const head = blocks.slice(0, 12);
  const title = head.filter((b) => b.zone === 'title' || (b.kind === 'heading' && b.level === 1));
  if (!title.length) return [];
  const value = title.map((b) => text.slice(b.start, b.end)).join(' ');
  return value.length > 300
    ? []
    : [{ field: 'title', value, start: title[0]!.start, end: title.at(-1)!.end, rule: 'pdf-largest-type' }];
}

function scanFindings(pages: readonly (readonly PdfLine[])[]): Finding[] {
  const empty = pages.flatMap((lines, i) => (lines.length ? [] : [i + 1]));
  if (!empty.length) return [];
  const all = empty.length === pages.length;
  return [
    {
      stage: 'formats',
      rule: all ? 'pdf-without-text' : 'pdf-pages-without-text',
      severity: all ? 'error' : 'warning',
      why: all
        ? `none of the ${pages.length} pages has a text layer: it is a scan. Run character recognition over it and add it again.`
        : `pages ${empty.slice(0, 20).join(', ')}${empty.length > 20 ? ' …' : ''} have no text layer and are not in the record`,
    },
  ];
}

class PdfWriter {
  private readonly parts: string[] = [];
  private readonly blocks: Block[] = [];
  private readonly marks: Mark[] = [];
  private length = 0;

  paragraph(lines: PdfParagraph, block: Looks, hyphenated: ReadonlySet<string>): void {
    const { text, divided } = joinLines(
      lines.map((l) => l.text),
      hyphenated,
    );
    const start = this.add(text, block);
    for (const word of divided)
      this.marks.push({ kind: 'hyphenation', start: start + word.start, end: start + word.end, value: word.printed });
  }

  furniture(text: string, rule: string): void {
    this.add(text, { kind: 'line', zone: 'boilerplate', rule });
  }

  private add(text: string, block: Looks): number {
    const gap = this.length ? '\n\n' : '';
    const start = this.length + gap.length;
    this.parts.push(gap, text);
    this.length = start + text.length;
    this.blocks.push({ ...block, start, end: this.length });
    return start;
  }

  finish = () => ({ text: this.parts.join(''), blocks: this.blocks, marks: this.marks });
}
