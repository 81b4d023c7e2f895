import {
  type Clue,
  type DecodedSource,
  type Finding,
  OnrecordError,
  type PdfPage,
  type PdfRun,
} from '../../core/model/index.ts';

/** More pages than the longest transcript; a file that claims more is read this far. */
const MAX_PAGES = 3000;
/** Runs on one page; a dense newspaper page has some thousands. */
const MAX_RUNS = 100_000;

/** Text runs of a PDF with their places, page by page. Scripts in the file are not run, fonts and images not loaded. */
export async function decodePdf(bytes: Uint8Array, name: string): Promise<DecodedSource> {
  const { getDocumentProxy } = await import('unpdf');
  const findings: Finding[] = [];
  let pdf: Awaited<ReturnType<typeof getDocumentProxy>>;
  try {
    // a copy: the parser takes its input over
    pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, stopAtErrors: false });
  } catch (cause) {
    const locked = /password/i.test(String(cause));
    throw new OnrecordError(
      'unreadable',
      `${name}: ${locked ? 'the PDF asks for a password' : `not a PDF that can be read (${(cause as Error).message})`}`,
      locked
        ? 'Save it without a password and add it again.'
        : 'Open it in a viewer and save it anew, or save its text.',
      cause,
    );
  }
  try {
    const pages: PdfPage[] = [];
    if (pdf.numPages > MAX_PAGES)
      findings.push(
        warning('pdf-too-many-pages', `the file has ${pdf.numPages} pages; the first ${MAX_PAGES} were read`),
      );
    for (let i = 1; i <= Math.min(pdf.numPages, MAX_PAGES); i++) {
      const page = await pdf.getPage(i).catch(() => null);
      if (!page) {
        findings.push(warning('pdf-broken-page', `page ${i} cannot be read`));
        pages.push({ width: 0, height: 0, runs: [] });
        if (findings.length > 20) break;
        continue;
      }
      const { width, height } = page.getViewport({ scale: 1 });
      const content = await page.getTextContent().catch(() => null);
      if (!content) findings.push(warning('pdf-broken-page', `the text of page ${i} cannot be read`));
      pages.push({ width, height, runs: (content?.items ?? []).slice(0, MAX_RUNS).flatMap(runOf) });
      page.cleanup();
    }
    const info = (await pdf.getMetadata().catch(() => null))?.info as Record<string, unknown> | undefined;
    return { name, format: 'pdf', mediaType: 'application/pdf', pages, clues: cluesOf(info), findings };
  } finally {
    await pdf.loadingTask.destroy();
  }
}

const warning = (rule: string, why: string): Finding => ({ stage: 'decode', rule, severity: 'warning', why });

function runOf(item: unknown): PdfRun[] {
  const { str, transform, width, height, fontName, hasEOL } = item as {
    str?: string;
    transform?: number[];
    width?: number;
    height?: number;
    fontName?: string;
    hasEOL?: boolean;
  };
  if (!str || !transform) return [];
  const size = height || Math.hypot(transform[2] ?? 0, transform[3] ?? 0);
  return [
    {
      text: str,
      x: transform[4] ?? 0,
      y: transform[5] ?? 0,
      width: width ?? 0,
      height: size,
      font: fontName ?? '',
      endOfLine: hasEOL ?? false,
    },
  ];
}

/** Titles that the writing program made up from a file name say nothing; the file's dates are never the text's (law V3). */
function cluesOf(info: Record<string, unknown> | undefined): Clue[] {
  const clues: Clue[] = [];
  const title = typeof info?.Title === 'string' ? info.Title.trim() : '';
  if (title && !/^(?:microsoft word|untitled)|\.(?:docx?|rtf|odt|indd|pdf|qxd)$/i.test(title))
    clues.push({ field: 'title', value: title, rule: 'pdf-info' });
  if (typeof info?.Author === 'string' && info.Author.trim())
    clues.push({ field: 'author', value: info.Author.trim(), rule: 'pdf-info' });
  return clues;
}
