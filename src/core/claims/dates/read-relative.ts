import {
  addMonths,
  addMonthsToDay,
  dateOf,
  daysInMonth,
  isoDate,
  isoDay,
  isoMonth,
  isoWeek,
  isoYear,
  mondayOf,
  weekdayOf,
} from '../../text/calendar.ts';
import { edgeOfMonth, edgeOfYear, endsWithWord } from './read-calendar.ts';
import { readNumber } from './read-number.ts';
import { NOT_A_DATE, type Reader, type ReadingContext, type ReadValue, unresolved, wordOf } from './reading-context.ts';
import { writeDuration } from './write-duration.ts';

/** The unit `shift` units from the day of speaking, as precise as the unit: `2022-W02`, `2021-12`, `2021`. */
export function unitAt(context: ReadingContext, unit: string, shift: number): string | null {
  const { anchor, today } = context;
  if (!anchor) return null;
  switch (unit) {
    case 'D':
      return today === null ? null : isoDay(today + shift);
    case 'W':
    case '2W':
      return today === null ? null : isoWeek(today + shift * (unit === 'W' ? 7 : 14));
    case 'M': {
      if (anchor.month === null) return null;
      const m = addMonths(anchor.year, anchor.month, shift);
      return isoMonth(m.year, m.month);
    }
    case 'Q': {
      if (anchor.month === null) return null;
      const m = addMonths(anchor.year, anchor.month, shift * 3);
      return `${isoYear(m.year)}-Q${Math.ceil(m.month / 3)}`;
    }
    case '6M': {
      if (anchor.month === null) return null;
      const m = addMonths(anchor.year, anchor.month, shift * 6);
      return m.month <= 6
        ? `${isoMonth(m.year, 1)}/${isoMonth(m.year, 6)}`
        : `${isoMonth(m.year, 7)}/${isoMonth(m.year, 12)}`;
    }
    case 'Y':
      return isoYear(anchor.year + shift);
    case '10Y':
      return `${Math.floor(anchor.year / 10) + shift}X`;
    case '100Y':
      return `${Math.floor(anchor.year / 100) + shift}XX`;
    default:
      return null;
  }
}

/** "this week", "early next year", "the end of the month", "later this year", "the year before last". */
export const readRelativeUnit: Reader = (context) => {
  const { groups, anchor, today } = context;
  if (groups.weekend !== undefined) return weekend(context);
  const fixed = wordOf(context, 'unitshift');
  if (fixed !== null) {
    const [unit, shift] = fixed.split(':') as [string, string];
    return { value: unitAt(context, unit, Number(shift)) };
  }
  const unit = wordOf(context, 'unit');
  if (unit === null || !anchor) return unit === null ? NOT_A_DATE : unresolved;
  const shift = groups.shift === undefined ? 0 : Number(wordOf(context, 'shift'));
  const moved = wordOf(context, 'moved');
  if (moved !== null) return { value: partOfUnit(context, unit, shift, Number(moved)) };
  const edge = wordOf(context, 'edge');
  if (edge === null) return { value: unitAt(context, unit, shift) };
  if (unit === 'Y') return { value: edgeOfYear(anchor.year + shift, edge) };
  if (unit === 'M' && anchor.month !== null) {
    const m = addMonths(anchor.year, anchor.month, shift);
    return { value: edgeOfMonth(m.year, m.month, edge) };
  }
  if (unit === 'W' && today !== null) {
    const monday = mondayOf(today) + 7 * shift;
    const [from, to] = edge === 'start' ? [0, 2] : edge === 'mid' ? [2, 3] : [3, 6];
    return { value: `${isoDay(monday + from)}/${isoDay(monday + to)}${edge === 'end' ? '' : '~'}` };
  }
  return { value: unitAt(context, unit, shift) };
};

/** "earlier this year": from its start to the day of speaking; "later this year", "the rest of the year": from then to its end. */
function partOfUnit(context: ReadingContext, unit: string, shift: number, moved: number): string | null {
  const { anchor, today } = context;
  if (shift !== 0 || !anchor || today === null) return unitAt(context, unit, shift);
  const now = isoDay(today);
  if (unit === 'W') return moved > 1 ? `${now}/${isoDay(mondayOf(today) + 6)}` : unitAt(context, unit, 0);
  const from = unit === 'Y' ? `${isoYear(anchor.year)}-01-01` : isoDate(anchor.year, anchor.month!, 1);
  const to =
    unit === 'Y'
      ? `${isoYear(anchor.year)}-12-31`
      : isoDate(anchor.year, anchor.month!, daysInMonth(anchor.year, anchor.month!));
  if (unit !== 'Y' && unit !== 'M') return unitAt(context, unit, 0);
  return moved < 0 ? `${from}/${now}` : `${now}/${to}`;
}

/**
 * "the weekend", "next weekend". What is told ("we saw just this weekend") or was "over the weekend" is, before Saturday, of
 * the last one.
 */
function weekend(context: ReadingContext): ReadValue {
  if (context.today === null) return unresolved;
  const told = context.groups.shift === undefined ? 0 : Number(wordOf(context, 'shift'));
  const isOver = context.groups.shift === undefined && endsWithWord(context, 'over') && context.direction === 0;
  const isPast = told === 0 && (context.direction < 0 || isOver) && weekdayOf(context.today) < 6;
  const shift = isPast ? -1 : told;
  const move = shift < 0 && weekdayOf(context.today) < 6 ? -7 : shift > 0 ? 7 : 0;
  return { value: `${isoWeek(context.today + move)}-WE` };
}

/**
 * "the past one and a half months": a duration up to the day of speaking, P1M15D. A number that is not said
 * ("in the next few days") gives an approximate interval, its far end as coarse as the next larger unit.
 */
export const readSpell: Reader = (context) => {
  const unit = wordOf(context, 'units') ?? wordOf(context, 'unit');
  const ahead = context.groups.span === undefined ? wordOf(context, 'way') : wordOf(context, 'span');
  if (unit === null) return NOT_A_DATE;
  const count =
    context.groups.num === undefined
      ? context.groups.unit === undefined
        ? null
        : 1
      : readNumber(context.groups.num, context.lexicon);
  if (count !== null && count > 0) return { value: writeDuration(count, unit) };
  if (context.today === null) return unresolved;
  return { value: Number(ahead) < 0 ? fewBefore(context.today, unit) : fewAfter(context.today, unit) };
};

function fewBefore(today: number, unit: string): string | null {
  const now = isoDay(today);
  if (unit === 'D') return `${isoDay(today - 7)}~/${now}`;
  const at = dateOf(unit === 'W' ? today - 28 : unit === 'M' ? addMonthsToDay(today, -4) : today);
  if (unit === 'W') return `${isoMonth(at.year, at.month)}~/${now}`;
  if (unit === 'M') return `${isoMonth(at.year, at.month)}~/${now}`;
  if (unit === 'Y') return `${isoYear(at.year - 4)}~/${now}`;
  return null;
}
function fewAfter(today: number, unit: string): string | null {
  const next = isoDay(today + 1);
  if (unit === 'D') return `${next}/${isoDay(today + 7)}~`;
  const at = dateOf(unit === 'W' ? today + 28 : unit === 'M' ? addMonthsToDay(today, 4) : today);
  if (unit === 'W' || unit === 'M') return `${next}/${isoMonth(at.year, at.month)}~`;
  if (unit === 'Y') return `${next}/${isoYear(at.year + 4)}~`;
  return null;
}
