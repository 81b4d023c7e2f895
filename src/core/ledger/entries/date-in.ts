import type { Mention } from '../../model/index.ts';
import { daysApart } from '../../text/calendar.ts';
import type { LedgerView, TalkClause } from './talk-clause.ts';

/** A day, month or year that words name, as EDTF, with where it stands. */
export interface NamedDate {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** The first calendar day, month or year named in the clause, else in its sentence. */
export function dateIn(view: LedgerView, clause: TalkClause): NamedDate | null {
  return dateInClause(view, clause) ?? firstOf(view, clause.sentenceMentions);
}

export const dateInClause = (view: LedgerView, clause: TalkClause): NamedDate | null => firstOf(view, clause.mentions);

/** A time that words place something at; open stretches ("since 2008", "until March") are none. */
const isPlace = (m: Mention): boolean =>
  m.kind === 'date' && m.value !== null && /^-?\d{4}/u.test(m.value) && !/\.\./u.test(m.value);

function firstOf(view: LedgerView, list: readonly Mention[]): NamedDate | null {
  const placed = list.filter(isPlace);
  // "I can tell you today that we meet on 5 May": the other day is the matter's
  const other = placed.filter((d) => !view.saysIn(view.record.text.slice(d.start, d.end), 'today'));
  const dates = other.length > 0 ? other : placed;
  // "on Tuesday, 31 October": the more exact of two that stand together
  const m = dates.find((d) => /^\d{4}-\d\d-\d\d/u.test(d.value!)) ?? dates[0];
  return m ? joinedDays(view, list, m) : null;
}

/** "as of today", "from today": the day of speaking, where it is known exactly. */
export function todayIn(view: LedgerView, clause: TalkClause): NamedDate | null {
  const said = view.record.document.date;
  if (said === null || !/^\d{4}-\d\d-\d\d$/u.test(said)) return null;
  const m = clause.mentions.find(
    (d) => d.value === 'PRESENT_REF' && view.saysIn(view.record.text.slice(d.start, d.end), 'today'),
  );
  return m ? { value: said, start: m.start, end: m.end } : null;
}

/**
 * A day that words place ahead ("we proposed October 3", "by the end of September") lies after the day of speaking: where
 * no year is printed and the one found is past, the next such day is meant.
 */
export function ahead(view: LedgerView, date: NamedDate): NamedDate {
  const said = view.record.document.date;
  if (said === null || said.length < 10) return date;
  const value = aheadOf(view.record.text.slice(date.start, date.end), date.value, said);
  return { ...date, value };
}

export function aheadOf(words: string, value: string, said: string): string {
  const last = value.split('/').at(-1)!;
  if (/\d{4}/u.test(words) || !/^\d{4}-\d\d/u.test(last) || last.slice(0, 10) >= said.slice(0, last.length))
    return value;
  if (DAY_ALONE.test(words)) return nextMonth(value);
  // "Saturday": the next one
  if (!/\d/u.test(words) && /^\d{4}-\d\d-\d\d$/u.test(value)) return nextWeek(value);
  return value.replace(/(?<!\d)(\d{4})(?=-)/gu, (y) => String(Number(y) + 1));
}

/** "the 12th", "the 9th and 10th": a day of a month that is not printed. */
const DAY_ALONE = /^(?:\p{L}{1,3}\s+){0,2}\d{1,2}(?:-?\p{L}{1,2})?(?:\s\p{L}{1,3}\s\d{1,2}(?:-?\p{L}{1,2})?)?$/u;

/** The same day of the next week. */
const nextWeek = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 7 * 86_400_000).toISOString().slice(0, 10);

/** The same days of the next month. */
const nextMonth = (value: string): string =>
  value.replace(/(\d{4})-(\d\d)(?=-)/gu, (_, y: string, m: string) =>
    m === '12' ? `${Number(y) + 1}-01` : `${y}-${String(Number(m) + 1).padStart(2, '0')}`,
  );

/** "On 18 and 19 April", "October 3 and 4": one stretch of days; a time of day is left out. */
function joinedDays(view: LedgerView, list: readonly Mention[], first: Mention): NamedDate {
  const day = (m: Mention) => /^\d{4}-\d\d-\d\d/u.exec(m.value ?? '')?.[0] ?? null;
  const a = day(first);
  const value = first.value!.replace(/T.*$/u, '');
  if (a === null || value !== a) return { value, start: first.start, end: first.end };
  const { text } = view.record;
  // "on 18 and 19 April": the first day is printed without its month
  const and = `(?:${view.oneOf('day-joiners')}|[–-])`;
  const before = new RegExp(`(\\d{1,2})\\s*${and}\\s*$`, 'u').exec(
    text.slice(Math.max(0, first.start - 12), first.start),
  );
  if (before) {
    const earlier = `${a.slice(0, 8)}${before[1]!.padStart(2, '0')}`;
    if (earlier < a) return { value: `${earlier}/${a}`, start: first.start - before[0].length, end: first.end };
  }
  const next = list.find(
    (m) => m.kind === 'date' && m.start >= first.end && m.start - first.end <= 8 && day(m) !== null,
  );
  const b = next ? day(next) : null;
  if (b !== null && next && isNextDay(a, b)) return { value: `${a}/${b}`, start: first.start, end: next.end };
  // "October 3 and 4": the second day is printed without its month
  const after = new RegExp(`^\\s*${and}\\s*(\\d{1,2})(?![\\d\\p{L}:.]|\\s+\\p{L}+\\s*\\d)`, 'u').exec(
    text.slice(first.end, first.end + 12),
  );
  if (after) {
    const later = `${a.slice(0, 8)}${after[1]!.padStart(2, '0')}`;
    if (later > a && Number(after[1]) <= 31)
      return { value: `${a}/${later}`, start: first.start, end: first.end + after[0].length };
  }
  return { value: a, start: first.start, end: first.end };
}

const isNextDay = (a: string, b: string): boolean => daysApart(a, b) === 1;
