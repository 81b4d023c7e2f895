import { compareNames, nameTokens } from '../../text/compare-names.ts';

/**
 * The fullest of several forms of one name: the most whole words, then the most often printed, then the first.
 * Null when there is none, or when two of them contradict each other (two people of one surname).
 */
export function fullestForm(forms: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const form of forms) counts.set(form, (counts.get(form) ?? 0) + 1);
  const distinct = [...counts.keys()];
  for (let i = 0; i < distinct.length; i++)
    for (let j = i + 1; j < distinct.length; j++) if (compareNames(distinct[i]!, distinct[j]!) !== 'same') return null;
  const whole = (form: string) => nameTokens(form).filter((t) => t.length > 1).length;
  const shouted = (form: string) => (form === form.toUpperCase() ? 1 : 0);
  distinct.sort(
    (a, b) => whole(b) - whole(a) || shouted(a) - shouted(b) || counts.get(b)! - counts.get(a)! || b.length - a.length,
  );
  return distinct[0] ?? null;
}
