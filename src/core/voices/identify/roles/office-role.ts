import { compareNames } from '../../../text/compare-names.ts';
import { foldName } from '../../../text/romanise-name.ts';
import { printedLike } from '../scene.ts';
import type { RoleRule } from './role-rule.ts';

/** An office in the label, printed before the name, or known in data/. */
export const officeRole: RoleRule = {
  name: 'office-role',
  reason: 'A post of a state or body, printed or known, makes its holder the official whose words are recorded.',
  decide: ({ use, found, scene, turn }) => {
    if (!found) return null;
    if (turn.kind === 'question') return null;
    if (found.person !== null && scene.rules.people.some((p) => p.id === found.person && p.tenures.length > 0))
      return 'official';
    if (use?.label.office) return 'official';
    const name = use?.label.name ?? found.name;
    if (name === null) return null;
    const held = [...scene.announced, ...printedLike(found.name ?? name, scene)].some(
      (p) => p.office !== null && compareNames(p.name, found.name ?? name) === 'same',
    );
    return held ? 'official' : null;
  },
};

/** In a parliament the party stands behind the name: `Ilse Marenko (KP)`. */
export const memberRole: RoleRule = {
  name: 'member-role',
  reason: 'Whoever speaks in a house with a party or constituency behind the name sits in it.',
  decide: ({ use, scene, turn }) => {
    if (!use?.label.name || !use.label.note || turn.kind === 'question') return null;
    const noted = scene.uses.filter((u) => u.label.name && u.label.note && foldName(u.label.note).length <= 40);
    return noted.length >= 3 ? 'official' : null;
  },
};
