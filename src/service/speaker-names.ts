import type { DocumentHead, Rules } from '../core/model/index.ts';

/** What a name given by a user may stand for in the record: person ids, and names as printed in documents. */
export interface SpeakerNames {
  readonly persons: readonly string[];
  readonly speakers: readonly string[];
}

const fold = (s: string) =>
  s
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * Everyone a name may mean, by any alias in any script: the people of data/, and the participants of this record whose
 * printed name or label holds all its words. A name that fits nobody gives two empty lists.
 */
export function speakerNames(name: string, rules: Rules, heads: readonly DocumentHead[]): SpeakerNames {
  const wanted = fold(name);
  if (wanted.length === 0) return { persons: [], speakers: [] };
  const fits = (candidate: string | null | undefined) => {
    if (!candidate) return false;
    const words = new Set(fold(candidate));
    return wanted.every((w) => words.has(w));
  };
  const persons = new Set(
    rules.people
      .filter((p) => p.id === name || [p.name, ...Object.values(p.names), ...p.aliases].some(fits))
      .map((p) => p.id),
  );
  const speakers = new Set<string>();
  for (const head of heads)
    for (const p of head.participants) {
      const isMeant =
        (p.person !== null && persons.has(p.person)) || p.person === name || [p.name, ...p.labels].some(fits);
      if (!isMeant) continue;
      if (p.person) persons.add(p.person);
      else if (p.name) speakers.add(p.name);
    }
  return { persons: [...persons].sort(), speakers: [...speakers].sort() };
}
