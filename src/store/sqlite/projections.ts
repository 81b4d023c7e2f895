import { QUOTE_PROJECTION } from '../quotes/quote-projection.ts';
import type { Projection } from './projection.ts';
import { SEARCH_PROJECTION } from './search-projection.ts';

/** What is derived beside the records, in the order of its writing. They do not read each other, so the order is free. */
export const PROJECTIONS: readonly Projection[] = [SEARCH_PROJECTION, QUOTE_PROJECTION];
