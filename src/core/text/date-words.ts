const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const DAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');
const ORDINALS = ['', 'first', 'second', 'third', 'fourth'];
const SEASONS: Readonly<Record<string, string>> = { SP: 'spring', SU: 'summer', FA: 'autumn', WI: 'winter' };
const PARTS: Readonly<Record<string, string>> = {
  MO: 'morning',
  MI: 'midday',
  AF: 'afternoon',
  EV: 'evening',
  NI: 'night',
  DT: 'daytime',
};
const REFERENCES: Readonly<Record<string, string>> = {
  PRESENT_REF: 'the time of speaking',
  PAST_REF: 'before the time of speaking',
  FUTURE_REF: 'after the time of speaking',
};
const UNITS: Readonly<Record<string, string>> = { Y: 'year', M: 'month', W: 'week', D: 'day' };
const CLOCK: Readonly<Record<string, string>> = { H: 'hour', M: 'minute', S: 'second' };

/**
 * An EDTF date or a TIMEX3 value in English for a reader: 2022-01-06 -> 6 January 2022, 2022-W02 -> week of 10 January
 * 2022, P3D -> 3 days. What is not known is not shown; a form that is none of these stays as it is.
 */
export function dateWords(value: string | null): string {
  if (!value) return 'day not known';
  const [from, to] = value.split('/');
  // two days of one month: 18–19 April 2023
  if (isDay(from!) && isDay(to ?? '') && from!.slice(0, 7) === to!.slice(0, 7))
    return `${Number(from!.slice(8))}–${one(to!)}`;
  if (to === undefined) return one(value);
  if (from === '..') return `until ${one(to)}`;
  return to === '..' ? `${one(from!)} onwards` : `${one(from!)} to ${one(to)}`;
}

const isDay = (value: string): boolean => /^\d{4}-\d\d-\d\d$/u.test(value);

function one(value: string): string {
  const sure = value.replace(/[?~%]+$/u, '');
  const words = FORMS.reduce<string | null>((found, form) => found ?? form(sure), null);
  if (words === null) return value;
  const mark = value.slice(sure.length);
  const about = /[~%]/u.test(mark) ? `about ${words}` : words;
  return /[?%]/u.test(mark) ? `${about} (uncertain)` : about;
}

/** Each reads one form of value, or is not the one. */
const FORMS: readonly ((value: string) => string | null)[] = [
  (v) => REFERENCES[v] ?? null,
  (v) => {
    const m = /^(\d{4}|XXXX)(?:-(\d\d))?(?:-(\d\d))?(?:T(\d\d:\d\d|MO|MI|AF|EV|NI|DT)\S*)?$/u.exec(v);
    if (!m || (m[1] === 'XXXX' && !m[2])) return null;
    const month = m[2] ? MONTHS[Number(m[2]) - 1] : null;
    if (month === undefined) return null;
    const year = m[1] === 'XXXX' ? '(year not stated)' : m[1];
    const day = [m[3] ? String(Number(m[3])) : null, month, year].filter(Boolean).join(' ');
    return m[4] ? `${day}, ${PARTS[m[4]] ?? m[4]}` : day;
  },
  (v) => {
    const m = /^(\d{4})-W(\d\d)$/u.exec(v);
    return m ? `week of ${mondayOf(Number(m[1]), Number(m[2]))}` : null;
  },
  (v) => {
    const m = /^XXXX-WXX-([1-7])/u.exec(v);
    return m ? `a ${DAYS[Number(m[1]) - 1]}` : null;
  },
  (v) => {
    const m = /^(\d{4})-(?:Q([1-4])|H([12]))$/u.exec(v);
    if (!m) return null;
    return `${ORDINALS[Number(m[2] ?? m[3])]} ${m[2] ? 'quarter' : 'half'} of ${m[1]}`;
  },
  (v) => {
    const m = /^(\d{4})-(SP|SU|FA|WI)$/u.exec(v);
    return m ? `${SEASONS[m[2]!]} ${m[1]}` : null;
  },
  (v) => (/^\d{3}X$/u.test(v) ? `the ${v.slice(0, 3)}0s` : null),
  durationWords,
];

/** Monday of an ISO 8601 week: the week that holds 4 January is the first. */
function mondayOf(year: number, week: number): string {
  const fourth = new Date(Date.UTC(year, 0, 4));
  const monday = new Date(Date.UTC(year, 0, 4 - ((fourth.getUTCDay() + 6) % 7) + (week - 1) * 7));
  return `${monday.getUTCDate()} ${MONTHS[monday.getUTCMonth()]} ${monday.getUTCFullYear()}`;
}

/** P1Y6M -> 1 year 6 months, PXM -> some months, PT2H -> 2 hours. */
function durationWords(value: string): string | null {
  const m = /^P((?:[\dX.]+[YMWD])*)(?:T((?:[\dX.]+[HMS])+))?$/u.exec(value);
  if (!m || value === 'P') return null;
  const part = (text: string | undefined, units: Readonly<Record<string, string>>) =>
    [...(text ?? '').matchAll(/([\dX.]+)([A-Z])/gu)].map(([, n, unit]) =>
      n === 'X' ? `some ${units[unit!]}s` : `${n} ${units[unit!]}${n === '1' ? '' : 's'}`,
    );
  return [...part(m[1], UNITS), ...part(m[2], CLOCK)].join(' ');
}
