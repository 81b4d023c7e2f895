import { type Entry, Section } from '../../core/model/index.ts';

/** Rows of one section of the ledger. */
export interface SectionRows {
  readonly section: Section;
  readonly rows: readonly Entry[];
}

/** Rows of the ledger with words from the new texts, by section; sections without one are left out. */
export function movedEntries(ledger: unknown, arrived: ReadonlySet<string>): SectionRows[] {
  const sections = ledger as Readonly<Record<Section, readonly Entry[]>>;
  return Section.options
    .map((section) => ({
      section,
      rows: (sections[section] ?? []).filter((entry) => entry.evidence.some((e) => arrived.has(e.document))),
    }))
    .filter(({ rows }) => rows.length > 0);
}
