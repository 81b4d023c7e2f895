import type { Rules } from '../../core/model/index.ts';

/** The party a user means, by id, name, alias or adjective; undefined when the vocabulary has none. */
export function partyNamed(name: string, rules: Rules): Rules['parties'][number] | undefined {
  const wanted = name.toLowerCase().trim();
  return rules.parties.find((p) =>
    [p.id, p.name, ...p.aliases, ...p.adjectives].some((n) => n.toLowerCase() === wanted),
  );
}
