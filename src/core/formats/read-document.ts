import type { DecodedSource, Reading, Rules } from '../model/index.ts';
import { readText } from './read-text.ts';
import { readXml } from './read-xml.ts';

/** Read a decoded source: one reader a format. */
export function readDocument(source: DecodedSource, _rules: Rules): Reading {
  switch (source.format) {
    case 'xml':
      return readXml(source);
    default:
      return readText(source);
  }
}
