import { QUOTE_PROJECTION } from '../quotes/quote-projection.ts';
import { LEDGER_PROJECTION } from './digests/ledger-projection.ts';
import { OVERVIEW_PROJECTION } from './digests/overview-projection.ts';
import { STATEMENT_PROJECTION } from './digests/statement-projection.ts';
import { TERM_PROJECTION } from './digests/term-projection.ts';
import type { Projection } from './projection.ts';
import { SEARCH_PROJECTION } from './search-projection.ts';

/** What is derived beside the records, in the order of its writing. They do not read each other, so the order is free. */
export const PROJECTIONS: readonly Projection[] = [
  SEARCH_PROJECTION,
  QUOTE_PROJECTION,
  STATEMENT_PROJECTION,
  LEDGER_PROJECTION,
  OVERVIEW_PROJECTION,
  TERM_PROJECTION,
];
