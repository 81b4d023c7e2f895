import type { Coverage, Quotation } from '../../core/model/index.ts';
import type { ClaimedSpeaker } from './attribution.ts';
import { type CheckSession, DAY_MS, isDay } from './check-session.ts';

/** Days around the claimed one that count as its period. */
const PERIOD_DAYS = 30;
/** With so few documents of a speaker "not found" says next to nothing. */
const LITTLE = 3;

/** How far the record reaches, for this speaker about this day (law L4). */
export async function coverageOf(
  session: CheckSession,
  quotation: Quotation,
  claimed: ClaimedSpeaker | null,
): Promise<Coverage> {
  const all = await session.coverage();
  const whole = noteOf(all);
  if (!claimed || claimed.body)
    return { ...all, speakerDocuments: null, inPeriod: null, before: null, after: null, note: whole };
  const { dates, days, events: held } = await session.heldOf(claimed);
  const day = quotation.date;
  const next = day ? firstWhere(dates, (d) => d > day) : 0;
  const before = day ? (dates[next - 1] ?? null) : null;
  const after = day ? (dates[next] ?? null) : null;
  const inPeriod = day && isDay(day) ? countWithin(days, Date.parse(day) / DAY_MS) : null;
  const of = { held, inPeriod, before, after, from: dates[0], to: dates.at(-1) };
  return {
    ...all,
    speakerDocuments: held,
    inPeriod,
    before,
    after,
    note: `${whole} ${speakerNote(claimed.printed, day, of)}`,
  };
}

/** How many of `days`, ascending, are of the period around `day`. */
const countWithin = (days: readonly number[], day: number) =>
  firstWhere(days, (d) => d > day + PERIOD_DAYS) - firstWhere(days, (d) => d >= day - PERIOD_DAYS);

/** Index of the first value of which `is` holds; it holds of all that follow too. */
function firstWhere<T>(sorted: readonly T[], is: (value: T) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (is(sorted[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}

interface Held {
  readonly held: number;
  readonly inPeriod: number | null;
  readonly before: string | null;
  readonly after: string | null;
  readonly from: string | undefined;
  readonly to: string | undefined;
}

function speakerNote(name: string, day: string | undefined, of: Held): string {
  if (of.held === 0) return `None is of ${name}, so the record cannot tell what was said.`;
  const span = of.from ? `, of ${of.from}${of.to !== of.from ? ` to ${of.to}` : ''}` : '';
  const many = `${of.held} of them ${of.held === 1 ? 'is' : 'are'} of ${name}${span}.`;
  const nearest = [of.before && `${of.before} before it`, of.after && `${of.after} after it`]
    .filter(Boolean)
    .join(', ');
  const about =
    day && of.inPeriod !== null
      ? ` Within ${PERIOD_DAYS} days of ${day} it holds ${of.inPeriod || 'none'}${nearest ? `; nearest: ${nearest}` : ''}.`
      : '';
  const cannot =
    of.inPeriod === 0
      ? ' About that time the record cannot tell.'
      : of.held <= LITTLE
        ? ' With so little held, the record cannot tell what else was said.'
        : '';
  return many + about + cannot;
}

/** `en` -> English; a code that is none stays as it is. */
function languageName(code: string): string {
  try {
    return new Intl.DisplayNames('en', { type: 'language', fallback: 'code' }).of(code) ?? code;
  } catch {
    return code;
  }
}

const noteOf = (c: Pick<Coverage, 'documents' | 'from' | 'to' | 'languages'>) =>
  c.documents === 0
    ? 'The record is empty.'
    : `The record holds ${c.documents} ${c.documents === 1 ? 'document' : 'documents'}${c.from ? `, of ${c.from}${c.to && c.to !== c.from ? ` to ${c.to}` : ''}` : ''}${c.languages.length > 0 ? `, in ${c.languages.map(languageName).join(', ')}` : ''}.`;
