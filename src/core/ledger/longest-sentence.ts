/**
 * No sentence that anybody spoke is longer, in UTF-16 units; what is was never cut (a file without an end of line). The
 * ledger and the propositions set words beside words, and would take minutes over it. The longest in our transcripts has
 * near 2,500.
 */
export const LONGEST_SENTENCE = 6000;
