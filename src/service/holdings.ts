import type { DocumentHead } from '../core/model/index.ts';
import type { Store } from '../store/port.ts';
import { allHeads } from './find/all-heads.ts';
import { remember } from './remember.ts';

/** What a record holds, in figures (law L4). */
export interface Holdings {
  readonly texts: number;
  /** events of speaking; texts of one event count once */
  readonly occasions: number;
  readonly officials: number;
  /** first and last day of speaking (EDTF); null where no day is known */
  readonly from: string | null;
  readonly to: string | null;
  /** texts without a day */
  readonly undated: number;
  /** BCP 47 */
  readonly languages: readonly string[];
  readonly outlets: readonly string[];
}

/** The figures of a record, counted once until it is written to again. */
export const holdingsOf = (store: Store): Promise<Holdings> =>
  remember(store, 'holdings', async () => countHoldings(await allHeads(store)));

/** The same of some heads. */
export function countHoldings(heads: readonly DocumentHead[]): Holdings {
  const days = heads.flatMap((h) => h.date ?? []).sort();
  const distinct = (values: readonly string[]) => [...new Set(values)].sort();
  const officials = heads.flatMap((h) =>
    h.participants.flatMap((p) => (p.role === 'official' && p.name ? [p.person ?? p.name] : [])),
  );
  return {
    texts: heads.length,
    occasions: new Set(heads.map((h) => h.event)).size,
    officials: new Set(officials).size,
    from: days[0] ?? null,
    to: days.at(-1) ?? null,
    undated: heads.length - days.length,
    languages: distinct(heads.flatMap((h) => h.language ?? [])),
    outlets: distinct(heads.flatMap((h) => h.outlet ?? [])),
  };
}
