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
  const cover = isCover(pages, furniture, body) ? titleType(pages[0]!.filter((l) => !furniture.has(l))) : null;
  pages.forEach((lines, page) => {
    let run: PdfLine[] = [];
    const flush = () => {
      for (const paragraph of joinParagraphs(run, body))
        writer.paragraph(paragraph, looks(paragraph, body, page === 0 ? cover : null), hyphenated);
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
function looks(paragraph: PdfParagraph, body: BodyType, titleFont: string | null): Looks {
  const { size, font } = paragraph[0]!;
  const chars = paragraph.reduce((n, l) => n + l.text.length, 0);
  if (titleFont !== null)
    return { kind: 'paragraph', zone: `${font}@${size}` === titleFont ? 'title' : 'metadata', rule: 'pdf-cover' };
  if (size >= 1.2 * body.size && chars < 250) return { kind: 'heading', level: size >= 1.6 * body.size ? 1 : 2 };
  return { kind: 'paragraph' };
}

/** The type that the title of a cover is set in: of the kinds of type there, the one with most words that begins with a capital. */
function titleType(lines: readonly PdfLine[]): string {
  const kinds = new Map<string, { chars: number; first: string }>();
  for (const line of lines) {
    const key = `${line.font}@${line.size}`;
    const kind = kinds.get(key) ?? { chars: 0, first: line.text };
    kinds.set(key, { ...kind, chars: kind.chars + line.text.length * line.size });
  }
  const titled = [...kinds].filter(([, k]) => /^[\p{Lu}\p{N}«“"]/u.test(k.first));
  return titled.sort((a, b) => b[1].chars - a[1].chars)[0]?.[0] ?? '';
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
