import type { DecodedSource, Reading, Rules } from '../model/index.ts';
import { readCaptions } from './read-captions.ts';
import { readHtml } from './read-html.ts';
import { readMarkdown } from './read-markdown.ts';
import { readPdf } from './read-pdf.ts';
import { readText } from './read-text.ts';
import { readXml } from './read-xml.ts';

/** Read a decoded source: one reader a format. */
export function readDocument(source: DecodedSource, rules: Rules): Reading {
  switch (source.format) {
    case 'captions':
      return readCaptions(source);
    case 'pdf':
      return readPdf(source);
    case 'xml':
      return readXml(source);
    case 'html':
      return readHtml(source, rules);
    case 'markdown':
      return readMarkdown(source);
    default:
      return readText(source);
  }
}
