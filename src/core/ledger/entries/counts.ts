import type { Draft } from './draft-entry.ts';
import type { LedgerView } from './talk-clause.ts';

/** Numbers asserted of something: "55 employees", "within a hundred citizens"; the bound and what is left out as stated. */
export function findCounts(view: LedgerView): Draft[] {
  return view.clauses.flatMap((clause) =>
    clause.mentions
      .filter((m) => m.kind === 'count' && m.value !== null)
      .map((m): Draft => {
        const [value, unit] = splitValue(m.value!);
        return {
          section: 'counts',
          clause,
          span: { start: m.start, end: m.end },
          what: null,
          status: clause.says('corrected', true) ? 'withdrawn' : 'stated',
          value,
          key: `${unit ?? ''}|${clause.mentions.find((x) => x.kind === 'country')?.entity ?? ''}`,
          attributes: { unit, bound: /^[<>≤≥~]/u.exec(m.value!)?.[0] ?? null, excludes: null },
          rule: 'count-mention',
        };
      }),
  );
}

/** "≤100 citizen" -> ["≤100", "citizen"]. */
function splitValue(value: string): [string, string | null] {
  const m = /^(\S+)\s+(.+)$/u.exec(value);
  return m ? [m[1]!, m[2]!] : [value, null];
}
