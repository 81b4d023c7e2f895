import { describe, expect, test } from 'vitest';
import type { PdfPage, PdfRun } from '../model/index.ts';
import { readPdf } from './read-pdf.ts';

/** A line of type as one run; about half a point of width a letter and point of size. */
const run = (text: string, x: number, y: number, size = 11, font = 'f1'): PdfRun => ({
  text,
  x,
  y,
  width: text.length * size * 0.5,
  height: size,
  font,
  endOfLine: false,
});
const page = (...runs: PdfRun[]): PdfPage => ({ width: 595, height: 842, runs });
/** Lines one under the other. */
const column = (lines: string[], x: number, top: number, step = 14) => lines.map((l, i) => run(l, x, top - i * step));
const read = (...pages: PdfPage[]) =>
  readPdf({ name: 'a.pdf', format: 'pdf', mediaType: 'application/pdf', pages, findings: [] });
const lines = (r: ReturnType<typeof read>) =>
  r.blocks.map((b) => `${b.rule ?? b.kind}: ${r.text.slice(b.start, b.end)}`);

const FILL = 'the talks between Varnia and Kestoria went on for a further day in the old hall of the port';

describe('paragraphs', () => {
  test('lines join, wider steps, indents and labels part; runs of one line join in order', () => {
    const r = read(
      page(
        run('a second run.', 300, 700),
        run('The first line has', 60, 700.4),
        run('A paragraph after a wider step that fills its line as a full line would do here', 60, 670),
        run('and goes on.', 60, 656),
        run('MS. MARENKO: We said no, and the line runs on to the end of its measure, as ever', 60, 642),
        run('and we mean it.', 60, 628),
        run('THE CHAIR: Noted.', 60, 614),
      ),
    );
    expect(lines(r)).toEqual([
      'paragraph: The first line has a second run.',
      'paragraph: A paragraph after a wider step that fills its line as a full line would do here and goes on.',
      'paragraph: MS. MARENKO: We said no, and the line runs on to the end of its measure, as ever and we mean it.',
      'paragraph: THE CHAIR: Noted.',
    ]);
  });
  test('a divided word is joined and its printed form kept; a word printed with its hyphen elsewhere keeps it', () => {
    const r = read(
      page(
        ...column(
          ['A ceasefire agree-', 'ment on non-proliferation and non-', 'proliferation of North-', 'West arms.'],
          60,
          700,
        ),
      ),
    );
    expect(r.text).toBe('A ceasefire agreement on non-proliferation and non-proliferation of North-West arms.');
    expect(r.marks.map((m) => [m.kind, r.text.slice(m.start, m.end), m.value])).toEqual([
      ['hyphenation', 'agreement', 'agree-\nment'],
    ]);
  });
});

describe('columns', () => {
  const left = Array.from({ length: 8 }, (_, i) => `left words of line ${i} are here`);
  const right = Array.from({ length: 8 }, (_, i) => `right words of line ${i} too`);
  test('the left column before the right one, a line across both above them', () => {
    const r = read(
      page(
        run('A heading across the whole of the page, from one side to the other side of it', 60, 740),
        ...column(left, 60, 700),
        ...column(right, 320, 700),
      ),
    );
    expect(r.text.indexOf('left words of line 7')).toBeLessThan(r.text.indexOf('right words of line 0'));
    expect(r.text.startsWith('A heading')).toBe(true);
  });
  test('not columns: a letterhead with a gap, and a wide table of numbers', () => {
    const r = read(
      page(
        run('VARNIA', 60, 740),
        run('KESTORIA', 400, 740),
        ...column(['The republics agree.', 'They sign.'], 60, 700),
      ),
    );
    expect(r.text).toContain('VARNIA KESTORIA');
  });
});

describe('furniture is labelled, never dropped', () => {
  const pages = [3, 4, 5, 6].map((n) =>
    page(
      run('Sitting of 7 May 2031', 200, 800),
      ...column(
        [`Day ${'xabcdefg'[n]}: ${FILL}`, `${'xabcdefg'[n]} ${FILL}`, `and so ended day ${'xabcdefg'[n]}.`],
        60,
        700,
      ),
      run(`– ${n} –`, 290, 40),
    ),
  );
  test('running heads by repetition, page numbers by counting', () => {
    const r = read(...pages);
    const furniture = r.blocks
      .filter((b) => b.zone === 'boilerplate')
      .map((b) => `${b.rule}: ${r.text.slice(b.start, b.end)}`);
    expect(furniture.slice(0, 2)).toEqual(['pdf-running-head: Sitting of 7 May 2031', 'pdf-page-number: – 3 –']);
    expect(furniture).toHaveLength(8);
  });
  test('a year or a figure alone on a line is no page number', () => {
    const r = read(page(run('1991', 60, 700), run(FILL, 60, 600)), page(run(FILL, 60, 700), run('350', 60, 600)));
    expect(r.blocks.every((b) => b.zone !== 'boilerplate')).toBe(true);
  });
  test('line numbers in the margin are kept together after their page', () => {
    const numbers = [1, 2, 3, 4, 5, 6].map((n, i) => run(String(n), 30, 700 - i * 14));
    const r = read(page(...numbers, ...column([FILL, FILL, FILL, FILL, FILL, 'done.'], 60, 700)));
    expect(lines(r)).toEqual([`paragraph: ${`${FILL} `.repeat(5)}done.`, 'pdf-line-numbers: 1 2 3 4 5 6']);
  });
});

test('a cover names the text: title and metadata, nobody speaks there', () => {
  const cover = page(
    run('REPUBLIC OF VARNIA', 200, 700, 14, 'f2'),
    run('Statement of the Minister on the Straits', 120, 600, 20, 'f3'),
    run('Port Varn, 7 May 2031', 220, 300, 14, 'f2'),
  );
  const r = read(cover, page(...column([FILL, FILL, FILL, 'End.'], 60, 700)));
  expect(r.blocks.slice(0, 3).map((b) => b.zone)).toEqual(['metadata', 'title', 'metadata']);
  expect(r.clues).toMatchObject([{ field: 'title', value: 'Statement of the Minister on the Straits' }]);
});

test('a scan gives a finding and no text; a scanned page in between is named', () => {
  expect(read(page(), page())).toMatchObject({
    text: '',
    blocks: [],
    findings: [{ rule: 'pdf-without-text', severity: 'error' }],
  });
  expect(read(page(run(FILL, 60, 700)), page()).findings).toMatchObject([
    { rule: 'pdf-pages-without-text', severity: 'warning' },
  ]);
});
