import type { Store } from '../../store/port.ts';

/** Values that hold a word a user gave, in any case. */
export const holding = (values: readonly string[], wanted: string): string[] =>
  values.filter((v) => v.toLowerCase().includes(wanted.toLowerCase()));

/** Every outlet, publisher and republisher of the record whose name holds these words. */
export async function outletsNamed(store: Store, wanted: string): Promise<string[]> {
  const fields = ['outlet', 'publisher', 'republisher'] as const;
  const all = await Promise.all(fields.map((field) => store.headValues(field)));
  return holding([...new Set(all.flat())], wanted);
}
