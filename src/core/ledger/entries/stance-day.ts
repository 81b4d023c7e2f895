import type { Claim } from '../../model/index.ts';
import { ahead, type NamedDate } from './date-in.ts';
import type { LedgerView, TalkClause } from './talk-clause.ts';
import { toComeIn } from './what-is-to-come.ts';

/** Most words of a lead-in ("By the end of September, …") whose day is of what follows. */
const LEAD_IN = 8;

/** Where the words of a claim begin that tell what is to come: its own clause and a lead-in, not a clause before it. */
function dayFrom(view: LedgerView, claim: Claim): number {
  const text = view.record.text.slice(claim.start, claim.end);
  const come = toComeIn(view, text, 'to-come') ?? toComeIn(view, text, 'intending');
  const from = come?.from ?? view.findIn(text, 'expected')?.start ?? 0;
  const lead = text.slice(0, from).trim().split(/\s+/u);
  return lead.length <= LEAD_IN && view.saysIn(lead[0]!, 'lead-in') ? claim.start : claim.start + from;
}

/** "… exploited the gaps that were disclosed in March": a day inside a clause that only qualifies is not of what is to come. */
function isOfMain(view: LedgerView, claim: Claim, at: number): boolean {
  const text = view.record.text.slice(claim.start, claim.end);
  const come = toComeIn(view, text, 'to-come') ?? toComeIn(view, text, 'intending');
  if (!come || at <= claim.start + come.end) return true;
  const between = text.slice(come.end, at - claim.start);
  return (
    between.length <= DAY_WITHIN && !view.saysIn(between, 'subordinate-openers') && !view.saysIn(between, 'that-opener')
  );
}

/** How far after its "will" a day may stand that is of what is to come, UTF-16 units. A choice of ours. */
const DAY_WITHIN = 90;

/** The day, month or year a claim names for what is to come; "I say today" names none. */
export function dayOf(view: LedgerView, clause: TalkClause, claim: Claim): NamedDate | null {
  const from = dayFrom(view, claim);
  const m = clause.sentenceMentions.find(
    (x) =>
      x.kind === 'date' &&
      x.start >= from &&
      isOfMain(view, claim, x.start) &&
      x.end <= claim.end &&
      /^(?:\.\.\/)?\d{4}/u.test(x.value ?? '') &&
      !view.saysIn(view.record.text.slice(x.start, x.end), 'today'),
  );
  return m ? ahead(view, { value: m.value!.replace(/T.*$/u, ''), start: m.start, end: m.end }) : null;
}

export const startOf = (edtf: string | null) =>
  edtf === null ? null : edtf.startsWith('../') ? edtf.slice(3) : edtf.replace(/\/\.\.$/u, '');
export const lastOf = (edtf: string | null): string | null => {
  const last = edtf?.split('/').at(-1) ?? null;
  if (last === null || last === '..') return null;
  return /^\d{4}$/u.test(last) ? `${last}-12-31` : last.replace(/~$/u, '');
};

/** "within six weeks": a term counted from the day of speaking. Null where that day is not exact. */
export function horizon(view: LedgerView, clause: TalkClause, said: string | null): string | null {
  if (!said || !/^\d{4}-\d\d-\d\d$/u.test(said)) return null;
  for (const m of clause.mentions) {
    const term = /^P(\d+)([DWM])$/u.exec(m.kind === 'date' ? (m.value ?? '') : '');
    if (!term || !view.saysIn(view.record.text.slice(Math.max(0, m.start - 12), m.end), 'within')) continue;
    const n = Number(term[1]);
    const day = new Date(`${said}T00:00:00Z`);
    if (term[2] === 'M') day.setUTCMonth(day.getUTCMonth() + n);
    else day.setUTCDate(day.getUTCDate() + n * (term[2] === 'W' ? 7 : 1));
    return day.toISOString().slice(0, 10);
  }
  return null;
}
