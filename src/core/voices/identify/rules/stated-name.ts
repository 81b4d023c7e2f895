import { compareNames, nameTokens } from '../../../text/compare-names.ts';
import type { IdentityRule } from '../scene.ts';

/**
 * The markup names who speaks (TEI `who`, Akoma Ntoso `by`): `THE PRESIDENT:` is then the person it refers to. Not where
 * the label names somebody else, and not where one label stands for several people.
 */
export const statedName: IdentityRule = {
  name: 'stated-name',
  reason:
    'A reference in the markup was put there to say who speaks; an office in the label only says in what capacity.',
  resolve: ({ label, turns }, scene) => {
    const stated = new Set(
      turns.map((i) => scene.turns[i]!).flatMap((t) => (t.who && t.label !== null ? [t.who] : [])),
    );
    const unstated = turns.some((i) => scene.turns[i]!.label !== null && !scene.turns[i]!.who);
    const [who] = stated;
    if (stated.size !== 1 || unstated || !who) return null;
    if (label.name !== null && compareNames(label.name, who) !== 'same') return null;
    const name = label.name !== null && nameTokens(label.name).length > nameTokens(who).length ? label.name : who;
    return { name, key: `stated ${nameTokens(who).join(' ')}`, person: null, rule: 'stated-name' };
  },
};
