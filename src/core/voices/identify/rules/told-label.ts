import { nameTokens } from '../../../text/compare-names.ts';
import type { IdentityRule } from '../scene.ts';
import { labelKey } from '../told-labels.ts';

/** `A` is Ilse Marenko, because whoever added the text wrote it down. */
export const toldLabel: IdentityRule = {
  name: 'told-label',
  reason: 'Whoever added the text looked at it and says whom a label means; no rule knows better (law S1).',
  resolve: ({ label }, { told }) => {
    const name = told.get(labelKey(label.printed))?.name ?? null;
    return name === null ? null : { name, key: `told ${nameTokens(name).join(' ')}`, person: null, rule: 'told-label' };
  },
};
