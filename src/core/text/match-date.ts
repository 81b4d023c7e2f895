/** Does an EDTF date, as precise as known, reach into from..to? Unknown dates never do when a bound is given. */
export function matchesDate(date: string | null, from: string | undefined, to: string | undefined): boolean {
  if (!from && !to) return true;
  if (!date) return false;
  const [first, last = first] = date.replace(/[?~%]/g, '').split('/');
  return (!from || `${last}~` >= from) && (!to || first! <= `${to}~`);
}
