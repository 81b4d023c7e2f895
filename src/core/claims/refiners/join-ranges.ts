import { endsOf, isoDay, spanOf } from '../../text/calendar.ts';
import { type DateLexicon, foldCase } from '../dates/date-lexicon.ts';
import type { DateDraft } from '../detectors/detect-dates.ts';

/** How far apart two ends may stand, in UTF-16 units. */
const GAP = 12;
/** Ends of one kind need no "from" before them: "October 2 to October 22", "10 августа - 12 сентября". */
const KINDS = ['date-calendar-day', 'date-numeric-date', 'date-iso-date', 'date-month', 'date-year', 'date-weekday'];

/** A year among the printed words: "2022", "15.03.22". */
const YEAR = /\d{4}|\.\d\d\.\d\d/;
const DATED = /^date-(?:calendar-day|month|short-date|numeric-date)$/;
/** A time, with or without its day. */
const TIME = /^(?:\d{4}-\d\d-\d\d)?T\d\d:\d\d$/;

/** "from 2014 to 2018", "between October 2 and November 5", "from June until now": one interval. */
export function joinRanges(
  text: string,
  drafts: readonly DateDraft[],
  lexicon: DateLexicon,
  today: number | null,
): DateDraft[] {
  const joined: DateDraft[] = [];
  for (const d of drafts) {
    const last = joined.at(-1);
    const value =
      last && d.start - last.end <= GAP && links(text, last, d, lexicon) ? between(text, last, d, today) : null;
    if (last && value !== null)
      joined[joined.length - 1] = { start: last.start, end: d.end, value, rule: 'date-range' };
    else joined.push(d);
  }
  return joined;
}

function links(text: string, a: DateDraft, b: DateDraft, lexicon: DateLexicon): boolean {
  const link = foldCase(text.slice(a.end, b.start))
    .replace(/^\.(?= )/, '')
    .trim()
    .replace(/^(?:и|,) (?=\p{L})/u, '');
  const lead = /(\p{L}+)\s*$/u.exec(foldCase(text.slice(Math.max(0, a.start - 12), a.start)))?.[1] ?? '';
  const isDash = /^[-–—~]$/.test(link);
  if (lexicon.has('from', lead) && (isDash || lexicon.has('to', link))) return true;
  if (lexicon.has('between', lead) && (isDash || lexicon.has('and', link))) return true;
  return (isDash || lexicon.has('link', link)) && a.rule === b.rule && KINDS.includes(a.rule);
}

function between(text: string, a: DateDraft, b: DateDraft, today: number | null): string | null {
  const isNow = b.rule === 'date-present';
  if (isNow && today === null) return a.value && spanOf(a.value) ? `${endsOf(a.value)[0]}/..` : null;
  if (TIME.test(a.value ?? '') && TIME.test(b.value ?? ''))
    return `${a.value}/${b.value!.startsWith('T') ? a.value!.slice(0, -6) : ''}${b.value}`;
  let [first, last] = [a.value ?? '', isNow ? isoDay(today!) : (b.value ?? '')];
  const [from, to] = [spanOf(first), spanOf(last)];
  if (!from || !to || first.includes('..') || last.includes('..')) return null;
  const isYearless = (d: DateDraft) =>
    /^date-(?:calendar-day|month|short-date)$/.test(d.rule) && !YEAR.test(text.slice(d.start, d.end));
  if (isYearless(a) && !isYearless(b) && !isNow && DATED.test(b.rule)) {
    // the year printed once is that of the last day
    const year = Number(endsOf(last)[0].slice(0, 4));
    first = inYear(first, year);
    if ((spanOf(first)?.first ?? 0) > to.first) first = inYear(first, year - 1);
  } else if (isYearless(b) && to.first < from.first)
    last = inYear(last, Number(endsOf(first)[1].slice(0, 4)) + (isBefore(last, first) ? 1 : 0));
  else if (a.rule === 'date-weekday' && b.rule === 'date-weekday' && to.first < from.first) last = isoDay(to.first + 7);
  const [start, end] = [spanOf(first), spanOf(last)];
  if (!start || !end || start.first >= end.last || start.first > end.first) return null;
  return `${endsOf(first)[0]}/${endsOf(last)[1]}`;
}
/** Does the month and day of a come before that of b in the year? */
const isBefore = (a: string, b: string): boolean => endsOf(a)[0].slice(4) < endsOf(b)[0].slice(4);
const inYear = (value: string, year: number): string => value.replace(/\d{4}/g, () => String(year).padStart(4, '0'));
