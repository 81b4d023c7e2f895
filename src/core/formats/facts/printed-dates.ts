import type { Rules, Span } from '../../model/index.ts';

/** A date as printed; `value` is EDTF, to the day or to the month. */
export interface PrintedDate {
  readonly start: number;
  readonly end: number;
  readonly value: string;
  readonly precision: 'day' | 'month';
  /** a time of day follows it: a stamp, not a date in a sentence */
  readonly timed: boolean;
}
export interface DateWords {
  readonly months: ReadonlyMap<string, number>;
  readonly stems: readonly (readonly [string, number])[];
  /** 3/4/2031 is 4 March: the text shows an American clock or capital. Null: not known, such a date is no date. */
  readonly monthFirst: boolean | null;
}

/** Month names of all languages in data/, and whether this text counts months first. */
export function gatherDateWords(rules: Rules, text: string): DateWords {
  const months = new Map<string, number>();
  const stems: [string, number][] = [];
  for (const cues of Object.values(rules.cues))
    for (const entry of [...(cues.dates?.month ?? []), ...(cues.pages?.month ?? [])]) {
      const [word, number] = entry.toLowerCase().split('=');
      if (!word || !number) continue;
      if (word.endsWith('*')) stems.push([word.slice(0, -1), Number(number)]);
      else months.set(word.replace(/\.$/, ''), Number(number));
    }
  const american = (rules.cues.en?.pages?.['month-first'] ?? []).some(
    (cue) => text.slice(0, 6000).includes(cue) || text.slice(-3000).includes(cue),
  );
  return { months, stems, monthFirst: american ? true : null };
}

/** Every printed shape, each bounded: the scan is linear. Named by the order of its parts. */
const DATE = new RegExp(
  [
    `(?<y1>(?:1[89]|20)\\d\\d)[-/.](?<m1>\\d{1,2})[-/.](?<d1>\\d{1,2})(?!\\d)`,
    `(?<d2>\\d{1,2})(?:st|nd|rd|th|er|º|ª|\\.)?[\\s\\u00a0-]{1,3}(?:de[l]?\\s|of\\s)?(?<m2>\\p{L}{3,12})[.,]{0,2}[\\s\\u00a0-]{1,3}(?:de[l]?\\s)?(?<y2>(?:1[89]|20)\\d\\d)(?!\\d)`,
    `(?<m3>\\p{L}{3,12})\\.?[\\s\\u00a0]{1,3}(?<d3>\\d{1,2})(?:st|nd|rd|th)?,?[\\s\\u00a0]{1,3}(?<y3>(?:1[89]|20)\\d\\d)(?!\\d)`,
    `(?<d4>\\d{1,2})\\.[\\s\\u00a0]?(?<m4>\\d{1,2})\\.[\\s\\u00a0]?(?<y4>(?:(?:1[89]|20)\\d\\d)|\\d\\d)(?![\\d.]\\d)(?!\\d)`,
    `(?<a5>\\d{1,2})(?<s5>[/-])(?<b5>\\d{1,2})\\k<s5>(?<y5>(?:(?:1[89]|20)\\d\\d)|\\d\\d)(?![\\d/-])`,
    `(?<y6>(?:1[89]|20)\\d\\d)年(?<m6>\\d{1,2})月(?<d6>\\d{1,2})日`,
    `(?<m7>\\p{L}{3,12})\\.?,?[\\s\\u00a0]{1,3}(?:de[l]?\\s|of\\s)?(?<y7>(?:1[89]|20)\\d\\d)(?!\\d)`,
  ].join('|'),
  'gu',
);
const TIME_AFTER =
  /^(?:[\s\u00a0]*(?:года|г\.|р\.|року)?[\s\u00a0,|·•T–-]{0,6}(?:at|um|à|a las|в|о|klo|ob|h)?[\s\u00a0]{0,2})\d{1,2}[:.h]\d{2}/iu;

