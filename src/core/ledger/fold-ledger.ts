import { type Entry, type LedgerStatement, Section } from '../model/index.ts';
import { hashOf } from '../text/ids.ts';

/** What is asked: the state on a day as told by what was said up to then, or with hindsight (law L2). */
export interface AsOf {
  /** EDTF day; null = as far as the record reaches */
  readonly day: string | null;
  /** admit words said later, marked */
  readonly hindsight: boolean;
  /** ids that a person accepted, and ids rejected */
  readonly accepted: ReadonlySet<string>;
  readonly rejected: ReadonlySet<string>;
}

export type Ledger = Record<Section, Entry[]>;

/**
 * Fold what the texts say into rows. Accounts of one matter by one side make one row, its state being the last one said;
 * two sides' accounts are never merged (law L3). A plan whose day has passed is an outcome the record does not hold; a
 * period that ran out is expired by its own terms. Statements whose day of speaking is unknown answer no as-of question.
 */
export function foldLedger(statements: readonly LedgerStatement[], asOf: AsOf): Ledger {
  const rows = new Map<string, LedgerStatement[]>();
  for (const s of statements) {
    if (asOf.rejected.has(s.id)) continue;
    if (asOf.day !== null && s.said === null) continue;
    if (asOf.day !== null && !asOf.hindsight && s.said! > asOf.day) continue;
    const key = `${s.section}|${s.side ?? s.id}|${s.key}`;
    const row = rows.get(key);
    if (row) row.push(s);
    else rows.set(key, [s]);
  }
  const ledger = Object.fromEntries(Section.options.map((s) => [s, [] as Entry[]])) as Ledger;
  for (const [key, row] of rows) ledger[row[0]!.section].push(foldRow(key, row, asOf));
  for (const section of Section.options)
    ledger[section].sort((a, b) => compare(a.date ?? a.said ?? '', b.date ?? b.said ?? '') || compare(a.id, b.id));
  return ledger;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function foldRow(key: string, row: LedgerStatement[], asOf: AsOf): Entry {
  const line = [...row].sort((a, b) => compare(a.said ?? '', b.said ?? '') || compare(a.id, b.id));
  const telling = line.filter((s) => s.status !== 'stated');
  const last = telling.at(-1) ?? line.at(-1)!;
  const said = line.map((s) => s.said).filter((d): d is string => d !== null);
  const lastStated = said.at(-1) ?? null;
  const validTo = findLast(line, (s) => s.valid.to);
  const validFrom = findLast(line, (s) => s.valid.from);
  const date = last.date ?? findLast(line, (s) => s.date);
  return {
    id: `entry:${hashOf(key).slice(0, 12)}`,
    title: last.title,
    parties: [...new Set(line.flatMap((s) => s.parties))],
    status: statusOn(last, date, validTo, asOf.day),
    date,
    value: last.value,
    said: last.said,
    valid: { from: validFrom, to: validTo },
    lastStated,
    ageDays: asOf.day && lastStated ? daysBetween(lastStated, asOf.day) : null,
    statedBy: [...new Set(line.flatMap((s) => s.statedBy))],
    reviewed: line.every((s) => asOf.accepted.has(s.id)),
    ...(asOf.hindsight && asOf.day !== null && last.said !== null && last.said > asOf.day ? { hindsight: true } : {}),
    ...sectionFields(last, line),
    // the words that prove the state come first
    evidence: [...last.evidence, ...line.filter((s) => s !== last).flatMap((s) => s.evidence)],
  };
}

/** What time itself does to a state: a plan's day passes, a term runs out, a prediction falls due. */
function statusOn(last: LedgerStatement, date: string | null, validTo: string | null, day: string | null): string {
  if (day === null) return last.status;
  if (last.section === 'meetings' && last.status === 'planned' && date !== null && endOf(date) < day)
    return 'planned-outcome-unknown';
  if (last.section === 'instruments' && validTo !== null && endOf(validTo) < day && last.status !== 'withdrawn')
    return 'expired';
  if (last.section === 'instruments' && last.status === 'expired' && (validTo === null || endOf(validTo) >= day))
    return 'in-force';
  const byWhen = last.attributes.byWhen;
  if (last.section === 'predictions' && typeof byWhen === 'string' && endOf(byWhen) < day) return 'due';
  return last.status;
}

/** Last day an EDTF value covers, padded so that text order is time order. */
export function endOf(edtf: string): string {
  const last = edtf.split('/').at(-1)!.replace(/[~?%]/gu, '');
  if (last === '..' || last === '') return '9999-12-31';
  if (/^\d{4}$/u.test(last)) return `${last}-12-31`;
  return /^\d{4}-\d\d$/u.test(last) ? `${last}-31` : last;
}

function sectionFields(last: LedgerStatement, line: readonly LedgerStatement[]): Partial<Entry> {
  const text = (name: string): string | null => {
    const v = last.attributes[name];
    return typeof v === 'string' ? v : null;
  };
  switch (last.section) {
    case 'proposals':
      return {
        from: findLast(line, (s) => s.by),
        to: findLast(line, (s) => s.to),
        thread: line.map((s) => ({
          status: s.status,
          said: s.said,
          statedBy: [...s.statedBy],
          evidence: [...s.evidence],
        })),
      };
    case 'demands':
      return { by: last.by, to: last.to, openList: line.some((s) => s.attributes.openList === true) };
    case 'commitments':
      return { by: last.by, to: last.to, strength: text('strength'), condition: text('condition') };
    case 'predictions':
      return { by: last.by, byWhen: text('byWhen'), checkable: last.attributes.checkable === true ? true : null };
    case 'counts':
      return { unit: text('unit'), bound: text('bound'), excludes: text('excludes') };
    case 'cases':
      return { namedBy: text('namedBy'), officialResponse: text('officialResponse') };
    case 'measures':
      return { by: last.by, to: last.to };
    case 'tracks': {
      const called = text('calledAs');
      return called === null ? {} : { calledBy: called };
    }
    default:
      return {};
  }
}

function findLast<T>(line: readonly LedgerStatement[], pick: (s: LedgerStatement) => T | null): T | null {
  for (let i = line.length - 1; i >= 0; i--) {
    const value = pick(line[i]!);
    if (value !== null) return value;
  }
  return null;
}

/** Whole days from one EDTF day to another; null where either is less precise than a day. */
function daysBetween(from: string, to: string): number | null {
  const day = /^\d{4}-\d\d-\d\d$/u;
  if (!day.test(from) || !day.test(to)) return null;
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
