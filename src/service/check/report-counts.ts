import type { DraftReport } from './check-draft.ts';

/** What stands at the head of a report: how many quotations were checked, and what was not. Two sentences for a reader. */
export function reportCounts(report: Pick<DraftReport, 'checked' | 'acceptable' | 'leftOut' | 'unquoted'>) {
  const { checked, acceptable, leftOut, unquoted } = report;
  const left = leftOut > 0 ? `; ${leftOut} more left out, each with the reason` : '';
  return {
    quoted:
      checked === 0
        ? `No quotation to check${left}.`
        : `${checked} ${checked === 1 ? 'quotation' : 'quotations'} checked: ${acceptable} may be printed, ${checked - acceptable} may not or ${checked - acceptable === 1 ? 'needs' : 'need'} a look${left}.`,
    unquoted:
      unquoted.length === 0
        ? 'Nothing is laid to anybody without quotation marks, as far as the program sees.'
        : `${unquoted.length} ${unquoted.length === 1 ? 'sentence lays' : 'sentences lay'} something to somebody without quotation marks: listed, not checked.`,
  };
}