/** The dates printed in text[from, to). A shape whose order of day and month is open gives nothing (law V3). */
export function findPrintedDates(text: string, from: number, to: number, words: DateWords): PrintedDate[] {
  const found: PrintedDate[] = [];
  const part = text.slice(from, to);
  for (const near of aroundDigits(part))
    for (const m of part.slice(near.start, near.end).matchAll(DATE)) {
      if (/[\p{L}\p{N}]/u.test(part[near.start + m.index - 1] ?? ' ')) continue;
      const value = dateOf(m.groups!, words);
      if (!value) continue;
      const start = from + near.start + m.index;
      const end = start + m[0].length;
      found.push({
        start,
        end,
        value,
        precision: value.length === 10 ? 'day' : 'month',
        timed: TIME_AFTER.test(text.slice(end, end + 24)),
      });
    }
  return found;
}

/** More than a date has before its first digit, after its last, or between two, in UTF-16 units. */
const REACH = 64;

/** The stretches that hold digits, with room for the words of a date around them; most prose has none. */
function* aroundDigits(part: string): Generator<Span> {
  let start = -1;
  let end = -1;
  for (const digit = /\d+/g; ; ) {
    const m = digit.exec(part);
    if (start >= 0 && (!m || m.index - end > 2 * REACH)) {
      yield { start: Math.max(0, start - REACH), end: end + REACH };
      start = -1;
    }
    if (!m) return;
    if (start < 0) start = m.index;
    end = m.index + m[0].length;
  }
}

function dateOf(g: Record<string, string | undefined>, words: DateWords): string | null {
  if (g.y1) return day(g.y1, Number(g.m1), Number(g.d1));
  if (g.y2) return day(g.y2, monthOf(g.m2!, words), Number(g.d2));
  if (g.y3) return day(g.y3, monthOf(g.m3!, words), Number(g.d3));
  if (g.y4) return day(fullYear(g.y4), Number(g.m4), Number(g.d4));
  if (g.y6) return day(g.y6, Number(g.m6), Number(g.d6));
  if (g.y7) {
    const month = monthOf(g.m7!, words);
    return month ? `${g.y7}-${pad(month)}` : null;
  }
  const a = Number(g.a5);
  const b = Number(g.b5);
  const year = fullYear(g.y5!);
  if (a > 12) return day(year, b, a);
  if (b > 12) return day(year, a, b);
  if (a === b) return day(year, a, b);
  // 06-01-2022 with hyphens is written by nobody who puts the month first
  if (g.s5 === '-' && g.y5!.length === 4) return day(year, b, a);
  if (words.monthFirst === true) return day(year, a, b);
  return null;
}

function monthOf(word: string, words: DateWords): number {
  const key = word.toLowerCase();
  const exact = words.months.get(key);
  if (exact) return exact;
  return words.stems.find(([stem]) => key.startsWith(stem))?.[1] ?? 0;
}

/** Two digits: pages are younger than 1970. */
const fullYear = (year: string) => (year.length === 4 ? year : Number(year) < 70 ? `20${year}` : `19${year}`);
const pad = (n: number) => String(n).padStart(2, '0');
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function day(year: string, month: number, d: number): string | null {
  if (!(month >= 1 && month <= 12) || d < 1 || d > DAYS[month - 1]!) return null;
  return `${year}-${pad(month)}-${pad(d)}`;
}

/** A date in a machine's form or a printed one, as EDTF to the day; null when it is none. */
export function readDateValue(value: string, words: DateWords): string | null {
  const v = value.trim();
  const iso = /^(\d{4})-?(\d{2})-?(\d{2})(?!\d)/.exec(v);
  if (iso) return day(iso[1]!, Number(iso[2]), Number(iso[3]));
  const coarse = /^(\d{4})(?:-(\d{2}))?$/.exec(v);
  if (coarse) return coarse[2] ? (Number(coarse[2]) <= 12 ? v : null) : v;
  return findPrintedDates(v, 0, Math.min(v.length, 100), words).find((d) => d.precision === 'day')?.value ?? null;
}
