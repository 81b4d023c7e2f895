import { addMonthsToDay, dateOf, isoDay, isoMonth } from '../../text/calendar.ts';
import { readNumber } from './read-number.ts';
import { unitAt } from './read-relative.ts';
import { NOT_A_DATE, type Reader, type ReadingContext, unresolved, wordOf } from './reading-context.ts';
import { joinDurations, writeDuration } from './write-duration.ts';

interface Step {
  readonly count: number;
  readonly unit: string;
}

/** "2 years, 1 month and 21 days" as steps, the first without its number being one; null when a number is unknown. */
function stepsOf(context: ReadingContext): Step[] | null {
  const steps: Step[] = [];
  for (const n of ['', '2', '3']) {
    const unit =
      wordOf(context, `units${n}`, 'units') ??
      wordOf(context, `unit${n}`, 'unit') ??
      wordOf(context, `unitgen${n}`, 'unitgen') ??
      wordOf(context, `clockunit${n}`, 'clockunit');
    if (unit === null) break;
    const number = context.groups[`num${n}`];
    const half = n === '' ? Number(wordOf(context, 'number_half', 'number-half') ?? 0) : 0;
    const whole = number === undefined ? 1 : readNumber(number, context.lexicon);
    const count = whole === null ? null : whole + half;
    // "девять месяцев 2023 года"
    if (unit === 'Y' && /^(?:19|20)\d\d$/.test(number ?? '')) return null;
    if (count === null || !Number.isFinite(count) || count <= 0 || count > 100_000) return null;
    steps.push({ count, unit });
  }
  return steps.length ? steps : null;
}
const durationOf = (steps: readonly Step[]): string =>
  steps.map((s) => writeDuration(s.count, s.unit)).reduce((a, b) => joinDurations(a, b));

/** "three weeks ago", "in two years": as precise as the unit. */
export const readDistance: Reader = (context) => {
  const way = Number(wordOf(context, 'ago') ?? 1);
  if (context.groups.vague !== undefined) return { value: way < 0 ? 'PAST_REF' : 'FUTURE_REF' };
  const steps = stepsOf(context);
  if (!steps) return NOT_A_DATE;
  const distance = context.groups.ago === undefined ? durationOf(steps) : undefined;
  const counted = distance === undefined ? {} : { distance };
  // "in two weeks" is a point ahead only where the clause looks ahead, else a stretch; "через" looks ahead by itself
  const isAhead = context.direction > 0 || (context.groups.through !== undefined && context.direction === 0);
  if (context.groups.ago === undefined && !isAhead) return { value: durationOf(steps), ...counted };
  if (steps.some((s) => s.unit.includes('T')))
    return context.today === null ? unresolved : { value: way < 0 ? 'PAST_REF' : 'FUTURE_REF', ...counted };
  if (steps.length > 1)
    return { value: context.today === null ? null : stepFrom(context.today, steps, way), ...counted };
  const [, times, unit] = /^(\d*)([DWMQY])$/.exec(steps[0]!.unit)!;
  const many = steps[0]!.count * Number(times || 1);
  if (Number.isInteger(many)) return { value: unitAt(context, unit!, way * many), ...counted };
  return { value: context.today === null ? null : shiftByFraction(context.today, unit!, way * many), ...counted };
};

function stepFrom(today: number, steps: readonly Step[], way: number): string | null {
  let day = today;
  for (const { count, unit } of steps) {
    const [, times, letter] = /^(\d*)([DWMQY])$/.exec(unit)!;
    const many = way * count * Number(times || 1);
    if (!Number.isInteger(many)) return null;
    const months = { Y: 12, Q: 3, M: 1 }[letter!];
    day = months ? addMonthsToDay(day, many * months) : day + many * (letter === 'W' ? 7 : 1);
  }
  return isoDay(day);
}
function shiftByFraction(today: number, unit: string, count: number): string {
  const days = { D: 1, W: 7, M: 30.44, Q: 91.3, Y: 365.25 }[unit]! * count;
  const at = dateOf(today + Math.round(days));
  return `${isoMonth(at.year, at.month)}~`;
}

/** "for four weeks", "a five-hour talk", "many years" (PXY). */
export const readDuration: Reader = (context) => {
  const fraction = wordOf(context, 'fraction');
  const adjective = wordOf(context, 'unitadj');
  if (adjective !== null) {
    const number = context.groups.num ?? context.groups.numadj;
    const count =
      context.groups.num === undefined ? wordOf(context, 'numadj') : String(readNumber(number!, context.lexicon) ?? '');
    return count ? { value: writeDuration(count === 'X' ? 'X' : Number(count), adjective) } : NOT_A_DATE;
  }
  const unit =
    wordOf(context, 'units') ?? wordOf(context, 'unit') ?? wordOf(context, 'unitgen') ?? wordOf(context, 'clockunit');
  if (unit === null) return NOT_A_DATE;
  if (fraction !== null) return { value: writeDuration(Number(fraction), unit) };
  if (context.groups.num === undefined && context.groups.units !== undefined)
    return { value: writeDuration('X', unit) };
  if (/^(?:19|20)\d\d$/.test(context.groups.num ?? '')) return NOT_A_DATE;
  if (context.groups.num2 !== undefined && context.groups.units2 === undefined && context.groups.unit2 === undefined) {
    // "15–20 лет", "three or four years": between the two
    if (context.groups.between !== undefined) return { value: null };
    const [a, b] = [context.groups.num ?? '', context.groups.num2].map((n) => readNumber(n, context.lexicon));
    return a && b ? { value: writeDuration(a + b, unit) } : NOT_A_DATE;
  }
  const steps = stepsOf(context);
  if (!steps) return NOT_A_DATE;
  const value = durationOf(steps);
  return { value, distance: value };
};

/** "weekly", "every two days", "several times per week": how often, R/P1W. */
export const readSet: Reader = (context) => {
  const cycle = wordOf(context, 'cycle');
  if (cycle !== null) return { value: `R/${writeDuration(1, cycle)}` };
  const weekday = wordOf(context, 'weekday') ?? wordOf(context, 'weekdays_each', 'weekdays-each');
  if (weekday !== null) return { value: `XXXX-WXX-${weekday}` };
  // "раз в два года": the number that counts is the second
  const second = wordOf(context, 'units2', 'units');
  if (second !== null) {
    const every = readNumber(context.groups.num2 ?? '', context.lexicon);
    return every === null || every <= 0 ? NOT_A_DATE : { value: `R/${writeDuration(every, second)}` };
  }
  const unit = wordOf(context, 'units') ?? wordOf(context, 'unit') ?? wordOf(context, 'clockunit');
  if (unit === null) return NOT_A_DATE;
  const count =
    context.groups.num === undefined || context.groups.units === undefined
      ? 1
      : readNumber(context.groups.num, context.lexicon);
  return count === null || count <= 0 ? NOT_A_DATE : { value: `R/${writeDuration(count, unit)}` };
};
