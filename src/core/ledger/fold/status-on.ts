import type { LedgerStatement } from '../../model/index.ts';

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

/** Last day an EDTF value covers, padded so that text order is time order. */
export function endOf(edtf: string): string {
  const last = edtf.split('/').at(-1)!.replace(/[~?%]/gu, '');
  if (last === '..' || last === '') return '9999-12-31';
  if (/^\d{4}$/u.test(last)) return `${last}-12-31`;
  return /^\d{4}-\d\d$/u.test(last) ? `${last}-31` : last;
}
