import type { DecodedSource, Reading, Rules } from '../model/index.ts';
import { readText } from './read-text.ts';

/** Read a decoded source: one reader a format. */
export function readDocument(source: DecodedSource, _rules: Rules): Reading {
  switch (source.format) {
    default:
      return readText(source);
  }
}
