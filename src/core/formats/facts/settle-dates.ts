import type { DateKind, Finding } from '../../model/index.ts';
import { daysApart } from '../../text/calendar.ts';
import type { Found } from './fact-scene.ts';

export interface DateClues {
  readonly said: Found | null;
  /** every statement of the day of publication, surest first */
  readonly published: readonly Found[];
  readonly name: Found | null;
  /** the date inside a document number, which confirms but never states */
  readonly number: string | null;
}
export interface SettledDates {
  readonly date: Found | null;
  readonly kind: DateKind | null;
  readonly published: Found | null;
  readonly findings: Finding[];
}

/** A title may name a day long past (an anniversary): then it is not the day of speaking. */
const FAR_DAYS = 400;

/**
 * The day of speaking and the day of publication out of all statements. They are kept apart; where only one is stated it serves
 * as the date, and its kind says which it is.
 */
export function settleDates({ said, published, name, number }: DateClues): SettledDates {
  const findings: Finding[] = [];
  const first = published[0] ?? null;
  const out = first && localDay(first, published);
  let spoken = said;
  // An archive publishes what was said decades ago, and its header says so; only a title's date is doubtful.
  const isPrinted = said !== null && !/^(?:tei|akn)-/.test(said.rule);
  if (said && isPrinted && out && Math.abs(daysBetween(said.value, out.value)) > FAR_DAYS) {
    findings.push(
      note(
        said,
        'far-dates',
        `the title is dated ${said.value}, but the text was published on ${out.value}; the title's date is not taken for the day of speaking`,
      ),
    );
    spoken = null;
  }
  const other = out && published.find((p) => p.rule !== out.rule && Math.abs(daysBetween(p.value, out.value)) > 1);
  if (out && other)
    findings.push(
      note(
        other,
        'dates-differ',
        `published on ${out.value} by ${out.rule}, but ${other.value} by ${other.rule}`,
        'info',
      ),
    );
  if (number && out && Math.abs(daysBetween(number, out.value)) > 1)
    findings.push(note(out, 'number-date-differs', `the document number says ${number}, the page says ${out.value}`));
  const date = spoken ?? out ?? name;
  const kind: DateKind | null = spoken ? 'said' : out ? 'published' : name ? 'name' : null;
  return { date, kind, published: out, findings };
}

/** A machine's midnight is UTC's; the address or the printed stamp beside it has the publisher's own day. */
function localDay(first: Found, all: readonly Found[]): Found {
  if (first.rule !== 'json-ld' && first.rule !== 'html-meta') return first;
  const local = all.find((f) => LOCAL.has(f.rule) && Math.abs(daysBetween(f.value, first.value)) === 1);
  return local ?? first;
}
const LOCAL = new Set(['url-path', 'labelled-date', 'stamp']);

function daysBetween(a: string, b: string): number {
  if (a.length < 10 || b.length < 10)
    return a.slice(0, 7) === b.slice(0, 7) || a.slice(0, 4) === b.slice(0, 4) ? 0 : 1000;
  return daysApart(b.slice(0, 10), a.slice(0, 10));
}

function note(f: Found, rule: string, why: string, severity: Finding['severity'] = 'warning'): Finding {
  return { stage: 'formats', rule, severity, ...(f.start === undefined ? {} : { start: f.start, end: f.end }), why };
}
