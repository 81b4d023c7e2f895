/**
 * ISO 8601 duration of `count` units; a unit is D, W, M, Y, Q, TH, TM, TS or a multiple (`10Y`, `2W`).
 * `X` for a number that is not said (TimeML): PXY. A half becomes the next smaller unit: one and a half months, P1M15D.
 */
export function writeDuration(count: number | 'X', unit: string): string {
  const m = /^(\d*)(T?)([A-Z])$/.exec(unit)!;
  const time = m[2]!;
  const letter = m[3]!;
  if (count === 'X') return `P${time}X${letter === 'Q' ? 'M' : letter}`;
  let total = count * (m[1] ? Number(m[1]) : 1);
  let base = letter;
  if (base === 'Q') {
    total *= 3;
    base = 'M';
  }
  const whole = Math.floor(total + 1e-9);
  const part = total - whole;
  if (part < 1e-6) return `P${time}${whole}${base}`;
  const [smaller, factor] = SMALLER[`${time}${base}`] ?? ['', 0];
  if (!factor) return `P${time}${Number(total.toFixed(2))}${base}`;
  const rest = Math.round(part * factor);
  const head = whole ? `${whole}${base}` : '';
  return time ? `PT${head}${rest}${smaller}` : `P${head}${base === 'D' ? 'T' : ''}${rest}${smaller}`;
}
const SMALLER: Readonly<Record<string, readonly [string, number]>> = {
  Y: ['M', 12],
  M: ['D', 30],
  W: ['D', 7],
  D: ['H', 24],
  TH: ['M', 60],
  TM: ['S', 60],
};

/** `P1Y` and `P2M` are `P1Y2M`; `PT1H` and `PT30M` are `PT1H30M`. */
export function joinDurations(a: string, b: string): string {
  const [time, more] = [a.includes('T'), b.slice(1)];
  return a + (time && more.startsWith('T') ? more.slice(1) : more);
}
