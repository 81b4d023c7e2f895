import { type Entry, Section } from '../../core/model/index.ts';

/** Rows of the ledger with words from the new texts, by section. */
export function movedEntries(ledger: unknown, arrived: ReadonlySet<string>): Entry[] {
  const sections = ledger as Readonly<Record<Section, readonly Entry[]>>;
  return Section.options.flatMap((section) =>
    (sections[section] ?? []).filter((entry) => entry.evidence.some((e) => arrived.has(e.document))),
  );
}
