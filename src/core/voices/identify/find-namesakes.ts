import { type Finding, holdsOn } from '../../model/index.ts';
import { nameTokens } from '../../text/compare-names.ts';
import { carries, knownPeople, officeFits, peopleSurnamed } from './known-people.ts';
import type { IdentityScene } from './scene.ts';

/**
 * Names that contradict what is known: an office of that day with its holder's surname but another given name. Neither
 * merged nor mended: it may be a slip of the text or a namesake, and only a person can tell.
 */
export function findNamesakes(scene: IdentityScene): Finding[] {
  const { rules, day, words, uses, announced, turns, text } = scene;
  const { offices } = knownPeople(rules);
  const claims = [
    ...uses.flatMap(({ label, turns: own }) => {
      const turn = turns[own[0]!]!;
      return label.name && label.office
        ? [{ name: label.name, office: label.office, start: turn.start, end: turn.bodyStart }]
        : [];
    }),
    ...announced.flatMap(({ name, office, start, end }) => (office ? [{ name, office, start, end }] : [])),
  ];
  const findings: Finding[] = [];
  const seen = new Set<string>();
  for (const { name, office, start, end } of claims) {
    if (nameTokens(name).length < 2 || seen.has(name)) continue;
    seen.add(name);
    for (const person of peopleSurnamed(name, rules)) {
      if (carries(person, name)) continue;
      const held = person.tenures.find((t) => {
        const known = offices.get(t.office);
        return known !== undefined && holdsOn(t, day) && officeFits(office, known, words.ranks);
      });
      if (!held) continue;
      findings.push({
        stage: 'voices',
        rule: 'name-differs-from-holder',
        severity: 'warning',
        ...(start !== null && end !== null && end <= text.length ? { start, end } : {}),
        why: `The text calls ${name} "${office}"; on that day the office was held by ${person.name} (${held.source}). The two are not merged.`,
      });
    }
  }
  return findings;
}
