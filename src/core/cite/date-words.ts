const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** Year, month and day of the first day an EDTF date names, as far as it is known; null when the year is not. */
export function datePartsOf(edtf: string): { parts: number[]; uncertain: boolean } | null {
  const m = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?=$|[?~%/])/.exec(edtf);
  if (!m) return null;
  return {
    parts: m
      .slice(1)
      .filter((p) => p !== undefined)
      .map(Number),
    uncertain: /[?~%]/.test(edtf),
  };
}

/** 11 April 2023; April 2023; 2023?. What is not an EDTF day, month or year stays as it is. */
export const dayMonthYear = (edtf: string): string =>
  write(edtf, ([y, m, d]) => [d === undefined ? null : String(d), m, y].filter((p) => p != null).join(' '));

/** April 11, 2023, the American order of Chicago. */
export const monthDayYear = (edtf: string): string =>
  write(edtf, ([y, m, d]) => (m === undefined ? y : d === undefined ? `${m} ${y}` : `${m} ${d}, ${y}`));

/** 2023, April 11, the order of APA. */
export const yearMonthDay = (edtf: string): string =>
  write(edtf, ([y, m, d]) => (m === undefined ? y : `${y}, ${m}${d === undefined ? '' : ` ${d}`}`));

function write(edtf: string, lay: (parts: [string, string | undefined, number | undefined]) => string): string {
  return edtf
    .split('/')
    .map((one) => {
      const date = datePartsOf(one);
      if (!date) return one;
      const [y, m, d] = date.parts;
      return `${lay([String(y).padStart(4, '0'), m === undefined ? undefined : MONTHS[m - 1], d])}${date.uncertain ? '?' : ''}`;
    })
    .join('–');
}
