import type { Entry, LedgerStatement } from '../../model/index.ts';
import { daysApart, extentOf } from '../../text/calendar.ts';
import { hashOf } from '../../text/ids.ts';
import { HANDLE_BREAK } from '../entries/draft-entry.ts';
import { applyCorrections } from './apply-corrections.ts';
import type { AsOf } from './as-of.ts';
import { findLast } from './find-last.ts';
import { sectionFields } from './section-fields.ts';
import { statusOn } from './status-on.ts';

/** States in which an earlier date no longer holds: without a new day there is none. */
const UNDATED: ReadonlySet<string> = new Set(['postponed', 'cancelled', 'not-agreed']);

/** One side's accounts of one matter, in order of time, as a row: its state is the last one said that tells a state. */
export function foldRow(line: readonly LedgerStatement[], asOf: AsOf): Entry {
  const last = lastTelling(line);
  const upTo = line.slice(0, line.indexOf(last) + 1);
  const said = line.map((s) => s.said).filter((d) => d !== null);
  const lastStated = said.at(-1) ?? null;
  const validTo = findLast(upTo, (s) => s.valid.to);
  const date = last.date ?? (UNDATED.has(last.status) ? null : findLast(upTo, (s) => s.date));
  const entry: Entry = {
    id: entryId(line),
    title: last.title,
    parties: [...new Set([...last.parties, ...line.flatMap((s) => s.parties)])],
    status: statusOn(last, date, validTo, asOf.day),
    date,
    value: last.value ?? findLast(upTo, (s) => s.value),
    said: last.said,
    valid: { from: findLast(upTo, (s) => s.valid.from), to: validTo },
    lastStated,
    ageDays: asOf.day && lastStated ? daysBetween(lastStated, asOf.day) : null,
    statedBy: [...new Set(line.flatMap((s) => s.statedBy))],
    reviewed: line.every((s) => asOf.accepted.has(s.id)),
    statements: line.map((s) => s.id),
    ...(asOf.hindsight && asOf.day !== null && last.said !== null && last.said > asOf.day ? { hindsight: true } : {}),
    ...sectionFields(last, line),
    // the words that prove the state come first
    evidence: [...last.evidence, ...line.filter((s) => s !== last).flatMap((s) => s.evidence)],
  };
  return applyCorrections(entry, line, last, asOf.corrections ?? [], asOf);
}

/** How far a proposal has come; to say again that it was sent does not undo the answer to it. */
const STAGE: Readonly<Record<string, number>> = {
  'not-received': 0,
  announced: 0,
  sent: 1,
  acknowledged: 2,
  'being-studied': 3,
};

/** The last statement that tells a state. */
function lastTelling(line: readonly LedgerStatement[]): LedgerStatement {
  let last: LedgerStatement | null = null;
  for (const s of line) {
    if (s.status === 'stated' || (s.status === 'raised' && last !== null)) continue;
    const [before, now] = [STAGE[last?.status ?? ''] ?? 4, STAGE[s.status] ?? 4];
    const isBackground =
      s.section === 'proposals' && last !== null && now < before && now < 3 && s.status !== 'not-received';
    if (!isBackground) last = s;
  }
  return last ?? line.at(-1)!;
}

/** A row is named after the first thing said of it on a known day, so that later words leave its id alone (law K3). */
export function entryId(line: readonly LedgerStatement[]): string {
  const first = line.find((s) => s.said !== null) ?? line[0]!;
  return `entry:${hashOf(`${first.section}|${first.side ?? first.id}|${first.key.split(HANDLE_BREAK)[0]}`).slice(0, 12)}`;
}

/** Whole days from one EDTF day to another; null where either is less precise than a day. */
function daysBetween(from: string, to: string): number | null {
  const [a, b] = [extentOf(from), extentOf(to)];
  if (a.from === null || a.from !== a.to || b.from === null || b.from !== b.to) return null;
  return daysApart(a.from, b.from);
}
