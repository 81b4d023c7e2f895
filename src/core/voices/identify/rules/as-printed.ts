import type { IdentityRule } from '../scene.ts';

/** Nothing better is known: the label as printed; every turn under it is one voice. */
export const asPrinted: IdentityRule = {
  name: 'as-printed',
  reason: 'A label that no rule could resolve still keeps its turns apart from those of others.',
  resolve: ({ label }) => ({
    name: label.plain,
    key: label.name ? label.plain : null,
    person: null,
    rule: 'as-printed',
  }),
};
