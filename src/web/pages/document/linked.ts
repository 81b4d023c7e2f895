/** The words a link leads to; status says how they were found again. */
export interface Linked {
  readonly start: number;
  readonly end: number;
  readonly status: 'exact' | 'moved' | 'fuzzy';
}

/** The part of an id behind its version, as it stands in an address. */
export const localId = (id: string): string => id.slice(id.indexOf('/') + 1);
export const isLinked = (linked: Linked | null, span: { start: number; end: number }): boolean =>
  linked !== null && span.start < linked.end && linked.start < span.end;
