import { labelKey } from '../told-labels.ts';
import type { RoleRule } from './role-rule.ts';

/** The sidecar gives the role of a printed label. */
export const toldRole: RoleRule = {
  name: 'told-role',
  reason: 'Whoever added the text says in which role a label speaks; that overrules markup and rules (law S1).',
  decide: ({ use, scene }) => (use ? (scene.told.get(labelKey(use.label.printed))?.role ?? null) : null),
};
