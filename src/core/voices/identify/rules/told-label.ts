import { nameTokens } from '../../../text/compare-names.ts';
import type { IdentityRule } from '../scene.ts';
import { labelKey } from '../told-labels.ts';

/** `A` is Ilse Marenko, because whoever added the text wrote it down; `A` is an official whom nobody can name, likewise. */
export const toldLabel: IdentityRule = {
  name: 'told-label',
  reason: 'Whoever added the text looked at it and says whom a label means; no rule knows better (law S1).',
  resolve: ({ label }, { told }) => {
    const said = told.get(labelKey(label.printed));
    if (!said) return null;
    const { name, role } = said;
    if (name !== null) return { name, key: `told ${nameTokens(name).join(' ')}`, person: null, rule: 'told-label' };
    // who asks is known by the outlet; of anybody else a role without a name says that the name is not known
    return role === 'interviewer' ? null : { name: null, key: null, person: null, rule: 'told-nobody' };
  },
};
