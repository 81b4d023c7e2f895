import type { DocumentFacts, Finding, Reading, Rules, Sidecar } from '../model/index.ts';

/** What the source and the sidecar say about the document; the sidecar wins, with a finding where they differ. */
export function findFacts(
  _reading: Reading,
  sidecar: Sidecar | null,
  _name: string,
  _rules: Rules,
): { facts: DocumentFacts; findings: Finding[] } {
  return {
    facts: {
      title: sidecar?.title ?? null,
      date: sidecar?.date ?? null,
      dateKind: sidecar?.date ? 'sidecar' : null,
      published: sidecar?.published ?? null,
      language: sidecar?.language ?? null,
      translation: sidecar?.translation ?? 'unknown',
      kind: sidecar?.kind ?? null,
      place: null,
      outlet: sidecar?.outlet ?? null,
      publisher: sidecar?.publisher ?? null,
      republisher: sidecar?.republisher ?? null,
      number: sidecar?.number ?? null,
      url: sidecar?.url ?? null,
      completeness: 'unknown',
      rights: sidecar?.rights ?? null,
      evidence: [],
    },
    findings: [],
  };
}
