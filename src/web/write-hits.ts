import { csvCell } from '../core/export/write-csv.ts';
import type { Answer } from './pages/search/hits.tsx';

const COLUMNS = [
  'document',
  'turn',
  'date',
  'speaker',
  'voice',
  'kind',
  'title',
  'outlet',
  'language',
  'before',
  'text',
  'after',
  'start',
  'end',
] as const;

/** A search's hits as a table (RFC 4180), a line a turn; offsets are UTF-16 units of the version's text. */
export const writeHitsCsv = (items: Answer['items']): string =>
  [COLUMNS.join(','), ...items.map((h) => COLUMNS.map((c) => csvCell(h[c])).join(','))].map((l) => `${l}\r\n`).join('');
