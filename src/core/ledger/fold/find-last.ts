import type { LedgerStatement } from '../../model/index.ts';

/** The last thing a row's statements say of one field; null when none says it. */
export function findLast<T>(line: readonly LedgerStatement[], pick: (s: LedgerStatement) => T | null): T | null {
  for (let i = line.length - 1; i >= 0; i--) {
    const value = pick(line[i]!);
    if (value !== null) return value;
  }
  return null;
}
