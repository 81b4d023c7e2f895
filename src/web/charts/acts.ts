import type { Act } from '../../core/model/index.ts';

/** Families of acts that share a shape, so that a reader learns five shapes and not fourteen; the word stands in the table. */
export const FAMILIES = [
  { name: 'states', symbol: 'circle', sign: '○', acts: ['assertion', 'report', 'hedge', 'no-comment'] },
  { name: 'asks or demands', symbol: 'triangle', sign: '△', acts: ['demand', 'request', 'condition'] },
  { name: 'offers or promises', symbol: 'square', sign: '□', acts: ['offer', 'commitment'] },
  { name: 'refuses or denies', symbol: 'times', sign: '✕', acts: ['refusal', 'denial'] },
  { name: 'warns, accuses or foretells', symbol: 'diamond', sign: '◇', acts: ['warning', 'accusation', 'prediction'] },
] as const satisfies readonly { name: string; symbol: string; sign: string; acts: readonly Act[] }[];

export type Family = (typeof FAMILIES)[number];

export const familyOf = (act: Act): Family =>
  FAMILIES.find((f) => (f.acts as readonly Act[]).includes(act)) ?? FAMILIES[0];
