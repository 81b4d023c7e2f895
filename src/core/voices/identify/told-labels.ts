import type { Sidecar, Voice } from '../../model/index.ts';

/** What a person wrote down of a printed label: who it is (null: nobody by name) and in which role. */
export interface ToldLabel {
  readonly name: string | null;
  readonly role: Voice | null;
}

/** Labels that differ only in their colon, case or spaces are one. */
export const labelKey = (label: string): string =>
  label
    .replace(/[\s:.]+$/u, '')
    .replace(/\s+/gu, ' ')
    .toLowerCase();

/** The labels that the sidecar explains, by key; of two lines about one label the later one stands. */
export function toldLabels(sidecar: Sidecar | null): ReadonlyMap<string, ToldLabel> {
  const told = new Map<string, ToldLabel>();
  for (const p of sidecar?.participants ?? [])
    if (typeof p !== 'string' && p.label?.trim())
      told.set(labelKey(p.label), { name: p.name.trim() || null, role: p.role ?? null });
  return told;
}
