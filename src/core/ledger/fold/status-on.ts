import type { LedgerStatement } from '../../model/index.ts';
import { extentOf } from '../../text/calendar.ts';

/** What time itself does to a state: a plan's day passes, a term runs out, a prediction falls due; nothing else is inferred. */
export function statusOn(
  last: LedgerStatement,
  date: string | null,
  validTo: string | null,
  day: string | null,
): string {
  if (day === null) return last.status;
  const isPast = (edtf: string | null) => edtf !== null && endOf(edtf) < day;
  switch (last.section) {
    case 'meetings':
      return (last.status === 'planned' || last.status === 'postponed') && isPast(date)
        ? 'planned-outcome-unknown'
        : last.status;
    case 'instruments':
      if (isPast(validTo) && last.status !== 'withdrawn' && last.status !== 'extended') return 'expired';
      // said to run out on a day that has not come yet
      return last.status === 'expired' && validTo !== null && !isPast(validTo) ? 'in-force' : last.status;
    case 'predictions':
      return last.status === 'open' && isPast(textOf(last, 'byWhen')) ? 'due' : last.status;
    default:
      return last.status;
  }
}

const textOf = (s: LedgerStatement, name: string): string | null => {
  const value = s.attributes[name];
  return typeof value === 'string' ? value : null;
};

const OPEN = '9999-12-31';

/** Last day an EDTF or TIMEX3 value reaches, as an ISO day; an open end, and words that tell no day, are never past. */
export const endOf = (value: string): string => extentOf(value).to ?? OPEN;
