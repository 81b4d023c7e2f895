import { findEarlier } from '../../core/ledger/find-earlier.ts';
import { placeAt, type StatementLine } from '../../core/ledger/statement-line.ts';
import { shiftBetween, type TimelineEntry } from '../../core/ledger/weave-timeline.ts';
import type { Store } from '../../store/port.ts';

/** A page of the line, each statement with the shift it makes; only the page and what it shifts from are read. */
export async function readEntries(
  store: Store,
  line: StatementLine,
  from: number,
  to: number,
): Promise<TimelineEntry[]> {
  const { index, weigh } = findEarlier(line, from, to);
  const page = Array.from({ length: to - from }, (_, i) => from + i);
  const earlier = [...index].filter((i) => i !== -1);
  const statements = await store.statementsAt([...page, ...earlier].map((i) => placeAt(line, i)));
  const at = new Map([...page, ...earlier].map((i, k) => [i, statements[k]!]));
  return page.map((i, k) => {
    const statement = at.get(i)!;
    const before = index[k] === -1 ? null : at.get(index[k]!)!;
    return { statement, shift: before && shiftBetween(before, statement, weigh) };
  });
}
