import { isRealDay } from '../../text/calendar.ts';
import type { DateLexicon } from '../dates/date-lexicon.ts';
import { foldCase } from '../dates/date-lexicon.ts';
import type { DateDraft } from '../detectors/detect-dates.ts';

/** How far beside a full day a bare one is looked for, in UTF-16 units: ", and the 28th". */
const NEAR = 16;
/** After the bare day: the word that follows it tells whether it is a day or counts something. */
const NEXT = 20;

/** Words that may follow a bare day: a preposition, a verb; anything else may be what it counts. */
const FOLLOWS = ['dom-after', 'past-cue', 'future-cue'];

interface Links {
  readonly after: RegExp;
  readonly before: RegExp;
}
const cache = new WeakMap<DateLexicon, Links | null>();

/**
 * "April 24 and 25", "10, 12 and 13 January": a bare day beside a full one shares its month and year. A number that
 * counts something ("April 24 and 25 delegates") is no day.
 */
export function shareMonths(text: string, drafts: readonly DateDraft[], lexicon: DateLexicon): DateDraft[] {
  const links = linksOf(lexicon);
  if (!links) return [...drafts];
  return drafts.flatMap((d, i) => {
    const month = d.rule === 'date-calendar-day' ? /^(\d{4}-\d\d-)\d\d$/.exec(d.value ?? '')?.[1] : undefined;
    if (month === undefined) return [d];
    const [from, to] = [drafts[i - 1]?.end ?? 0, drafts[i + 1]?.start ?? text.length];
    const opensWithDay = /^\d/.test(text[d.start] ?? '');
    return [
      ...(opensWithDay ? daysBefore(text, Math.max(from, 0), d.start, month, links) : []),
      d,
      ...(opensWithDay || /\d{4}$/.test(text.slice(d.start, d.end))
        ? []
        : daysAfter(text, d.end, to, month, links, lexicon)),
    ];
  });
}

function daysBefore(text: string, from: number, start: number, month: string, links: Links): DateDraft[] {
  const floor = Math.max(from, start - NEAR);
  const m = links.before.exec(foldCase(text.slice(floor, start)));
  const day = m ? dayIn(month, m[1]!) : null;
  if (!m || day === null) return [];
  const at = floor + m.index;
  return [
    ...daysBefore(text, from, at, month, links),
    { start: at, end: at + m[1]!.length, value: day, rule: 'date-shared-month' },
  ];
}

function daysAfter(
  text: string,
  end: number,
  to: number,
  month: string,
  links: Links,
  lexicon: DateLexicon,
): DateDraft[] {
  const m = links.after.exec(foldCase(text.slice(end, Math.min(to, end + NEAR))));
  const day = m ? dayIn(month, m[1]!) : null;
  if (!m || day === null) return [];
  const last = end + m[0].length;
  const next = /^\s+(\p{L}+)/u.exec(foldCase(text.slice(last, last + NEXT)))?.[1];
  if (next !== undefined && !FOLLOWS.some((kind) => lexicon.has(kind, next))) return [];
  return [
    { start: last - m[0].length + m[0].search(/\d/), end: last, value: day, rule: 'date-shared-month' },
    ...daysAfter(text, last, to, month, links, lexicon),
  ];
}

function dayIn(month: string, printed: string): string | null {
  const [year, m] = month.split('-').map(Number) as [number, number];
  const day = Number(printed);
  return isRealDay(year, m, day) ? month + String(day).padStart(2, '0') : null;
}

function linksOf(lexicon: DateLexicon): Links | null {
  const known = cache.get(lexicon);
  if (known !== undefined) return known;
  const and = lexicon.words('and').join('|');
  const suffix = lexicon.words('dom-suffix').join('|');
  const link = `(?:, |,? (?:${and}) )`;
  const made = and
    ? {
        after: new RegExp(`^${link}([0-3]?\\d)(?:${suffix})?(?![\\p{L}\\p{N}]|[.,:]\\d)`, 'u'),
        before: new RegExp(`(?<![\\p{L}\\p{N}.,:])([0-3]?\\d)${link}$`, 'u'),
      }
    : null;
  cache.set(lexicon, made);
  return made;
}
